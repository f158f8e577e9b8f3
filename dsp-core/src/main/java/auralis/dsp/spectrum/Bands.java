package auralis.dsp.spectrum;

import java.util.stream.IntStream;

/** Neighbouring frequency bands, each from one edge to the next. */
public final class Bands {
    /** The 25 critical bands of hearing from 20 Hz to 20 kHz (Zwicker, 1961, with 20 Hz for 0). */
    public static final Bands BARK =
            new Bands(
                    20, 100, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320,
                    2700, 3150, 3700, 4400, 5300, 6400, 7700, 9500, 12_000, 15_500, 20_000);

    /** The 30 third octaves with nominal centres from 25 Hz to 20 kHz (IEC 61260-1, base 10). */
    public static final Bands THIRD_OCTAVE = fractions(10);

    /** The same range four times finer: 120 twelfths of an octave. */
    public static final Bands TWELFTH_OCTAVE = fractions(40);

    /** What dynamics are judged by: bass, body, presence, air. */
    public static final Bands COMPRESSION = new Bands(20, 120, 1000, 6000, 20_000);

    private final double[] edgesHz;

    /**
     * @param edgesHz at least two, rising, not negative
     */
    public Bands(double... edgesHz) {
        if (edgesHz.length < 2 || !(edgesHz[0] >= 0)) {
            throw new IllegalArgumentException("no band");
        }
        for (int i = 1; i < edgesHz.length; i++) {
            if (!(edgesHz[i] > edgesHz[i - 1])) {
                throw new IllegalArgumentException("edges that do not rise: " + edgesHz[i]);
            }
        }
        this.edgesHz = edgesHz.clone();
    }

    /** From the lower edge of the third octave at 25 Hz to the upper one of that at 20 kHz. */
    private static Bands fractions(int perDecade) {
        int thirds = 30;
        int parts = perDecade / 10;
        return new Bands(
                IntStream.rangeClosed(0, thirds * parts)
                        .mapToDouble(n -> 1000 * Math.pow(10, -1.65 + (double) n / perDecade))
                        .toArray());
    }

    public int count() {
        return edgesHz.length - 1;
    }

    public double lowHz(int band) {
        return edgesHz[band];
    }

    public double highHz(int band) {
        return edgesHz[band + 1];
    }

    /** The geometric mean of the edges (of the arithmetic kind where the lower edge is 0). */
    public double centreHz(int band) {
        double low = lowHz(band);
        return low > 0 ? Math.sqrt(low * highHz(band)) : highHz(band) / 2;
    }
}
