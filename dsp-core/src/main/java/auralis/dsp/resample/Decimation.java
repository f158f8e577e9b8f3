package auralis.dsp.resample;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream at a fraction of its rate, for measurements that regard only its lower frequencies: the
 * rate is halved as long as it does not fall under a least one. The lowest 0.36 of the new rate (8
 * kHz of 22.05) are as they were; above that lies a part that is weakened and mixed with images.
 */
public final class Decimation {
    private final StreamFormat format;
    private final List<HalfBand> stages = new ArrayList<>();

    /**
     * @param maxFrames the longest block that is given
     * @param leastRate in Hz; a stream of less than twice as much stays as it is
     */
    public Decimation(StreamFormat format, int maxFrames, int leastRate) {
        int rate = format.sampleRate();
        int frames = maxFrames;
        while (rate % 2 == 0 && rate / 2 >= leastRate) {
            stages.add(new HalfBand(format.channels(), frames));
            rate /= 2;
            frames = frames / 2 + 1;
        }
        this.format = new StreamFormat(rate, format.layout());
    }

    /** What {@link #process} gives. */
    public StreamFormat format() {
        return format;
    }

    /** The frames that the window of the block completes; valid until the next call. */
    public AudioBlock process(AudioBlock block) {
        AudioBlock slower = block;
        for (HalfBand stage : stages) {
            slower = stage.process(slower);
        }
        return slower;
    }
}
