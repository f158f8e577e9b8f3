package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import java.util.Map;

/** One of the measurements that share the pass over a track. */
interface Analysis {
    /** Reads the window of the block. */
    void process(AudioBlock block);

    /** Adds the dimensions that have a value for the sound so far. */
    void describe(Map<Dimension, Double> values);
}
