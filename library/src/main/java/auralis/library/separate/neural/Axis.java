package auralis.library.separate.neural;

/** What counts along a dimension of a tensor. */
public enum Axis {
    STEM,
    /** Left and right, or their real and imaginary parts: L.re, L.im, R.re, R.im. */
    CHANNEL,
    FREQUENCY,
    /** Samples of sound, frames of spectra. */
    TIME
}
