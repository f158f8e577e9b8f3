package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.List;

/** Takes mixes apart. One thread. */
public interface Separator {

    /** Takes what was separated, from the first frame to the last without a gap. */
    @FunctionalInterface
    interface Taker {
        /**
         * @param stems as {@link #stems()}, each with the format of the mix; together as long as
         *     it; valid during the call
         */
        void take(List<AudioBlock> stems) throws IOException;
    }

    /** What it separates, in the order in which it is told. */
    List<Stem> stems();

    /**
     * @param source mono or stereo, of any rate, read from its first frame to its end, maybe more
     *     than once
     * @param progress is told the total first, then is advanced by it
     * @throws IllegalArgumentException when there are more channels
     * @throws InterruptedException when cancelled
     */
    void separate(AudioSource source, Taker taker, Progress progress)
            throws IOException, InterruptedException;
}
