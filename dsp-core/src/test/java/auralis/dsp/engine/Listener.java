package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.fail;

import auralis.dsp.AudioBlock;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Reads a renderer as an output thread does and keeps what it got. */
final class Listener {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private final PlaybackRenderer renderer;
    private final AudioBlock dryBlock;
    private final AudioBlock masteredBlock;
    boolean awaitMastered;
    float[][] dry;
    float[][] mastered;
    int frames;

    Listener(PlaybackRenderer renderer, boolean awaitMastered) {
        this.renderer = renderer;
        this.awaitMastered = awaitMastered;
        int channels = renderer.format().channels();
        this.dryBlock = new AudioBlock(channels, 4096);
        this.masteredBlock = new AudioBlock(channels, 4096);
        forget();
    }

    PlaybackRenderer renderer() {
        return renderer;
    }

    void forget() {
        frames = 0;
        dry = new float[dryBlock.channels()][0];
        mastered = new float[dryBlock.channels()][0];
    }

    /** One read of at most so many frames; what it delivered is appended. */
    int read(int most) {
        int n =
                renderer.read(
                        renderer.generation(),
                        dryBlock.first(most),
                        masteredBlock.first(most),
                        awaitMastered);
        if (n > 0) {
            dry = appended(dry, dryBlock);
            mastered = appended(mastered, masteredBlock);
            frames += n;
        }
        return n;
    }

    /** Reads so many frames, or to the end, in blocks of uneven lengths. */
    Listener readFrames(int count) {
        int goal = frames + count;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (int n = 0; frames < goal && n >= 0; ) {
            n = read(Math.min(goal - frames, 1 + (frames * 31 + 7) % 1999));
            if (n == 0) {
                LockSupport.parkNanos(200_000);
            }
            if (System.nanoTime() > deadline) {
                fail("only " + frames + " frames of " + goal);
            }
        }
        return this;
    }

    /** Reads to the end no faster than a device, to which the renderer stays seconds ahead. */
    Listener playToEnd() {
        int lead = (int) renderer.format().frames(3);
        for (int n = 0; n >= 0; ) {
            await(() -> renderer.ready(renderer.generation(), lead, true));
            n = read(500);
        }
        return this;
    }

    Listener readToEnd() {
        return readFrames(Integer.MAX_VALUE / 2);
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("did not come true");
            }
            LockSupport.parkNanos(200_000);
        }
    }

    private float[][] appended(float[][] planes, AudioBlock block) {
        float[][] longer = new float[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            longer[c] =
                    frames + block.frames() <= planes[c].length
                            ? planes[c]
                            : Arrays.copyOf(planes[c], 2 * (frames + block.frames()));
            System.arraycopy(block.plane(c), block.from(), longer[c], frames, block.frames());
        }
        return longer;
    }
}
