package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.function.Consumer;

/**
 * Takes the pauses out of a stream: digital silence at its start and end, and any that lasts longer
 * than 2 s. Shorter silence stays, since it is part of a rhythm (a beat of 60 per minute may leave
 * a second empty).
 */
final class SilenceGate {
    static final double LONGEST_REST_SECONDS = 2;

    /** No piece is longer. */
    static final int STRETCH = 4096;

    private final Consumer<AudioBlock> sound;
    private final AudioBlock rest;
    private final long longestRest;
    private boolean started;
    private long silentFrames;

    /**
     * @param sound is given what is sound, in pieces
     */
    SilenceGate(StreamFormat format, Consumer<AudioBlock> sound) {
        this.sound = sound;
        this.rest = new AudioBlock(format.channels(), STRETCH);
        this.longestRest = format.frames(LONGEST_REST_SECONDS);
    }

    /** Reads the window of the block, which is back in place afterwards. */
    void process(AudioBlock block) {
        int from = block.from();
        int to = block.to();
        // Short stretches, so that silence inside one is a rest for any length of the blocks.
        for (int at = from; at < to; at += STRETCH) {
            stretch(block, at, Math.min(to, at + STRETCH));
        }
        block.window(from, to);
    }

    private void stretch(AudioBlock block, int from, int to) {
        int first = from;
        while (first < to && isSilent(block, first)) {
            first++;
        }
        silentFrames += first - from;
        if (first == to) {
            return;
        }
        int last = to - 1;
        while (isSilent(block, last)) {
            last--;
        }
        endRest();
        sound.accept(block.window(first, last + 1));
        silentFrames = to - 1 - last;
    }

    private void endRest() {
        if (started && silentFrames <= longestRest) {
            while (silentFrames > 0) {
                int frames = (int) Math.min(silentFrames, STRETCH);
                sound.accept(rest.first(frames));
                silentFrames -= frames;
            }
        }
        started = true;
    }

    private static boolean isSilent(AudioBlock block, int frame) {
        for (int c = 0; c < block.channels(); c++) {
            if (block.plane(c)[frame] != 0) {
                return false;
            }
        }
        return true;
    }
}
