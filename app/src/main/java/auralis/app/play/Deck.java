package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.resample.Dither;
import auralis.dsp.resample.Quantizer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tracks of one format in a row on an output, turned by the output thread 10 ms at a time. Where a
 * track ends the next goes on with the very next frame, or the two overlap for some seconds.
 *
 * <p>A pause drops what the device has not played and takes the same frames from the renderers
 * again later: what devices keep over a stop differs, and the counter of some jumps. Frames of two
 * tracks may be among them; hence the track before is kept until its last frame was heard.
 *
 * <p>A seek lets the device play what it has, and fades out and in.
 */
final class Deck {
    private static final double BLOCK_SECONDS = 0.01;

    /** So much must be rendered before the first sound and after the renderer was too slow. */
    private static final double PRIME_SECONDS = 0.25;

    /** While the device still has so much, a late renderer is waited for without a gap. */
    private static final double GRACE_SECONDS = 0.015;

    /** An integer of more bits than a float's mantissa needs no rounding. */
    private static final int MOST_ROUNDED_BITS = 24;

    // ---- set before start
    private final SoundOutput output;
    private final Mix mix;
    private final StreamFormat format;
    private final int blockFrames;
    private final int primeFrames;
    private final int graceFrames;

    // ---- output thread only
    private final Quantizer quantizer;
    private final AudioBlock silence;
    private final Backlog backlog = new Backlog();
    private final Overlap overlap = new Overlap();
    private final Cut cut;
    private Voice current;
    private boolean running;
    private boolean primed;

    // ---- shared: offered by the conductor, taken by the output thread or taken back
    private final AtomicReference<Voice> next = new AtomicReference<>();

    // ---- shared: written by the output thread
    private volatile Voice heard;
    private volatile Voice before; // until its last frame was heard
    private volatile boolean lost;

    Deck(SoundOutput output, Voice first, Mix mix) {
        this.output = output;
        this.mix = mix;
        this.format = first.format();
        this.blockFrames = blockFrames(format);
        this.primeFrames = (int) format.frames(PRIME_SECONDS);
        this.graceFrames = (int) format.frames(GRACE_SECONDS);
        this.current = first;
        this.heard = first;
        int bits = Math.min(output.bitDepth(), MOST_ROUNDED_BITS);
        this.quantizer = new Quantizer(bits, Dither.TPDF);
        quantizer.prepare(format, blockFrames);
        this.silence = new AudioBlock(format.channels(), blockFrames);
        this.cut = new Cut(format.channels(), blockFrames);
    }

    static int blockFrames(StreamFormat format) {
        return (int) Math.max(1, format.frames(BLOCK_SECONDS));
    }

    // ---- any thread

    SoundOutput output() {
        return output;
    }

    /** The track whose sound leaves the device now. */
    Voice heard() {
        return heard;
    }

    /** Whether the track may still be asked for frames. */
    boolean needs(Voice voice) {
        return voice == before || voice == heard;
    }

    /** Whether the device went away. */
    boolean lost() {
        return lost;
    }

    // ---- conductor only

    /** Offers what goes on behind the track that is heard; of the same format. */
    void follow(Voice voice) {
        next.set(voice);
    }

    /** Takes the offer back; false when it was taken already and will be heard. */
    boolean unfollow(Voice voice) {
        return next.compareAndSet(voice, null);
    }

    // ---- output thread: allocates nothing, waits for nothing but the device

    /**
     * Does the next bit of work.
     *
     * @return whether there may be more at once
     */
    boolean turn(boolean playing) {
        goWhereSought();
        if (!playing) {
            halt();
        }
        if (!playing || lost || current.ended()) {
            return false;
        }
        primed = primed || current.ready(primeFrames);
        return primed ? play() : fillGap();
    }

    /** Falls silent and goes back to what was heard last. */
    void halt() {
        if (running) {
            long given = output.written();
            output.stop();
            takeBack(given - output.written());
            rest();
        }
    }

    private void goWhereSought() {
        if (before != null && before.sought()) {
            halt();
            forgetBefore();
        }
        if (current.sought()) {
            forgetBefore();
            current.begin();
            heard = current;
            primed = false;
            fadeOut();
            backlog.clear();
        }
    }

