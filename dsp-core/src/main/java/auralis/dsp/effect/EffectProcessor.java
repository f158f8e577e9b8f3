package auralis.dsp.effect;

import auralis.dsp.AudioProcessor;

/** An effect at work on one stream, mono or stereo. Usually a {@link SmoothedProcessor}. */
public interface EffectProcessor extends AudioProcessor {
    /**
     * Sets a parameter, between two blocks of a running stream or before it. The sound never jumps:
     * inside a stream the new value is reached over some milliseconds.
     *
     * @param parameter its id
     * @param value within the limits of the parameter
     * @throws IllegalArgumentException when there is no such parameter
     */
    void set(String parameter, double value);
}
