package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.spectrum.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Separates a block of some seconds, which is in memory as a whole. */
final class BlockSeparation {
    /** With less of it at the sides, where a stem is in the stereo field tells nothing. */
    private static final double LEAST_SIDE_DB = -25;

    /** Frames that are turned back into samples before they are added up. */
    private static final int BATCH = 64;

    private static final int WRITTEN = 3;

    private final Grid grid;
    private final AudioBlock mix;
    private final int count;
    private final Progress progress;

    private BlockSeparation(Grid grid, AudioBlock mix, Progress progress) {
        this.grid = grid;
        this.mix = mix;
        this.count = mix.frames();
        this.progress = progress;
    }

    /**
     * Vocals, drums, bass and other, which add up to the mix.
     *
     * @param mix one or two channels, its window from frame 0 on
     * @param progress is advanced by its frames
     */
    static List<AudioBlock> of(Grid grid, AudioBlock mix, Progress progress)
            throws InterruptedException {
        return new BlockSeparation(grid, mix, progress).stems();
    }

    private List<AudioBlock> stems() throws InterruptedException {
        Estimates estimates = estimates(spectra());
        int frames = estimates.frames();
        Optional<WienerPass> pass =
                isWide()
                        ? Optional.of(WienerPass.over(estimates, frames, part(10), progress))
                        : Optional.empty();
        List<AudioBlock> stems = new ArrayList<>();
        for (int stem = 0; stem <= WRITTEN; stem++) {
            stems.add(new AudioBlock(mix.channels(), count));
        }
        synthesise(estimates, pass, stems);
        subtract(stems);
        return stems;
    }

    /** A share of the work, which is counted in frames of the block. */
    private long part(int percent) {
        return (long) count * percent / 100;
    }

    private List<Spectra> spectra() throws InterruptedException {
        List<Spectra> channels = new ArrayList<>();
        for (int c = 0; c < mix.channels(); c++) {
            channels.add(
                    Spectra.of(grid, mix.plane(c), count, part(10) / mix.channels(), progress));
        }
        return channels;
    }

    private Estimates estimates(List<Spectra> channels) throws InterruptedException {
        float[][] middle = middle(channels);
        Evidence evidence = Evidence.of(grid, channels, middle, part(40), progress);
        float[] belowVoice = Estimates.belowVoice(grid);
        int frames = evidence.frames();
        float[][][] masks = Fusion.FIRST_LOOK.masks(frames, evidence::of, part(5), progress);
        Estimates first = new Estimates(channels, middle, masks, belowVoice);
        FirstLook look = FirstLook.of(grid, first, part(10), progress);
        float[][][] again =
                Fusion.SECOND_LOOK.masks(frames, t -> evidence.of(t, look), part(5), progress);
        return new Estimates(channels, middle, again, belowVoice);
    }

    /** What the channels have in common, by frame. */
    private float[][] middle(List<Spectra> channels) throws InterruptedException {
        return channels.size() == 2
                ? Centre.of(channels.get(0), channels.get(1), progress)
                : channels.get(0).frames();
    }

    private boolean isWide() {
        if (mix.channels() < 2) {
            return false;
        }
        double middle = 0;
        double side = 0;
        for (int i = 0; i < count; i++) {
            double sum = mix.plane(0)[i] + mix.plane(1)[i];
            double difference = mix.plane(0)[i] - mix.plane(1)[i];
            middle += sum * sum;
            side += difference * difference;
        }
        return side > middle * Decibels.toPower(LEAST_SIDE_DB);
    }

    private void synthesise(Estimates estimates, Optional<WienerPass> pass, List<AudioBlock> stems)
            throws InterruptedException {
        float[] window = Window.hann(grid.size());
        int frames = estimates.frames();
        float[][][][] batch = new float[BATCH][][][];
        for (int n = 0; n < BATCH; n++) {
            batch[n] = estimates.scratch();
        }
        for (int from = 0; from < frames; from += BATCH) {
            int first = from;
            int length = Math.min(BATCH, frames - from);
            Parallel.loop(
                    length,
                    part(20) * length / frames,
                    progress,
                    n -> {
                        estimates.fill(first + n, batch[n]);
                        pass.ifPresent(wiener -> wiener.refine(first + n, batch[n]));
                        toSamples(window, batch[n]);
                    });
            for (int n = 0; n < length; n++) {
                add(batch[n], (first + n) * grid.hop() - grid.size(), stems);
            }
        }
    }

    private void toSamples(float[] window, float[][][] spectra) {
        for (int stem = 0; stem < WRITTEN; stem++) {
            for (float[] spectrum : spectra[stem]) {
                Spectra.toSamples(grid, window, spectrum);
            }
        }
    }

    private void add(float[][][] frame, int at, List<AudioBlock> stems) {
        int from = Math.max(0, -at);
        int to = Math.min(grid.size(), count - at);
        for (int stem = 0; stem < WRITTEN; stem++) {
            for (int c = 0; c < mix.channels(); c++) {
                float[] plane = stems.get(stem).plane(c);
                for (int i = from; i < to; i++) {
                    plane[at + i] += frame[stem][c][i];
                }
            }
        }
    }

    /** What is left of the samples, so that the stems add up to them. */
    private void subtract(List<AudioBlock> stems) {
        for (int c = 0; c < mix.channels(); c++) {
            float[] rest = stems.get(Estimates.OTHER).plane(c);
            System.arraycopy(mix.plane(c), 0, rest, 0, count);
            for (int stem = 0; stem < WRITTEN; stem++) {
                float[] plane = stems.get(stem).plane(c);
                for (int i = 0; i < count; i++) {
                    rest[i] -= plane[i];
                }
            }
        }
    }
}
