package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.List;

/**
 * Takes a mix apart without any trained model, at basic quality: what a listener of a demo expects,
 * not a studio.
 *
 * <p>The stream is cut into blocks of a minute, each of which is separated by itself; neighbours
 * overlap by two seconds, over which is faded. So memory does not depend on the length, and the
 * stems always add up to the mix. The result does not depend on the number of cores.
 */
public final class ClassicSeparator {
    /** What it separates, in the order in which it is told. */
    public static final List<Stem> STEMS = List.of(Stem.VOCALS, Stem.DRUMS, Stem.BASS, Stem.OTHER);

    private static final int MOST_CHANNELS = 2;
    private static final int BLOCK_SECONDS = 60;
    private static final int OVERLAP_SECONDS = 2;

    /** Faster rates get shorter blocks, of the same memory. */
    private static final int MOST_BLOCK_FRAMES = BLOCK_SECONDS * 48_000;

    /** Takes what was separated, from the first frame to the last without a gap. */
    @FunctionalInterface
    public interface Taker {
        /**
         * @param stems as {@link #STEMS}, each with the format and length of the mix; valid during
         *     the call
         */
        void take(List<AudioBlock> stems) throws IOException;
    }

    private final AudioSource source;
    private final Taker taker;
    private final Progress progress;
    private final Grid grid;
    private final int overlap;
    private final AudioBlock mix;
    private List<AudioBlock> before = List.of();

    private ClassicSeparator(AudioSource source, Taker taker, Progress progress) {
        int rate = source.format().sampleRate();
        this.source = source;
        this.taker = taker;
        this.progress = progress;
        this.grid = Grid.of(rate);
        this.overlap = OVERLAP_SECONDS * rate;
        this.mix =
                new AudioBlock(
                        source.format().channels(),
                        Math.max(4 * overlap, Math.min(MOST_BLOCK_FRAMES, BLOCK_SECONDS * rate)));
    }

    /**
     * @param source mono or stereo, of any rate, read from where it stands to its end
     * @param progress is advanced by the frames of the source, somewhat more where blocks overlap
     * @throws IllegalArgumentException when there are more channels
     */
    public static void separate(AudioSource source, Taker taker, Progress progress)
            throws IOException, InterruptedException {
        int channels = source.format().channels();
        if (channels > MOST_CHANNELS) {
            throw new IllegalArgumentException(channels + " channels");
        }
        new ClassicSeparator(source, taker, progress).run();
    }

    private void run() throws IOException, InterruptedException {
        int filled = fill(0);
        while (filled > 0) {
            boolean last = filled < mix.capacity();
            List<AudioBlock> stems = BlockSeparation.of(grid, mix.window(0, filled), progress);
            fadeOver(stems, filled);
            int ready = last ? filled : filled - overlap;
            taker.take(stems.stream().map(stem -> stem.window(0, ready)).toList());
            if (last) {
                return;
            }
            before = stems.stream().map(stem -> tail(stem, ready)).toList();
            keepTail(ready);
            filled = fill(overlap);
            if (filled == overlap) {
                // It ended right there.
                taker.take(before);
                return;
            }
        }
    }

    /** Reads behind what is there and answers how much there is then. */
    private int fill(int from) throws IOException, InterruptedException {
        int filled = from;
        while (filled < mix.capacity()) {
            progress.checkpoint();
            int read = source.read(mix.window(filled, Math.min(mix.capacity(), filled + 65_536)));
            if (read < 0) {
                return filled;
            }
            filled += read;
        }
        return filled;
    }

    private void keepTail(int from) {
        for (int c = 0; c < mix.channels(); c++) {
            System.arraycopy(mix.plane(c), from, mix.plane(c), 0, overlap);
        }
    }

    private AudioBlock tail(AudioBlock stem, int from) {
        AudioBlock tail = new AudioBlock(stem.channels(), overlap);
        tail.copyFrom(stem.window(from, from + overlap));
        return tail;
    }

    /** From the end of the block before into the beginning of this one. */
    private void fadeOver(List<AudioBlock> stems, int filled) {
        int length = Math.min(overlap, filled);
        for (int stem = 0; stem < before.size(); stem++) {
            for (int c = 0; c < mix.channels(); c++) {
                float[] old = before.get(stem).plane(c);
                float[] fresh = stems.get(stem).plane(c);
                for (int i = 0; i < length; i++) {
                    float weight = (i + 0.5f) / overlap;
                    fresh[i] = old[i] + weight * (fresh[i] - old[i]);
                }
            }
        }
    }
}
