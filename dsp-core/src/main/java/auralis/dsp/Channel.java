package auralis.dsp;

/**
 * A loudspeaker position, in the order of the WAVE_FORMAT_EXTENSIBLE channel mask (the ordinal is
 * the bit number).
 */
public enum Channel {
    FRONT_LEFT,
    FRONT_RIGHT,
    FRONT_CENTER,
    LOW_FREQUENCY,
    BACK_LEFT,
    BACK_RIGHT,
    FRONT_LEFT_OF_CENTER,
    FRONT_RIGHT_OF_CENTER,
    BACK_CENTER,
    SIDE_LEFT,
    SIDE_RIGHT,
    TOP_CENTER;

    /** The bit of this position in a WAVE_FORMAT_EXTENSIBLE channel mask. */
    public int maskBit() {
        return 1 << ordinal();
    }
}
