package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.List;

/**
 * The stream is cut into blocks of some length, each of which is separated by itself; neighbours
 * overlap by two seconds, over which is faded. So memory does not depend on the length, and the
 * stems always add up to the mix.
 */
final class BlockStream {
    private static final int OVERLAP_SECONDS = 2;

    /** Faster rates get shorter blocks, of the same memory. */
    private static final int MOST_BLOCK_FRAMES = 60 * 48_000;

    private final AudioSource source;
    private final Separator.Taker taker;
    private final Progress progress;
    private final Grid grid;
    private final int overlap;
    private final AudioBlock mix;
    private List<AudioBlock> before = List.of();

    BlockStream(AudioSource source, int blockSeconds, Separator.Taker taker, Progress progress) {
        int rate = source.format().sampleRate();
        this.source = source;
        this.taker = taker;
        this.progress = progress;
        this.grid = Grid.of(rate);
        this.overlap = OVERLAP_SECONDS * rate;
        this.mix =
                new AudioBlock(
                        source.format().channels(),
                        Math.max(4 * overlap, Math.min(MOST_BLOCK_FRAMES, blockSeconds * rate)));
    }

    void run() throws IOException, InterruptedException {
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
