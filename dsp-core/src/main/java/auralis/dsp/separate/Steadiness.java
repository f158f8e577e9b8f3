package auralis.dsp.separate;

import auralis.dsp.Progress;
import java.util.List;

/**
 * How steady the frequency of every point of a spectrogram is. The phase of a tone of one frequency
 * advances by the same from a frame to the next; that of a tone that glides or has vibrato, or of
 * noise, does not (as in J. P. Bello, C. Duxbury, M. Davies, M. Sandler, "On the use of phase and
 * energy for musical onset detection in the complex domain", IEEE Signal Processing Letters 2004,
 * where it tells onsets).
 */
final class Steadiness {
    /** Half a window: nearer frames are too much alike, farther ones are other notes. */
    private static final int FRAMES_OFF = 2;

    private Steadiness() {}

    /**
     * @return the cosine of the difference between the advance to a frame and that from it, by
     *     frame and bin; channels count by their power
     */
    static float[][] of(Grid grid, List<Spectra> channels, Progress progress)
            throws InterruptedException {
        float[][] steadiness = new float[channels.get(0).count()][grid.bins()];
        Parallel.loop(steadiness.length, 0, progress, t -> steadiness(channels, t, steadiness[t]));
        return steadiness;
    }

    private static void steadiness(List<Spectra> channels, int t, float[] steadiness) {
        for (int bin = 0; bin < steadiness.length; bin++) {
            double same = 0;
            double all = Double.MIN_NORMAL;
            for (Spectra channel : channels) {
                float[] before = channel.frame(Math.max(0, t - FRAMES_OFF));
                float[] here = channel.frame(t);
                float[] after = channel.frame(Math.min(channel.count() - 1, t + FRAMES_OFF));
                same += sameAdvance(before, here, after, 2 * bin);
                all +=
                        Spectra.power(here, bin)
                                * Math.sqrt(Spectra.power(before, bin) * Spectra.power(after, bin));
            }
            steadiness[bin] = (float) (same / all);
        }
    }

    /** The real part of before × after × the square of the conjugate of here. */
    private static double sameAdvance(float[] before, float[] here, float[] after, int re) {
        int im = re + 1;
        double outerRe = (double) before[re] * after[re] - (double) before[im] * after[im];
        double outerIm = (double) before[re] * after[im] + (double) before[im] * after[re];
        double squareRe = (double) here[re] * here[re] - (double) here[im] * here[im];
        double squareIm = 2.0 * here[re] * here[im];
        return outerRe * squareRe + outerIm * squareIm;
    }
}
