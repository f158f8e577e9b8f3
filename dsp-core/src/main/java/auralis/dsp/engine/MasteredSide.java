package auralis.dsp.engine;

import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.util.function.Function;

/**
 * Fills lanes with what the chain that is asked for makes of the decoded frames, or with what the
 * cache knows of it, and offers them to the reader. A chain that is wanted at once renders a draft
 * first, after a short pre-roll; what comes after the whole one replaces it.
 */
final class MasteredSide {
    /**
     * The chain to be heard (null: none) and what its rendering is called in the cache; another
     * object for each request.
     */
    record Request(AudioProcessor chain, Object plan) {}

    /** A lane on its way to the reader. */
    private static final class Run {
        final Lane lane;

        /** Whether a draft of the same is heard meanwhile. */
        final boolean replacesDraft;

        /** What fills the lane behind cached chunks; null until it is needed. */
        Pass pass;

        /** Whether the reader was given the lane. */
        boolean offered;

        Run(Lane lane, boolean replacesDraft) {
            this.lane = lane;
            this.replacesDraft = replacesDraft;
        }
    }

    // ---- set before start
    private final StreamFormat format;
    private final Spans spans;
    private final Prelude prelude;
    private final Decoder decoder;
    private final Function<Object, Shelf> shelves;

    // ---- renderer only
    private Request current = new Request(null, null);
    private AudioProcessor chain;
    private boolean prepared;
    private Shelf shelf = Shelf.NONE;
    private Run run;

    /** What a seek interrupted: goes on if what follows cached chunks is what it makes next. */
    private Pass resting;

    // ---- shared: written by the renderer
    private volatile Exception failure;

    /**
     * @param shelves where in the cache the rendering of a plan is
     */
    MasteredSide(
            StreamFormat format,
            Spans spans,
            Prelude prelude,
            Decoder decoder,
            Function<Object, Shelf> shelves) {
        this.decoder = decoder;
        this.format = format;
        this.spans = spans;
        this.prelude = prelude;
        this.shelves = shelves;
    }

    /**
     * Why there is no mastered side although a chain is asked for; null when there is no reason.
     */
    Exception failure() {
        return failure;
    }

    /** Starts after a seek and answers the lane to be heard at first: dry without a chain. */
    Lane begin(Request request, Lane dry, long frame) {
        if (run != null && run.pass != null && !run.lane.isDraft()) {
            resting = run.pass;
        }
        adopt(request);
        if (chain == null) {
            run = null;
            return dry;
        }
        open(frame, false);
        run.offered = true;
        return run.lane;
    }

    /** Goes over to the chain wanted now, unless something else comes first. */
    void follow(Request request, Take take) {
        if (request == current) {
            keepUp(take);
        } else if (request.chain == null) {
            adopt(request);
            toDry(take);
        } else if (maySwap(take)) {
            adopt(request);
            openFor(take);
        } else {
            keepUp(take);
        }
    }

    /**
     * Finishes the next frames.
     *
     * @return whether there was anything to do
     */
    boolean advance(Take take) {
        if (run == null) {
            return false;
        }
        try {
            boolean advanced = farEnough(take) ? replaceDraft() : extend(take);
            offer(take);
            return advanced;
        } catch (RuntimeException e) {
            chain = null;
            failure = e;
            toDry(take);
            return true;
        }
    }

    /**
     * A run once begun is offered first, or a dragged knob would be heard only at rest; and what is
     * heard meanwhile must last until the next run is far enough.
     */
    private boolean maySwap(Take take) {
        return run == null
                || outrun(take)
                || ((run.offered || run.replacesDraft) && take.lasts(spans.lead()));
    }

    private void adopt(Request request) {
        if (request == current) {
            return;
        }
        current = request;
        chain = request.chain;
        prepared = false;
        resting = null;
        failure = null;
        shelf = shelves.apply(prelude.key(request.plan));
    }

    private void open(long frame, boolean replacesDraft) {
        run = new Run(new Lane(frame, true, spans.masteredLane()), replacesDraft);
    }

    /** From where the reader may go back to. */
    private void openFor(Take take) {
        open(Math.max(take.start, take.head() - spans.kept()), false);
    }

    private void toDry(Take take) {
        run = null;
        resting = null;
        take.offer(take.dry);
    }

    private boolean farEnough(Take take) {
        long ahead = run.lane.isDraft() ? spans.draftAhead() : spans.ahead();
        return run.lane.isEnded() || run.lane.end() >= Math.min(take.head() + ahead, take.total());
    }

    /** From its beginning, so that the cache has all of it when the listener comes back. */
    private boolean replaceDraft() {
        if (!run.lane.isDraft() || !run.offered) {
            return false;
        }
        open(run.lane.from, true);
        return true;
    }

    private boolean extend(Take take) {
        Lane lane = run.lane;
        if (run.pass != null) {
            return run.pass.advance(take, lane, run.lane.isDraft() ? Shelf.NONE : shelf);
        }
        Chunk known = shelf.get(lane.next());
        if (known != null) {
            lane.append(known);
            return true;
        }
        if (lane.end() >= take.head() + spans.resume()) {
            return false;
        }
        startPass(take);
        return true;
    }

    private void startPass(Take take) {
        long next = run.lane.next();
        if (resting != null && resting.canGoOn(next)) {
            run.pass = resting;
        } else {
            run.pass = newPass(take, next);
        }
        resting = null;
    }

    private Pass newPass(Take take, long next) {
        prepareChain();
        long at = run.lane.end();
        long whole = entry(at, spans.preRoll());
        long brief = entry(at, spans.draftPreRoll());
        if (prelude.failure() != null) {
            shelf = Shelf.NONE;
        }
        boolean urgent = !run.replacesDraft && at < take.head() + 2 * spans.lead();
        boolean draft = urgent && brief - whole > spans.draftPreRoll();
        run.lane.draft(draft);
        return new Pass(chain, prelude, decoder, format.channels(), next, draft ? brief : whole);
    }

    private void prepareChain() {
        if (!prepared) {
            chain.prepare(format, Chunk.HOP_FRAMES);
            prepared = true;
        }
        chain.reset();
    }

    /** Where a chain starts to listen so that it is warm at a frame. */
    private long entry(long frame, int preRoll) {
        if (frame <= preRoll) {
            prelude.load();
            return prelude.origin();
        }
        return Math.min(frame, StartGrid.atOrAfter(frame - preRoll, prelude.origin()));
    }

    /**
     * Starts anew a run that is too late to catch up, and offers again one that the reader has
     * left.
     */
    private void keepUp(Take take) {
        if (run == null || (run.offered && take.inUse(run.lane))) {
            return;
        }
        run.offered = false;
        if (outrun(take)) {
            openFor(take);
        }
    }

    private boolean outrun(Take take) {
        return run.lane.end() < take.head() - spans.preRoll();
    }

    private void offer(Take take) {
        if (run.offered) {
            return;
        }
        int lead = run.lane.isDraft() ? spans.draftLead() : spans.lead();
        if (run.lane.end() >= Math.min(take.head() + lead, take.total())) {
            run.offered = true;
            take.offer(run.lane);
        }
    }
}
