package auralis.dsp;

/**
 * A stage that changes a stream in place. The frames it is given form one continuous stream between
 * two calls of {@link #reset()}; how they are cut into blocks never changes the result. One thread
 * at a time.
 */
public interface AudioProcessor {
    /**
     * Makes ready for a stream: the only call that may allocate or take long. May be repeated;
     * starts a new stream.
     *
     * @param maxFrames the longest block that {@link #process} will be given
     * @throws IllegalArgumentException when the stage cannot work on such a stream
     */
    void prepare(StreamFormat format, int maxFrames);

    /** Changes the window of the block (0..maxFrames frames) in place; allocates nothing. */
    void process(AudioBlock block);

    /** Forgets the past of the stream and keeps the settings. */
    void reset();

    /** By how many frames the output is late; constant between two calls of {@link #prepare}. */
    default int latency() {
        return 0;
    }
}
