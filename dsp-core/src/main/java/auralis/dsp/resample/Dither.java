package auralis.dsp.resample;

/** What is added to a sample before it is rounded. */
public enum Dither {
    /** Nothing: the error is distortion. For samples that are on the grid already. */
    NONE,

    /**
     * The difference of two uniform random numbers, ±1 step: the error has no distortion and a
     * power of its own (S. Lipshitz, R. Wannamaker, J. Vanderkooy, "Quantization and dither", JAES
     * 40 (1992) 355).
     */
    TPDF,

    /**
     * TPDF inside an error feedback that moves the noise where the ear is deaf. Made for 44.1 and
     * 48 kHz; at any other rate it is plain TPDF.
     */
    SHAPED
}
