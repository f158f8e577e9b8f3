package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import java.util.concurrent.atomic.AtomicReference;

/**
 * All that was rendered since one seek, and how the reader goes through it without ever waiting.
 *
 * <p>The reader hears one lane as the mastered side: that of a pass, or the dry lane while there is
 * none. The renderer offers another lane when it is far enough ahead; the reader takes it and fades
 * over. A lane in {@code offer}, {@code next} or {@code heard} is in use. The reader fills {@code
 * next} before it empties {@code offer}, and {@code heard} before it empties {@code next}, so that
 * whoever looks in the order offer, next, heard never misses a lane in use.
 */
final class Take {
    static final long UNKNOWN = Long.MAX_VALUE;

    // ---- set before start
    final int generation;
    final long start;
    final Lane dry;
    private final int fadeFrames;

    // ---- shared: written by the renderer
    private volatile long total = UNKNOWN;
    private volatile boolean broken;

    // ---- shared: offered by the renderer, taken by the reader or taken back
    private final AtomicReference<Lane> offer = new AtomicReference<>();

    // ---- shared: written by the reader
    private volatile long head;
    private volatile Lane heard;
    private volatile Lane next;
    private volatile float reductionDb;

    // ---- reader only
    private long furthest;
    private boolean delivered;
    private int fade;
    private int faded;

    /**
     * @param start the first frame to be heard
     * @param heard what is heard as the mastered side at first
     */
    Take(int generation, long start, Lane dry, Lane heard, int fadeFrames) {
        this.generation = generation;
        this.start = start;
        this.dry = dry;
        this.heard = heard;
        this.fadeFrames = fadeFrames;
        this.head = start;
        this.furthest = start;
    }

    // ---- any thread

    /** The frame that the reader gets next. */
    long head() {
        return head;
    }

    long total() {
        return total;
    }

    /** Whether frames of the mastered side are there to be heard. */
    boolean masteredReady() {
        Lane lane = coming();
        return lane.mastered && (lane.end() > head || head >= total);
    }

    boolean settled() {
        return !coming().isDraft();
    }

    /** Whether so many frames, or all up to the end, are finished. */
    boolean ready(int frames, boolean awaitMastered) {
        long until = Math.min(head + frames, total);
        return dry.end() >= until && (!awaitMastered || coming().end() >= until);
    }

    /** Whether all up to the end is finished. */
    boolean complete() {
        return dry.end() >= total && coming().end() >= total;
    }

    /** The gain reduction of what was read last, in dB, 0 or more. */
    float reductionDb() {
        return reductionDb;
    }

    /** The lane that the reader goes on in. */
    private Lane coming() {
        Lane offered = offer.get();
        if (offered != null && offered.from <= head) {
            return offered;
        }
        Lane coming = next;
        return coming != null ? coming : heard;
    }

    // ---- renderer only

    void total(long frames) {
        total = frames;
    }

    /** The source failed: what is there already is all. */
    void breakOff() {
        broken = true;
        total = dry.end();
    }

    boolean broken() {
        return broken;
    }

    /** Instead of what was offered before and not taken yet. */
    void offer(Lane lane) {
        offer.set(lane);
    }

    boolean inUse(Lane lane) {
        return offer.get() == lane || next == lane || heard == lane;
    }

    /** Whether the lane that the reader goes on in lasts for so many frames, or to the end. */
    boolean lasts(long frames) {
        Lane now = coming();
        return !now.mastered || now.end() >= Math.min(head + frames, total);
    }

    // ---- reader only

    boolean masteredHeard() {
        return (next != null ? next : heard).mastered;
    }

    /** Copies finished frames; {@link #advance} makes it count. Answers as the renderer's read. */
    int read(AudioBlock dryOut, AudioBlock masteredOut, boolean await, AudioBlock scratch) {
        long at = head;
        long end = total;
        if (at >= end) {
            return -1;
        }
        takeOffer(at, dryOut.frames());
        long frames = Math.min(dryOut.frames(), dry.end() - at);
        long mastered = (next != null ? next : heard).end() - at;
        if (mastered < frames) {
            if (await) {
                frames = mastered;
            } else {
                leaveMastered();
            }
        }
        if (frames <= 0) {
            return 0;
        }
        int count = (int) frames;
        dry.get(at, narrowed(dryOut, count));
        reductionDb = (next != null ? next : heard).reductionDb(at, at + count);
        copyMastered(at, narrowed(masteredOut, count), scratch);
        return count;
    }

    void advance(int frames) {
        delivered = true;
        head += frames;
        furthest = Math.max(furthest, head);
    }

    /** Goes back, at most so far that {@code kept} frames before the furthest were enough. */
    void rewind(long frames, int kept) {
        long lowest = Math.max(start, Math.max(heard.from, furthest - kept));
        if (next != null) {
            lowest = Math.max(lowest, next.from);
        }
        head = Math.max(Math.min(lowest, head), head - frames);
    }

    private void takeOffer(long at, int frames) {
        Lane offered = offer.get();
        if (next != null || offered == null || offered.from > at) {
            return;
        }
        if (offered.end() < Math.min(at + frames + fadeFrames, total)) {
            return;
        }
        next = offered;
        if (!offer.compareAndSet(offered, null)) {
            next = null;
            return;
        }
        // Before the first frame there is nothing to fade from.
        fade = delivered ? (int) Math.max(0, Math.min(fadeFrames, heard.end() - at)) : 0;
        faded = 0;
        settle();
    }

    private void settle() {
        if (faded == fade) {
            heard = next;
            next = null;
        }
    }

    /** The listener does not hear this side now, and it has fallen behind: start over from dry. */
    private void leaveMastered() {
        heard = dry;
        next = null;
    }

    private void copyMastered(long at, AudioBlock out, AudioBlock scratch) {
        int from = out.from();
        int to = out.to();
        int fading = 0;
        if (next != null) {
            fading = Math.min(to - from, fade - faded);
            crossfade(at, out.window(from, from + fading), scratch.first(fading));
            faded += fading;
            settle();
        }
        Lane rest = next != null ? next : heard;
        rest.get(at + fading, out.window(from + fading, to));
        out.window(from, to);
    }

    /** Linear, because both lanes are versions of one signal: equal power would lift by 3 dB. */
    private void crossfade(long at, AudioBlock out, AudioBlock old) {
        heard.get(at, old);
        next.get(at, out);
        for (int c = 0; c < out.channels(); c++) {
            float[] from = old.plane(c);
            float[] to = out.plane(c);
            for (int i = 0; i < out.frames(); i++) {
                float share = (faded + i + 1f) / (fade + 1f);
                int o = out.from() + i;
                to[o] = from[i] + (to[o] - from[i]) * share;
            }
        }
    }

    private static AudioBlock narrowed(AudioBlock block, int frames) {
        return block.window(block.from(), block.from() + frames);
    }
}
