package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;

/**
 * One run of a mastering chain over the decoded frames, its latency taken out, so that frame n of
 * the lane belongs to frame n of the track. It begins earlier than the lane, to warm the chain up.
 * Renderer only.
 */
final class Pass {
    final Lane lane;

    /** Whether the reader was given the lane. */
    boolean offered;

    private final AudioProcessor chain;
    private final int latency;
    private long fed;

    /**
     * @param chain ready for a new stream
     * @param warmUpFrom the first frame given to the chain, at most {@code lane.from}
     */
    Pass(AudioProcessor chain, Lane lane, long warmUpFrom) {
        this.chain = chain;
        this.latency = chain.latency();
        this.lane = lane;
        this.fed = warmUpFrom;
    }

    /** Whether the ring does not hold any more what the chain needs next. */
    boolean outrun(Lane dry) {
        return fed < dry.end() - dry.ring.capacity();
    }

    /**
     * Runs the chain on the next frames, on silence behind the end of the track.
     *
     * @param total length of the track, or larger than any frame while unknown
     * @param limit the lane must not reach beyond this frame
     * @return whether anything was done
     */
    boolean advance(Lane dry, long total, long limit, AudioBlock block) {
        boolean endKnown = dry.end() == total;
        long available = endKnown ? total + latency - fed : dry.end() - fed;
        long frames = Math.min(block.capacity(), Math.min(available, limit + latency - fed));
        if (frames <= 0) {
            return false;
        }
        fill(dry, total, block.first((int) frames));
        chain.process(block);
        if (!Float.isFinite(block.peak())) {
            throw new ArithmeticException("mastering computed samples that are not numbers");
        }
        long first = fed - latency;
        fed += frames;
        keep(first, block);
        return true;
    }

    private void fill(Lane dry, long total, AudioBlock block) {
        int frames = block.frames();
        int music = (int) Math.max(0, Math.min(frames, total - fed));
        dry.ring.get(fed, block.first(music));
        block.window(music, frames).clear();
        block.first(frames);
    }

    private void keep(long first, AudioBlock block) {
        int skip = (int) Math.min(block.frames(), Math.max(0, lane.from - first));
        lane.append(block.window(skip, block.frames()));
    }
}
