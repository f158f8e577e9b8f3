package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Renders a track ahead of the listener, original ("dry") and mastered side by side and frame
 * aligned.
 *
 * <p>A thread of its own decodes the source once into the dry ring and runs the chain from that
 * ring into a mastered ring, up to 15 s ahead. The reading side copies finished frames and never
 * waits, locks or allocates.
 *
 * <p><b>Seek.</b> Decoding begins some seconds before the target and the chain runs over them, so
 * that its state is what it would be had it run from the first frame (as far as it forgets within
 * that time). From frame 0 the mastered side is bit-identical to running the chain offline.
 *
 * <p><b>Another chain</b> is run, after the same pre-roll, from the play head on into a second
 * mastered ring, while the reader goes on in the first. When it is far enough ahead the reader
 * fades over to it within 20 ms. Requests that come faster than that are skipped but for the last.
 *
 * <p><b>Threads.</b> Each seek makes a new generation, told with each read. The renderer overwrites
 * rings only for a newer generation, and a read checks, after copying, that its own is still the
 * newest (a sequence lock: Boehm, "Can seqlocks get along with programming language memory
 * models?", MSPC 2012); otherwise what it copied counts for nothing.
 */
public final class PlaybackRenderer implements Closeable {
    private static final double AHEAD_SECONDS = 15;

    /** The slowest state of the chain, the limiter's slow release, forgets by 145 dB in it. */
    private static final double PRE_ROLL_SECONDS = 5;

    /** How much is kept behind the play head for {@link #rewind}. */
    private static final double KEPT_SECONDS = 0.5;

    /** How much must be there before something less urgent is done. */
    private static final double LEAD_SECONDS = 0.5;

    private static final double FADE_SECONDS = 0.02;

    /** Bounds the memory for high rates and many channels: samples of one ring's look-ahead. */
    private static final int MAX_SAMPLES_AHEAD = 1 << 24;

    private static final int BLOCK_FRAMES = 1024;
    private static final long NAP_NANOS = 20_000_000;

    /** Where to go on, and the how many-th seek that is. */
    private record Seek(int generation, long frame) {}

    // ---- set before start
    private final AudioSource source;
    private final StreamFormat format;
    private final int aheadFrames;
    private final int preRollFrames;
    private final int keptFrames;
    private final int leadFrames;
    private final int fadeFrames;
    private final Thread thread;

    // ---- shared: written by whoever commands
    private final AtomicReference<Seek> seek;
    private volatile MasteredSide.Request chainRequest = new MasteredSide.Request(null);
    private volatile boolean closed;

    // ---- shared: written by the renderer
    private volatile Take take;
    private volatile OptionalLong totalFrames;
    private volatile Exception sourceFailure;

    // ---- renderer only
    private final Ring dryRing;
    private final MasteredSide masteredSide;
    private final AudioBlock block;

    // ---- reader only
    private final AudioBlock scratch;

    /**
     * Starts to render from a frame on.
     *
     * @param source belongs to the renderer from now on, which closes it
     */
    public PlaybackRenderer(AudioSource source, long startFrame) {
        this(source, startFrame, AHEAD_SECONDS, PRE_ROLL_SECONDS);
    }

    PlaybackRenderer(
            AudioSource source, long startFrame, double aheadSeconds, double preRollSeconds) {
        this.source = source;
        this.format = source.format();
        this.totalFrames = source.frames();
        this.seek = new AtomicReference<>(new Seek(1, clamped(startFrame)));
        long most = MAX_SAMPLES_AHEAD / format.channels();
        this.aheadFrames = (int) Math.min(most, format.frames(aheadSeconds));
        this.preRollFrames = (int) format.frames(preRollSeconds);
        this.keptFrames = (int) format.frames(KEPT_SECONDS);
        this.leadFrames = (int) Math.min(aheadFrames / 2, format.frames(LEAD_SECONDS));
        this.fadeFrames = (int) format.frames(FADE_SECONDS);
        int channels = format.channels();
        this.dryRing = new Ring(channels, preRollFrames + keptFrames + aheadFrames);
        this.block = new AudioBlock(channels, Math.min(BLOCK_FRAMES, aheadFrames));
        this.masteredSide =
                new MasteredSide(
                        format,
                        preRollFrames,
                        aheadFrames,
                        keptFrames,
                        leadFrames,
                        block.capacity());
        this.scratch = new AudioBlock(channels, fadeFrames);
        this.thread = new Thread(this::run, "renderer");
        thread.setDaemon(true);
        thread.start();
    }

    // ---- any thread

    public StreamFormat format() {
        return format;
    }

    /** The length of the track, where the source tells or the end was reached. */
    public OptionalLong totalFrames() {
        return totalFrames;
    }

    /** Continues at a frame, 0..total. */
    public void seek(long frame) {
        seek.updateAndGet(s -> new Seek(s.generation + 1, clamped(frame)));
        LockSupport.unpark(thread);
    }

    /** The number of the newest seek, which reads carry. */
    public int generation() {
        return seek.get().generation;
    }

    /**
     * Swaps the mastering chain without a gap or a click.
     *
     * @param chain not prepared, belongs to the renderer from now on; null for no mastered side
     */
    public void chain(AudioProcessor chain) {
        chainRequest = new MasteredSide.Request(chain);
        LockSupport.unpark(thread);
    }

    /** The frame that the next read delivers. */
    public long position() {
        Seek wanted = seek.get();
        Take now = take;
        return now != null && now.generation == wanted.generation ? now.head() : wanted.frame;
    }

    /** Whether the mastered side is rendered at the play head. */
    public boolean masteredReady() {
        Take now = take;
        return now != null && now.generation == generation() && now.masteredReady();
    }

    /** Why the track ends before its time. */
    public Optional<Exception> sourceFailure() {
        return Optional.ofNullable(sourceFailure);
    }

    /** Why there is no mastered side although a chain was given. */
    public Optional<Exception> masteringFailure() {
        return Optional.ofNullable(masteredSide.failure());
    }

    /** Ends the rendering and, a moment later, closes the source. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    // ---- reader (one thread): never waits, locks or allocates

    /**
     * Whether so many frames, or all up to the end, can be read at once.
     *
     * @param awaitMastered as in {@link #read}
     */
    public boolean ready(int generation, int frames, boolean awaitMastered) {
        Take now = take;
        return now != null && now.generation == generation && now.ready(frames, awaitMastered);
    }

    /**
     * Copies the next finished frames, as many as the windows of the blocks hold, and narrows the
     * windows to them. While there is no chain, or it failed, the mastered side is the dry one.
     *
     * @param generation the seek that the caller knows of; nothing is delivered for an older one
     * @param awaitMastered whether to deliver only frames whose mastered side is finished; else,
     *     when it is late, the dry side is on both until it has caught up
     * @return how many frames; 0 when none is finished yet, -1 at the end of the track
     */
    public int read(int generation, AudioBlock dry, AudioBlock mastered, boolean awaitMastered) {
        Take now = take;
        if (now == null || now.generation != generation || generation() != generation) {
            return 0;
        }
        int frames = now.read(dry, mastered, awaitMastered, scratch);
        VarHandle.acquireFence();
        if (generation() != generation) {
            return 0;
        }
        if (frames > 0) {
            now.advance(frames);
        }
        return frames;
    }

    /** Whether the mastered side of what was read last was, or began to be, that of a chain. */
    public boolean masteredHeard() {
        Take now = take;
        return now != null && now.masteredHeard();
    }

    /** Delivers up to 0.5 s of what was read again, because nobody has heard it. */
    public void rewind(int generation, long frames) {
        Take now = take;
        if (now != null && now.generation == generation) {
            now.rewind(frames, keptFrames);
        }
    }

    // ---- renderer only

    private void run() {
        try (source) {
            while (!closed) {
                if (!step()) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        } catch (IOException e) {
            sourceFailure = e;
        }
    }

    private boolean step() {
        Seek wanted = seek.get();
        if (take == null || take.generation != wanted.generation) {
            begin(wanted);
            return true;
        }
        masteredSide.follow(chainRequest, take);
        boolean starving = take.dry.end() < take.head() + leadFrames;
        return (starving && decode()) || masteredSide.advance(take) || decode();
    }

    private void begin(Seek wanted) {
        sourceFailure = null;
        Lane dry = new Lane(dryRing, Math.max(0, wanted.frame - preRollFrames), false);
        Lane heard = masteredSide.begin(chainRequest, dry, wanted.frame);
        Take begun = new Take(wanted.generation, wanted.frame, dry, heard, fadeFrames);
        try {
            source.seek(dry.from);
        } catch (IOException | RuntimeException e) {
            endEarly(begun, e);
        }
        take = begun;
    }

    private boolean decode() {
        Take now = take;
        long room = now.head() + aheadFrames - now.dry.end();
        if (now.total() != Take.UNKNOWN || room < block.capacity()) {
            return false;
        }
        try {
            int frames = source.read(block.all());
            if (frames < 0) {
                now.total(now.dry.end());
                totalFrames = OptionalLong.of(now.dry.end());
                return true;
            }
            now.dry.append(block.first(frames));
            return frames > 0;
        } catch (IOException | RuntimeException e) {
            endEarly(now, e);
            return true;
        }
    }

    private void endEarly(Take now, Exception e) {
        sourceFailure = e;
        now.total(now.dry.end());
    }

    private long clamped(long frame) {
        return Math.max(0, Math.min(frame, totalFrames.orElse(Long.MAX_VALUE)));
    }
}
