package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Renders a track ahead of the listener, original ("dry") and mastered side by side and frame
 * aligned.
 *
 * <p>A thread of its own decodes the source once and runs the chain over what it decoded, up to 15
 * s ahead, a {@linkplain Chunk chunk} at a time. The reading side copies finished frames and never
 * waits, locks or allocates.
 *
 * <p><b>Cache.</b> Finished chunks are also kept in a {@link RenderCache}. Where it knows what
 * follows a seek or another chain, that is taken instead of rendered. When less than half of the
 * look-ahead is left of it, rendering goes on behind: where it was interrupted by the seek if that
 * is there, else after a pre-roll.
 *
 * <p><b>Seek.</b> The chain runs over some seconds before the target, so that its state is what it
 * would be had it run from the first frame (as far as it forgets within that time). To decode and
 * to master them takes a while: a draft, for which both began one second before the target, is
 * heard until then, and faded over. Drafts are not cached. From frame 0 the mastered side is
 * bit-identical to running the chain offline, and such chunks replace others in the cache.
 *
 * <p><b>Another chain</b> is run from the play head on into a second lane in the same way, while
 * the reader goes on in the first. When it is far enough ahead the reader fades over to it within
 * 20 ms. Requests that come faster than that are skipped but for the last.
 *
 * <p><b>Threads.</b> Each seek makes a new generation, told with each read, and lanes of its own.
 * Chunks never change, and a lane lets go of those only that the reader is past, so a read that
 * runs into a seek copies what belongs together; it counts for nothing, because the reader checks
 * the generation behind it.
 */
public final class PlaybackRenderer implements Closeable {
    private static final long NAP_NANOS = 20_000_000;

    /** Where to go on, and the how many-th seek that is. */
    private record Seek(int generation, long frame) {}

    // ---- set before start
    private final AudioSource source;
    private final StreamFormat format;
    private final Spans spans;
    private final Thread thread;

    // ---- shared: written by whoever commands
    private final AtomicReference<Seek> seek;
    private volatile MasteredSide.Request chainRequest = new MasteredSide.Request(null, null);
    private volatile boolean closed;

    // ---- shared: written by the renderer
    private volatile Take take;
    private volatile OptionalLong totalFrames;

    // ---- renderer only
    private final Decoder decoder;
    private final Prelude prelude;
    private final MasteredSide masteredSide;

    // ---- reader only
    private final AudioBlock scratch;

    /** Starts to render from a frame on, without a cache. */
    public PlaybackRenderer(AudioSource source, long startFrame) {
        this(source, null, new RenderCache(0), startFrame);
    }

    /**
     * Starts to render from a frame on.
     *
     * @param source belongs to the renderer from now on, which closes it
     * @param content what the track is called in the cache, equal for equal sound; null keeps it
     *     out of it
     */
    public PlaybackRenderer(
            AudioSource source, Object content, RenderCache cache, long startFrame) {
        this(source, content, cache, null, startFrame);
    }

    /**
     * Starts to render a track of an album: the mastered side is that of {@link FollowingSource}.
     *
     * @param leadIn the track before; null for none
     */
    public PlaybackRenderer(
            AudioSource source, Object content, RenderCache cache, LeadIn leadIn, long startFrame) {
        this(source, content, cache, leadIn, startFrame, Spans.standard(source.format()));
    }

    PlaybackRenderer(
            AudioSource source,
            Object content,
            RenderCache cache,
            LeadIn leadIn,
            long startFrame,
            Spans spans) {
        this.source = source;
        this.format = source.format();
        this.spans = spans;
        this.totalFrames = source.frames();
        this.seek = new AtomicReference<>(new Seek(1, clamped(startFrame)));
        this.prelude = new Prelude(leadIn, format);
        this.decoder = new Decoder(source, cache.shelf(content, Shelf.DRY, format), spans);
        this.masteredSide =
                new MasteredSide(
                        format,
                        spans,
                        prelude,
                        decoder,
                        plan -> cache.shelf(content, plan, format));
        this.scratch = new AudioBlock(format.channels(), spans.fade());
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
     * @param plan what its rendering is called in the cache, equal only for chains that make the
     *     same of the same; null keeps it out of it
     */
    public void chain(AudioProcessor chain, Object plan) {
        chainRequest = new MasteredSide.Request(chain, plan);
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
        return isCurrent(now) && now.masteredReady();
    }

    private boolean isCurrent(Take now) {
        return now != null && now.generation == generation();
    }

    /** Whether the whole rest of the track is decoded and rendered. */
    boolean complete() {
        Take now = take;
        return isCurrent(now) && now.complete();
    }

    /**
     * The largest gain reduction of the mastered frames that were read last, in dB, 0 or more; 0
     * while there are none. Told by chains that are a {@link auralis.dsp.dynamics.GainReduction}.
     */
    public double reductionDb() {
        Take now = take;
        return now != null ? now.reductionDb() : 0;
    }

    /** Whether the mastered side is rendered at the play head, and not as a draft. */
    boolean settled() {
        Take now = take;
        return isCurrent(now) && now.masteredReady() && now.settled();
    }

    /** Why the track ends before its time. */
    public Optional<Exception> sourceFailure() {
        return Optional.ofNullable(decoder.failure());
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
            now.rewind(frames, spans.kept());
        }
    }

    // ---- renderer only

    private void run() {
        try (source;
                prelude) {
            while (!closed) {
                if (!step()) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        } catch (IOException e) {
            decoder.fail(e);
        }
    }

    private boolean step() {
        Seek wanted = seek.get();
        if (take == null || take.generation != wanted.generation) {
            begin(wanted);
            return true;
        }
        masteredSide.follow(chainRequest, take);
        boolean starving = take.dry.end() < take.head() + spans.lead();
        return (starving && decode()) || masteredSide.advance(take) || decode();
    }

    private void begin(Seek wanted) {
        decoder.begin();
        long from = Math.max(0, Chunk.startOf(wanted.frame) - spans.draftPreRoll());
        Lane dry = new Lane(from, false, spans.dryLane());
        Lane heard = masteredSide.begin(chainRequest, dry, wanted.frame);
        take = new Take(wanted.generation, wanted.frame, dry, heard, spans.fade());
    }

    private boolean decode() {
        boolean decoded = decoder.advance(take);
        if (take.total() != Take.UNKNOWN && !take.broken()) {
            totalFrames = OptionalLong.of(take.total());
        }
        return decoded;
    }

    private long clamped(long frame) {
        return Math.max(0, Math.min(frame, totalFrames.orElse(Long.MAX_VALUE)));
    }
}
