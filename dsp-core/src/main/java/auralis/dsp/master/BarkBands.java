package auralis.dsp.master;

/**
 * The 25 critical bands in which tone is planned (Zwicker, JASA 33 (1961) 248; the last edge drawn
 * out to the limit of hearing).
 */
public final class BarkBands {
    public static final int COUNT = 25;

    private static final double[] EDGES_HZ = {
        20, 100, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150,
        3700, 4400, 5300, 6400, 7700, 9500, 12000, 15500, 20000
    };

    private BarkBands() {}

    public static double lowHz(int band) {
        return EDGES_HZ[band];
    }

    public static double highHz(int band) {
        return EDGES_HZ[band + 1];
    }

    /** The geometric middle of a band. */
    public static double centreHz(int band) {
        return Math.sqrt(EDGES_HZ[band] * EDGES_HZ[band + 1]);
    }
}
