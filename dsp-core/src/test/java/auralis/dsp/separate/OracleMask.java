package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.Progress;
import auralis.dsp.spectrum.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * How well any mask of this grid could do: each stem gets its true share of the power of every
 * point of the spectrogram of a channel (the ideal ratio mask). It tells how hard a song is.
 */
final class OracleMask {
    private OracleMask() {}

    /** An estimate for each of the stems, from the stems themselves. */
    static List<AudioBlock> of(int sampleRate, List<AudioBlock> stems) throws InterruptedException {
        Grid grid = Grid.of(sampleRate);
        AudioBlock mix = SynthSong.mix(stems);
        List<AudioBlock> out = new ArrayList<>();
        stems.forEach(stem -> out.add(new AudioBlock(mix.channels(), mix.frames())));
        for (int c = 0; c < mix.channels(); c++) {
            List<Spectra> spectra = new ArrayList<>();
            for (AudioBlock stem : stems) {
                spectra.add(Spectra.of(grid, stem.plane(c), mix.frames(), 0, Progress.NONE));
            }
            Spectra whole = Spectra.of(grid, mix.plane(c), mix.frames(), 0, Progress.NONE);
            for (int s = 0; s < stems.size(); s++) {
                synthesise(grid, whole, spectra, s, out.get(s).plane(c));
            }
        }
        return out;
    }

    private static void synthesise(
            Grid grid, Spectra whole, List<Spectra> spectra, int stem, float[] out) {
        float[] window = Window.hann(grid.size());
        for (int t = 0; t < whole.count(); t++) {
            float[] frame = whole.frame(t).clone();
            for (int bin = 0; bin < grid.bins(); bin++) {
                double sum = 1e-30;
                for (Spectra other : spectra) {
                    sum += power(other.frame(t), bin);
                }
                float share = (float) (power(spectra.get(stem).frame(t), bin) / sum);
                frame[2 * bin] *= share;
                frame[2 * bin + 1] *= share;
            }
            Spectra.toSamples(grid, window, frame);
            int at = t * grid.hop() - grid.size();
            for (int i = Math.max(0, -at); i < grid.size() && at + i < out.length; i++) {
                out[at + i] += frame[i];
            }
        }
    }

    private static double power(float[] frame, int bin) {
        double re = frame[2 * bin];
        double im = frame[2 * bin + 1];
        return re * re + im * im;
    }
}
