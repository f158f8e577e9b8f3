package auralis.dsp.dynamics;

/** A processor that tells a live meter how much it turns down. */
public interface GainReduction {
    /** The largest reduction inside the last block, in dB, 0 or more. */
    double reductionDb();
}
