package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import java.io.IOException;
import java.util.Arrays;

/** A whole stream in memory, for tests. */
final class Sound {
    private Sound() {}

    /** Reads to the end in blocks of a size. */
    static float[][] read(AudioSource source, int blockFrames) throws IOException {
        AudioBlock block = new AudioBlock(source.format().channels(), blockFrames);
        float[][] planes = new float[block.channels()][0];
        for (int got = source.read(block); got >= 0; got = source.read(block.all())) {
            for (int c = 0; c < planes.length; c++) {
                int length = planes[c].length;
                planes[c] = Arrays.copyOf(planes[c], length + got);
                System.arraycopy(block.plane(c), 0, planes[c], length, got);
            }
        }
        return planes;
    }

    /** The level of the difference below that of the signal, in dB. */
    static double signalToErrorDb(float[][] signal, float[][] other) {
        double power = 0;
        double error = 0;
        for (int c = 0; c < signal.length; c++) {
            for (int i = 0; i < signal[c].length; i++) {
                power += signal[c][i] * signal[c][i];
                error += Math.pow(signal[c][i] - other[c][i], 2);
            }
        }
        return 10 * Math.log10(power / error);
    }

    /** By how many frames (up to 40 either way) the other sound is later, found by correlation. */
    static int delay(float[][] signal, float[][] other) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int delay = -40; delay <= 40; delay++) {
            double sum = 0;
            for (int i = 40; i < signal[0].length - 40; i++) {
                sum += signal[0][i] * other[0][i + delay];
            }
            if (sum > most) {
                most = sum;
                best = delay;
            }
        }
        return best;
    }
}
