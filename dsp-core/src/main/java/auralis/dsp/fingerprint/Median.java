package auralis.dsp.fingerprint;

/** Medians of five and nine integers for every element of an array at once. */
final class Median {
    private Median() {}

    /** Over five arrays: {@code out[i]} is the median of the five {@code [from + i]}. */
    static void ofFive(int[][] arrays, int from, int[] out) {
        int[] a = arrays[0];
        int[] b = arrays[1];
        int[] c = arrays[2];
        int[] d = arrays[3];
        int[] e = arrays[4];
        for (int k = 0; k < out.length; k++) {
            int at = from + k;
            out[k] = of(a[at], b[at], c[at], d[at], e[at]);
        }
    }

    /** Along one array: {@code out[i]} is the median of {@code [i], [i + stride] ...}. */
    static void ofNine(int[] array, int stride, int[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] =
                    of(
                            array[k],
                            array[k + stride],
                            array[k + 2 * stride],
                            array[k + 3 * stride],
                            array[k + 4 * stride],
                            array[k + 5 * stride],
                            array[k + 6 * stride],
                            array[k + 7 * stride],
                            array[k + 8 * stride]);
        }
    }

    /**
     * The median by sorting three columns of three: it is the median of the largest of the lows,
     * the median of the middles and the smallest of the highs (Smith, 1996). No branch, so a loop
     * over it runs several elements at a time.
     */
    private static int of(int a, int b, int c, int d, int e, int f, int g, int h, int i) {
        int lows = Math.max(Math.max(low(a, b, c), low(d, e, f)), low(g, h, i));
        int middles = middle(middle(a, b, c), middle(d, e, f), middle(g, h, i));
        int highs = Math.min(Math.min(high(a, b, c), high(d, e, f)), high(g, h, i));
        return middle(lows, middles, highs);
    }

    /**
     * Of four the outermost two cannot be the median of five: that of the inner and the fifth is.
     */
    private static int of(int a, int b, int c, int d, int e) {
        int inner = Math.max(Math.min(a, b), Math.min(c, d));
        int other = Math.min(Math.max(a, b), Math.max(c, d));
        return middle(inner, other, e);
    }

    private static int low(int a, int b, int c) {
        return Math.min(Math.min(a, b), c);
    }

    private static int middle(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static int high(int a, int b, int c) {
        return Math.max(Math.max(a, b), c);
    }
}
