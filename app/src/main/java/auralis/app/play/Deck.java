package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.engine.MeterTap;
import auralis.dsp.engine.PlaybackRenderer;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.Quantizer;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * An open track on an output, turned by the output thread 10 ms at a time.
 *
 * <p>A pause drops what the device has not played and takes the same frames from the renderer again
 * later: what devices keep over a stop differs, and the counter of some jumps.
 */
final class Deck {
    private static final double BLOCK_SECONDS = 0.01;

    /** So much must be rendered before the first sound and after the renderer was too slow. */
    private static final double PRIME_SECONDS = 0.1;

    /** While the device still has so much, a late renderer is waited for without a gap. */
    private static final double GRACE_SECONDS = 0.015;

    private static final int NOT_YET = 0;

    // ---- set before start
    private final long track;
    private final PlaybackRenderer renderer;
    private final SoundOutput output;
    private final MeterTap tap;
    private final boolean exact;
    private final int primeFrames;
    private final int graceFrames;

    // ---- output thread only
    private final Mixer mixer;
    private final Quantizer quantizer;
    private final AudioBlock dry;
    private final AudioBlock mastered;
    private final Backlog backlog = new Backlog();
    private boolean running;
    private boolean masteredTold;
    private boolean primed;

    // ---- shared: written by the output thread
    private volatile int generation = NOT_YET;
    private volatile int endedGeneration = NOT_YET;
    private volatile long heard;
    private volatile boolean lost;

    /**
     * @param sourceBits bits of a sample of the file, where they mean something
     */
    Deck(
            long track,
            PlaybackRenderer renderer,
            SoundOutput output,
            OptionalInt sourceBits,
            Mix mix,
            MeterTap tap) {
        StreamFormat format = renderer.format();
        this.track = track;
        this.renderer = renderer;
        this.output = output;
        this.tap = tap;
        this.exact = sourceBits.isPresent() && sourceBits.getAsInt() <= output.bitDepth();
        this.primeFrames = (int) format.frames(PRIME_SECONDS);
        this.graceFrames = (int) format.frames(GRACE_SECONDS);
        int frames = (int) Math.max(1, format.frames(BLOCK_SECONDS));
        this.mixer = new Mixer(track, mix, format.sampleRate());
        this.quantizer = new Quantizer(output.bitDepth(), Dither.TPDF);
        quantizer.prepare(format, frames);
        this.dry = new AudioBlock(format.channels(), frames);
        this.mastered = new AudioBlock(format.channels(), frames);
    }

    // ---- any thread

    long track() {
        return track;
    }

    PlaybackRenderer renderer() {
        return renderer;
    }

    SoundOutput output() {
        return output;
    }

    /** The frame that is heard now. */
    long position() {
        return generation == renderer.generation() ? heard : renderer.position();
    }

    /** Whether the last frame was heard. */
    boolean ended() {
        return endedGeneration == renderer.generation();
    }

    /** Whether the device went away. */
    boolean lost() {
        return lost;
    }

    // ---- output thread: allocates nothing, waits for nothing but the device

    /**
     * Does the next bit of work.
     *
     * @return whether there may be more at once
     */
    boolean turn(boolean playing) {
        int newest = renderer.generation();
        if (newest != generation) {
            begin(newest);
        }
        if (!playing) {
            halt();
        }
        if (!playing || lost || endedGeneration == newest) {
            return false;
        }
        boolean awaitMastered = mixer.wantsMastered();
        primed = primed || renderer.ready(newest, primeFrames, awaitMastered);
        return primed ? play(newest, awaitMastered) : fillGap();
    }

    /** Falls silent and goes back to what was heard last. */
    void halt() {
        if (running) {
            long given = output.written();
            output.stop();
            renderer.rewind(generation, backlog.music(given - output.written()));
            rest();
        }
    }

    private void begin(int newest) {
        output.stop();
        rest();
        tap.reset();
        heard = renderer.position();
        generation = newest;
    }

    private void rest() {
        running = false;
        primed = false;
    }

    private boolean play(int newest, boolean awaitMastered) {
        int frames = renderer.read(newest, dry.all(), mastered.all(), awaitMastered);
        if (frames > 0) {
            give();
        } else if (frames < 0) {
            finish(newest);
        } else {
            primed = false;
        }
        return true;
    }

    private void give() {
        tell();
        mixer.mix(dry, mastered, renderer.masteredHeard(), !running);
        if (!exact || !unchanged()) {
            quantizer.position(renderer.position() - mastered.frames());
            quantizer.process(mastered);
        }
        int refused = write(true);
        long unheard = backlog.music(output.written() - output.position());
        heard = renderer.position() - unheard - refused;
        if (refused > 0) {
            renderer.rewind(generation, unheard + refused);
            abandon();
        }
    }

    /** What the mastered side read while it was still the original does not count. */
    private void tell() {
        boolean mastering = renderer.masteredHeard();
        if (mastering && !masteredTold) {
            tap.reset();
        }
        masteredTold = mastering;
        tap.write(track, dry, mastered, 0);
    }

    /** What is on the grid of the file needs no rounding, hence no dither: every bit is kept. */
    private boolean unchanged() {
        for (int c = 0; c < dry.channels(); c++) {
            int frames = dry.frames();
            if (!Arrays.equals(dry.plane(c), 0, frames, mastered.plane(c), 0, frames)) {
                return false;
            }
        }
        return true;
    }

    /** Answers how many frames the device did not take; any means that it is gone. */
    private int write(boolean music) {
        running = true;
        int taken = output.write(mastered);
        backlog.add(taken, music);
        return mastered.frames() - taken;
    }

    /** Has nothing more to do with the device. */
    void abandon() {
        lost = true;
        rest();
    }

    /** The renderer is late: silence keeps the device going, no frame is left out. */
    private boolean fillGap() {
        if (!running || output.written() - output.position() > graceFrames) {
            return false;
        }
        mastered.all().clear();
        if (write(false) > 0) {
            abandon();
        }
        return !lost;
    }

    private void finish(int newest) {
        if (running) {
            output.drain();
            output.stop();
        }
        rest();
        heard = renderer.position();
        endedGeneration = newest;
    }
}
