package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.dynamics.GainReduction;

/**
 * One run of a mastering chain over the decoded frames, its latency taken out, so that frame n of
 * what it makes belongs to frame n of the track. It begins earlier, to warm the chain up. Renderer
 * only.
 */
final class Pass {
    private final AudioProcessor chain;
    private final GainReduction reduction;
    private final Prelude prelude;
    private final Decoder decoder;
    private final AudioBlock hop;
    private final int latency;

    /** The next frame that the chain gets. */
    private long fed;

    /** What the chain listens to of the time before the lane. */
    private Chunk past;

    /** Whether the chain has heard all from the start, as it is in the file. */
    private boolean exact;

    /** Whether it took the place where the source failed for the end of the track. */
    private boolean broken;

    // the chunk that is being made
    private long next;
    private AudioBlock chunk;
    private float[] reductionsDb;
    private int filled;

    /**
     * @param chain ready for a new stream
     * @param next the index of the first chunk
     * @param warmUpFrom the first frame given to the chain, at most the start of that chunk
     */
    Pass(
            AudioProcessor chain,
            Prelude prelude,
            Decoder decoder,
            int channels,
            long next,
            long warmUpFrom) {
        this.decoder = decoder;
        this.chain = chain;
        this.reduction = chain instanceof GainReduction meter ? meter : () -> 0;
        this.prelude = prelude;
        this.hop = new AudioBlock(channels, Chunk.HOP_FRAMES);
        this.latency = chain.latency();
        this.next = next;
        this.fed = warmUpFrom;
        this.exact = warmUpFrom == prelude.origin() && prelude.failure() == null;
        beginChunk();
    }

    /** Whether that chunk is what it makes next, of a track that is whole. */
    boolean canGoOn(long index) {
        return next == index && !broken;
    }

    /**
     * Runs the chain on the next frames, on silence behind the end of the track.
     *
     * @param shelf where a chunk goes besides the lane when it is finished
     * @return whether anything was done
     */
    boolean advance(Take take, Lane lane, Shelf shelf) {
        long total = take.total();
        boolean endKnown = take.dry.end() == total;
        long available = endKnown ? total + latency - fed : take.dry.end() - fed;
        int frames = (int) Math.min(wanted(take.dry), available);
        if (frames <= 0) {
            return false;
        }
        broken = take.broken();
        fill(take.dry, total, hop.first(frames));
        chain.process(hop);
        if (!Float.isFinite(hop.peak())) {
            throw new ArithmeticException("mastering computed samples that are not numbers");
        }
        boolean heard = fed >= chunkFedFrom();
        fed += frames;
        if (heard) {
            keep(frames);
        }
        if (filled == Chunk.FRAMES || (endKnown && filled > 0 && fed == total + latency)) {
            finish(lane, broken ? Shelf.NONE : shelf);
        }
        return true;
    }

    /**
     * Blocks do not reach over frame 0, the beginning of the chunk, hops inside it, and chunks from
     * before the lane.
     */
    private long wanted(Lane dry) {
        long wanted =
                fed < chunkFedFrom()
                        ? Math.min(hop.capacity(), chunkFedFrom() - fed)
                        : Chunk.HOP_FRAMES - filled % Chunk.HOP_FRAMES;
        if (fed < 0) {
            return Math.min(wanted, -fed);
        }
        return fed < dry.lowest() ? Math.min(wanted, Chunk.FRAMES - fed % Chunk.FRAMES) : wanted;
    }

    /** The frame that goes in when the first of the chunk comes out. */
    private long chunkFedFrom() {
        return next * Chunk.FRAMES + latency;
    }

    private void fill(Lane dry, long total, AudioBlock block) {
        if (fed < 0) {
            prelude.get(fed, block);
            return;
        }
        if (fed < dry.lowest()) {
            recall(block);
            return;
        }
        int frames = block.frames();
        int music = (int) Math.max(0, Math.min(frames, total - fed));
        if (music > 0) {
            dry.get(fed, block.first(music));
            exact = exact && dry.exactAt(fed) && dry.exactAt(fed + music - 1);
        }
        block.window(music, frames).clear();
        block.first(frames);
    }

    private void recall(AudioBlock block) {
        if (past == null || past.index != Chunk.indexOf(fed)) {
            past = decoder.past(Chunk.indexOf(fed));
        }
        past.copy(fed, block, block.from(), block.frames());
        exact = exact && past.exact;
    }

    private void keep(int frames) {
        chunk.window(filled, filled + frames).copyFrom(hop);
        int at = filled / Chunk.HOP_FRAMES;
        reductionsDb[at] = Math.max(reductionsDb[at], (float) reduction.reductionDb());
        filled += frames;
    }

    private void finish(Lane lane, Shelf shelf) {
        float[][] planes = new float[chunk.channels()][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = chunk.plane(c);
        }
        Chunk finished = new Chunk(next, filled, exact, planes, reductionsDb);
        lane.append(finished);
        shelf.put(finished);
        next++;
        beginChunk();
    }

    private void beginChunk() {
        chunk = new AudioBlock(hop.channels(), Chunk.FRAMES);
        reductionsDb = new float[Chunk.FRAMES / Chunk.HOP_FRAMES];
        filled = 0;
    }
}
