package auralis.library.separate.neural;

/**
 * What an MDX-Net model was trained with.
 *
 * @param nFft size of the transform
 * @param dimF bins that the model sees, from 0 Hz on
 * @param dimT frames that it sees at once, 1024 samples apart
 * @param compensate gain that its result needs
 */
public record MdxParameters(int nFft, int dimF, int dimT, double compensate) {
    static final int HOP = 1024;

    public MdxParameters {
        if (dimF < 1 || nFft < 2 * dimF || dimT < 2 || HOP * (dimT - 1) <= 2 * nFft) {
            throw new IllegalArgumentException(
                    "an n_fft of "
                            + nFft
                            + " does not fit "
                            + dimF
                            + " bins and "
                            + dimT
                            + " frames");
        }
        if (!(compensate > 0 && compensate < 10)) {
            throw new IllegalArgumentException("compensate is " + compensate);
        }
    }

    /** Samples that it sees at once. */
    int segmentFrames() {
        return HOP * (dimT - 1);
    }
}