    /** What the device has already is heard: dropping it would be a click. */
    private void fadeOut() {
        if (running && cut.isNeeded() && write(cut.fadeOut(), null, null) > 0) {
            abandon();
        }
    }

    private void rest() {
        running = false;
        primed = false;
        backlog.clear();
        cut.forget();
        if (!overlap.running()) {
            forgetBefore();
        }
    }

    private void forgetBefore() {
        overlap.end();
        before = null;
    }

    /** What was given last and nobody will hear is read again later. */
    private void takeBack(long frames) {
        long ofBefore = before == null ? 0 : backlog.of(before, frames);
        current.giveBack(backlog.of(current, frames));
        if (ofBefore == 0) {
            return;
        }
        before.giveBack(ofBefore);
        overlap.goBack(ofBefore);
        if (current.untouched()) {
            next.set(current);
            current = before;
            heard = current;
            forgetBefore();
        }
    }

    private boolean play() {
        considerOverlap();
        boolean both = overlap.running();
        int frames = both ? readBoth() : current.read(blockFrames, !running);
        if (frames > 0) {
            give(both && before != null);
        } else if (frames < 0) {
            goOn();
        } else {
            primed = false;
        }
        return true;
    }

    private void considerOverlap() {
        Voice coming = next.get();
        if (coming == null || coming.joined() || before != null) {
            return;
        }
        long fade = overlapFrames(coming);
        if (fade > 0 && current.left() <= fade && take(coming)) {
            overlap.begin(current.left());
            changeTo(coming);
        }
    }

    private boolean take(Voice coming) {
        return coming.ready(primeFrames) && next.compareAndSet(coming, null);
    }

    /** At most half of a short track. */
    private long overlapFrames(Voice coming) {
        long most = Math.min(current.length(), coming.length()) / 2;
        return Math.min(format.frames(mix.crossfadeSeconds()), most);
    }

    private void changeTo(Voice coming) {
        before = current;
        current = coming;
        current.begin();
    }

    /** As many of the current track as there were of the one that is faded out. */
    private int readBoth() {
        int tail = before.readLeaving(blockFrames);
        if (tail <= 0) {
            forgetBefore();
            return current.read(blockFrames, false);
        }
        int frames = Math.max(0, current.read(tail, false));
        before.giveBack(tail - frames);
        if (frames > 0) {
            overlap.mix(before.sound(), current.sound());
        }
        return frames;
    }

    private void give(boolean both) {
        AudioBlock sound = current.sound();
        boolean fadesIn = cut.fadesIn();
        if (fadesIn) {
            cut.fadeIn(sound);
        }
        if (both || fadesIn || !current.isExact(output.bitDepth())) {
            quantizer.position(current.soundFrom());
            quantizer.process(sound);
        }
        int refused = write(sound, current, both ? before : null);
        cut.sounds(sound);
        long unheard = output.written() - output.position() + refused;
        lookWhatIsHeard(unheard);
        if (refused > 0) {
            takeBack(unheard);
            abandon();
        }
    }

    private void lookWhatIsHeard(long unheard) {
        long ofCurrent = backlog.of(current, unheard);
        current.unheard(ofCurrent);
        if (before == null) {
            return;
        }
        long ofBefore = backlog.of(before, unheard);
        before.unheard(ofBefore);
        // A device may stop exactly between the two: then its next frame is of the current one.
        if (ofBefore == 0 || ofCurrent < current.taken()) {
            heard = current;
        }
        if (ofBefore == 0 && !overlap.running()) {
            forgetBefore();
        }
    }

    /** Answers how many frames the device did not take; any means that it is gone. */
    private int write(AudioBlock sound, Voice voice, Voice leaving) {
        running = true;
        backlog.add(sound.frames(), voice, leaving);
        return sound.frames() - output.write(sound);
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
        silence.all().clear();
        cut.rests();
        if (write(silence, null, null) > 0) {
            abandon();
        }
        return !lost;
    }

    /** Behind the last frame of a track. */
    private void goOn() {
        overlap.end();
        Voice coming = next.getAndSet(null);
        if (coming == null) {
            finish();
        } else {
            changeTo(coming);
            primed = current.ready(blockFrames);
        }
    }

    private void finish() {
        if (running) {
            output.drain();
            output.stop();
        }
        rest();
        current.end();
        heard = current;
    }
}
