package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;

/**
 * Runs the chain that is asked for over the decoded frames and offers the reader what comes of it.
 * Two rings take turns: while the reader is in one, a run of another chain fills the other.
 */
final class MasteredSide {
    /** The chain to be heard (null: none); another object for each request. */
    record Request(AudioProcessor chain) {}

    // ---- set before start
    private final StreamFormat format;
    private final int preRollFrames;
    private final int aheadFrames;
    private final int keptFrames;
    private final int leadFrames;

    // ---- renderer only
    private final AudioBlock block;
    private final Ring[] rings = new Ring[2];
    private Request current = new Request(null);
    private AudioProcessor chain;
    private Pass pass;

    // ---- shared: written by the renderer
    private volatile Exception failure;

    /**
     * @param preRollFrames how many frames the chain is given before those that are heard
     * @param keptFrames how many are kept behind the play head
     * @param leadFrames how far ahead a run must be before it is offered
     */
    MasteredSide(
            StreamFormat format,
            int preRollFrames,
            int aheadFrames,
            int keptFrames,
            int leadFrames,
            int blockFrames) {
        this.format = format;
        this.preRollFrames = preRollFrames;
        this.aheadFrames = aheadFrames;
        this.keptFrames = keptFrames;
        this.leadFrames = leadFrames;
        this.block = new AudioBlock(format.channels(), blockFrames);
    }

    /**
     * Why there is no mastered side although a chain is asked for; null when there is no reason.
     */
    Exception failure() {
        return failure;
    }

    /** Starts after a seek and answers the lane to be heard at first: dry without a chain. */
    Lane begin(Request request, Lane dry, long frame) {
        adopt(request);
        pass = chain == null ? null : newPass(dry, ring(0), frame);
        if (pass == null) {
            return dry;
        }
        pass.offered = true;
        return pass.lane;
    }

    /** Goes over to the chain wanted now, unless something else comes first. */
    void follow(Request request, Take take) {
        if (request == current) {
            keepUp(take);
        } else if (request.chain == null) {
            adopt(request);
            toDry(take);
        } else if (maySwap(take)) {
            swap(request, take);
        } else {
            keepUp(take);
        }
    }

    /**
     * Both rings may be in use for a moment, while the reader tries to take what is being taken
     * back: then what was heard may not last any more, and {@link #keepUp} offers it again.
     */
    private void swap(Request request, Take take) {
        take.retract();
        Ring ring = freeRing(take);
        if (ring != null) {
            adopt(request);
            startPass(take, ring);
        }
    }

    /**
     * Finishes the next frames.
     *
     * @return whether there was anything to do
     */
    boolean advance(Take take) {
        if (pass == null || pass.outrun(take.dry)) {
            return false;
        }
        try {
            long limit = take.head() + aheadFrames;
            boolean advanced = pass.advance(take.dry, take.total(), limit, block);
            offerPass(take);
            return advanced;
        } catch (RuntimeException e) {
            dropChain(e);
            toDry(take);
            return true;
        }
    }

    /**
     * A run once begun is offered first, or a dragged knob would be heard only at rest; and what is
     * heard meanwhile must last until the next run is far enough.
     */
    private boolean maySwap(Take take) {
        return pass == null || pass.outrun(take.dry) || (pass.offered && take.lasts(leadFrames));
    }

    private void adopt(Request request) {
        if (request == current) {
            return;
        }
        current = request;
        chain = request.chain;
        failure = null;
        if (chain != null) {
            try {
                chain.prepare(format, block.capacity());
            } catch (RuntimeException e) {
                dropChain(e);
            }
        }
    }

    private void dropChain(RuntimeException e) {
        chain = null;
        failure = e;
    }

    private void startPass(Take take, Ring ring) {
        if (chain == null) {
            toDry(take);
        } else {
            pass = newPass(take.dry, ring, take.head());
        }
    }

    private Pass newPass(Lane dry, Ring ring, long from) {
        chain.reset();
        long warmUpFrom = StartGrid.atOrAfter(Math.max(dry.from, from - preRollFrames));
        return new Pass(chain, new Lane(ring, from, true), Math.min(from, warmUpFrom));
    }

    private void toDry(Take take) {
        pass = null;
        take.offer(take.dry);
    }

    /** Starts anew a run whose input is gone, and offers again one that the reader has left. */
    private void keepUp(Take take) {
        if (pass == null || (pass.offered && take.inUse(pass.lane))) {
            return;
        }
        pass.offered = false;
        if (pass.outrun(take.dry)) {
            startPass(take, pass.lane.ring);
        }
    }

    private void offerPass(Take take) {
        long until = Math.min(take.head() + leadFrames, take.total());
        if (!pass.offered && pass.lane.end() >= until) {
            pass.offered = true;
            take.offer(pass.lane);
        }
    }

    private Ring freeRing(Take take) {
        for (int i = 0; i < rings.length; i++) {
            if (!take.inUse(ring(i))) {
                return rings[i];
            }
        }
        return null;
    }

    private Ring ring(int index) {
        if (rings[index] == null) {
            rings[index] = new Ring(format.channels(), keptFrames + aheadFrames);
        }
        return rings[index];
    }
}
