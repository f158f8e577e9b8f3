package auralis.app.play;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.engine.MeterTap;
import auralis.dsp.engine.PlaybackRenderer;
import java.util.Arrays;
import java.util.OptionalInt;

/** An open track on its way to the device: its renderer, and how its two sides become one. */
final class Voice {
    private static final int NOT_YET = 0;

    // ---- set before start
    private final long track;
    private final PlaybackRenderer renderer;
    private final Sides sides;
    private final OptionalInt sourceBits;
    private final Guidance guidance;
    private final boolean joined;
    private final MeterTap tap;

    // ---- output thread only
    private final Mixer mixer;
    private final AudioBlock dry;
    private final AudioBlock mastered;
    private long startFrame;
    private boolean masteredTold;

    // ---- shared: written by the output thread
    private volatile int generation = NOT_YET;
    private volatile int endedGeneration = NOT_YET;
    private volatile long heard;

    /**
     * @param sides what it is read by
     * @param sourceBits bits of a sample of the file, where they mean something
     * @param joined whether it continues the track before without a break
     * @param blockFrames the most that is read at a time
     */
    Voice(
            long track,
            PlaybackRenderer renderer,
            Sides sides,
            OptionalInt sourceBits,
            Guidance guidance,
            Mix mix,
            boolean joined,
            int blockFrames) {
        StreamFormat format = sides.format();
        this.track = track;
        this.renderer = renderer;
        this.sides = sides;
        this.sourceBits = sourceBits;
        this.guidance = guidance;
        this.joined = joined;
        this.tap = mix.tap();
        this.mixer = new Mixer(mix, guidance, format.sampleRate());
        this.dry = new AudioBlock(format.channels(), blockFrames);
        this.mastered = new AudioBlock(format.channels(), blockFrames);
    }

    // ---- any thread

    long track() {
        return track;
    }

    PlaybackRenderer renderer() {
        return renderer;
    }

    Guidance guidance() {
        return guidance;
    }

    OptionalInt sourceBits() {
        return sourceBits;
    }

    StreamFormat format() {
        return sides.format();
    }

    boolean joined() {
        return joined;
    }

    /** The frame that is heard now. */
    long position() {
        return generation == renderer.generation() ? heard : renderer.position();
    }

    /** Whether the last frame was heard. */
    boolean ended() {
        return endedGeneration == renderer.generation();
    }

    // ---- conductor only

    /** Has the renderer run the chain that was given last. */
    void followMastering() {
        sides.follow(guidance.given().rendering());
    }

    // ---- output thread: allocates nothing, waits for nothing

    /** Whether it was told to go elsewhere. */
    boolean sought() {
        return generation != renderer.generation();
    }

    /** Goes on where the newest seek leads. */
    void begin() {
        int newest = renderer.generation();
        startFrame = renderer.position();
        heard = startFrame;
        generation = newest;
        sides.begin();
        tap.reset();
    }

    boolean ready(int frames) {
        return renderer.ready(renderer.generation(), frames, mixer.wantsMastered());
    }

    /** How many frames were read since {@link #begin} and not given back. */
    long taken() {
        return renderer.position() - startFrame;
    }

    boolean untouched() {
        return taken() == 0;
    }

    /** In frames; a huge number while it is unknown. */
    long length() {
        return renderer.totalFrames().orElse(Long.MAX_VALUE);
    }

    /** How many frames are left to read. */
    long left() {
        return length() - renderer.position();
    }

    /**
     * Reads and mixes the next frames; they are in {@link #sound}.
     *
     * @param fresh whether the device was silent before
     * @return as {@link PlaybackRenderer#read}
     */
    int read(int frames, boolean fresh) {
        return read(frames, fresh, true);
    }

    /** The same of a track that fades out: the meters listen to the other. */
    int readLeaving(int frames) {
        return read(frames, false, false);
    }

    private int read(int frames, boolean fresh, boolean told) {
        dry.first(frames);
        mastered.first(frames);
        boolean first = fresh || untouched();
        int count = sides.read(generation, dry, mastered, mixer.wantsMastered());
        if (count > 0 && told) {
            tell();
        }
        if (count > 0) {
            mixer.mix(dry, mastered, renderer.masteredHeard(), first);
        }
        return count;
    }

    /** What the mastered side read while it still was the original does not count. */
    private void tell() {
        boolean mastering = renderer.masteredHeard();
        if (mastering && !masteredTold) {
            tap.reset();
        }
        masteredTold = mastering;
        tap.write(track, dry, mastered, renderer.reductionDb());
    }

    /** What was read last. */
    AudioBlock sound() {
        return mastered;
    }

    /** The number of the first frame of {@link #sound}, for the dither. */
    long soundFrom() {
        return renderer.position() - mastered.frames();
    }

    /**
     * Whether what was read last is on the grid of the file: then it needs no rounding, hence no
     * dither, and every bit is kept. Where mastering happens to change nothing for a moment it is
     * dithered all the same, as in an export.
     */
    boolean isExact(int deviceBits) {
        if (sourceBits.isEmpty() || sourceBits.getAsInt() > deviceBits) {
            return false;
        }
        Mastering.Rendering now = guidance.given().rendering();
        if (mixer.hearsMastered() && now != null && !now.neutral()) {
            return false;
        }
        for (int c = 0; c < dry.channels(); c++) {
            int frames = dry.frames();
            if (!Arrays.equals(dry.plane(c), 0, frames, mastered.plane(c), 0, frames)) {
                return false;
            }
        }
        return true;
    }

    /** The device has so many frames that nobody has heard. */
    void unheard(long frames) {
        heard = renderer.position() - frames;
    }

    /** Takes back frames that nobody will hear. */
    void giveBack(long frames) {
        renderer.rewind(generation, frames);
        heard = renderer.position();
    }

    void end() {
        heard = renderer.position();
        endedGeneration = generation;
    }
}
