package auralis.dsp;

/**
 * A measurement of a stream that leaves the samples alone, so that many share one decoding. One
 * thread at a time.
 *
 * @param <R> what is measured
 */
public interface Analyzer<R> {
    /** Makes ready for a new stream, given in blocks of at most {@code maxFrames} frames. */
    void prepare(StreamFormat format, int maxFrames);

    /**
     * Reads the window of the block; how the stream is cut into blocks never changes the result.
     */
    void process(AudioBlock block);

    /** The measurement of all that came since {@link #prepare} or {@link #reset}. */
    R result();

    /** Forgets the stream. */
    void reset();
}
