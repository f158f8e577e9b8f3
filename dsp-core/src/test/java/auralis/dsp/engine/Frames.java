package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Decibels;
import java.util.Arrays;

/** Compares what was heard with what a whole track is. */
final class Frames {
    /** What differs by less from a run from the start counts as the same. */
    static final double NULL_DBFS = -90;

    private Frames() {}

    /** {@code heard} from {@code at} on is, bit for bit, the track from {@code from} on. */
    static void assertSame(float[][] heard, int at, float[][] track, int from, int frames) {
        for (int c = 0; c < track.length; c++) {
            assertThat(Arrays.copyOfRange(heard[c], at, at + frames))
                    .isEqualTo(Arrays.copyOfRange(track[c], from, from + frames));
        }
    }

    /** The largest difference, in dBFS. */
    static double differenceDb(float[][] heard, int at, float[][] track, int from, int frames) {
        double peak = 0;
        for (int c = 0; c < track.length; c++) {
            for (int i = 0; i < frames; i++) {
                peak = Math.max(peak, Math.abs(heard[c][at + i] - track[c][from + i]));
            }
        }
        return Decibels.ofGain(peak);
    }

    static double largestStep(float[][] planes, int from, int to) {
        double most = 0;
        for (int i = from + 1; i < to; i++) {
            most = Math.max(most, Math.abs(planes[0][i] - planes[0][i - 1]));
        }
        return most;
    }
}
