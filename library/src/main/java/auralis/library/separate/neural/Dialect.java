package auralis.library.separate.neural;

/** The ways in which public models take and give sound. */
public enum Dialect {
    /** Sound in, sound of each stem out; whatever spectra there are stay inside. */
    WAVEFORM,

    /**
     * Hybrid Demucs whose transform is left to us: sound and spectrum in, and of each stem both
     * out, which are to be added.
     */
    HYBRID,

    /** MDX-Net: spectrum in, spectrum of one stem out. */
    MDX
}
