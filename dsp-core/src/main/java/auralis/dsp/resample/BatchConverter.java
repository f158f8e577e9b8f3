package auralis.dsp.resample;

import java.util.Arrays;

/**
 * Converts one channel in batches of many periods of phases.
 *
 * <p>The output frames of one phase share their taps, and their inputs lie {@code down} frames
 * apart. So the input is laid out with that distance: row i holds the frames i, i + down, i + 2
 * down ... and one tap is one multiplication of a row into the row of results. Those loops have no
 * offsets, and the compiler makes vector code of them, in double precision.
 */
final class BatchConverter {
    /** Rows of a batch take about half a megabyte. */
    private static final int ROOM = 65_536;

    private static final int LEAST_PERIODS = 8;
    private static final int MOST_PERIODS = 512;

    private final PolyphaseKernel kernel;
    private final int periods;
    private final double[][] rows;
    private final double[] sums;

    BatchConverter(PolyphaseKernel kernel) {
        this.kernel = kernel;
        int rowCount = kernel.down() + kernel.taps();
        this.periods = Math.max(LEAST_PERIODS, Math.min(MOST_PERIODS, ROOM / rowCount));
        this.rows = new double[rowCount][periods];
        this.sums = new double[periods];
    }

    /** Input frames by which two batches are apart. */
    int inputStep() {
        return periods * kernel.down();
    }

    /** Input frames that one batch reads: {@link #inputStep} and the reach of the taps. */
    int inputFrames() {
        return inputStep() + kernel.taps();
    }

    /** Frames of the input in front of the one that lies on the first output frame. */
    int preRoll() {
        return kernel.taps() / 2 - 1;
    }

    /** Output frames of one batch. */
    int outputFrames() {
        return periods * kernel.up();
    }

    /** Makes {@link #outputFrames} from {@link #inputFrames}. */
    void convert(float[] in, float[] out) {
        layOut(in);
        int up = kernel.up();
        for (int phase = 0; phase < up; phase++) {
            int first = (int) ((long) phase * kernel.down() / up);
            filter(first, kernel.row((int) ((long) phase * kernel.down() % up)));
            for (int k = 0; k < periods; k++) {
                out[phase + k * up] = (float) sums[k];
            }
        }
    }

    private void layOut(float[] in) {
        int down = kernel.down();
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            if (i < down) {
                for (int k = 0; k < periods; k++) {
                    row[k] = in[i + k * down];
                }
            } else {
                System.arraycopy(rows[i - down], 1, row, 0, periods - 1);
                row[periods - 1] = in[i + (periods - 1) * down];
            }
        }
    }

    private void filter(int first, double[] taps) {
        Arrays.fill(sums, 0);
        for (int k = 0; k < taps.length; k += 4) {
            int i = first + k;
            addRows(
                    sums,
                    rows[i],
                    rows[i + 1],
                    rows[i + 2],
                    rows[i + 3],
                    taps[k],
                    taps[k + 1],
                    taps[k + 2],
                    taps[k + 3]);
        }
    }

    private static void addRows(
            double[] sums,
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            double t0,
            double t1,
            double t2,
            double t3) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += t0 * r0[k] + t1 * r1[k] + t2 * r2[k] + t3 * r3[k];
        }
    }
}
