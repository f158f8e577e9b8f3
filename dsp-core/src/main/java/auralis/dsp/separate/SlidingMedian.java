package auralis.dsp.separate;

/**
 * The median of a window that slides over values, mirrored at both ends with the outermost value
 * repeated. The window is kept sorted; a step takes one value out and puts one in. One thread.
 */
final class SlidingMedian {
    private final float[] sorted;
    private final int half;

    /**
     * @param length of the window, odd
     */
    SlidingMedian(int length) {
        if (length < 1 || length % 2 == 0) {
            throw new IllegalArgumentException("the window is not odd: " + length);
        }
        sorted = new float[length];
        half = length / 2;
    }

    /**
     * @param count of the values, from index 0 on
     * @param out may not be the input
     */
    void apply(float[] in, int count, float[] out) {
        fill(in, count);
        out[0] = sorted[half];
        for (int i = 1; i < count; i++) {
            replace(in[mirrored(i - 1 - half, count)], in[mirrored(i + half, count)]);
            out[i] = sorted[half];
        }
    }

    private void fill(float[] in, int count) {
        for (int n = 0; n < sorted.length; n++) {
            float value = in[mirrored(n - half, count)];
            int at = n;
            while (at > 0 && sorted[at - 1] > value) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = value;
        }
    }

    private void replace(float old, float value) {
        int at = indexOf(old);
        while (at + 1 < sorted.length && sorted[at + 1] < value) {
            sorted[at] = sorted[at + 1];
            at++;
        }
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    private int indexOf(float value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** 2 1 0 | 0 1 2 … n-1 | n-1 n-2: also where the window is longer than the values. */
    static int mirrored(int i, int count) {
        int period = 2 * count;
        int at = Math.floorMod(i, period);
        return at < count ? at : period - 1 - at;
    }
}
