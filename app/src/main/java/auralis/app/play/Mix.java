package auralis.app.play;

import auralis.dsp.engine.MeterTap;

/**
 * How what is heard is mixed, whatever track it is of, as the user last set it; and who listens
 * besides.
 */
final class Mix {
    // ---- set before start
    private final MeterTap tap = new MeterTap();

    // ---- shared: written by commands, read by the output thread
    private volatile Side side = Side.ORIGINAL;
    private volatile double volume = 1;
    private volatile double crossfadeSeconds;

    /** Is told both sides, before match gain and volume. */
    MeterTap tap() {
        return tap;
    }

    Side side() {
        return side;
    }

    void side(Side side) {
        this.side = side;
    }

    double volume() {
        return volume;
    }

    void volume(double gain) {
        volume = gain;
    }

    /** How long two tracks overlap; 0 for none. */
    double crossfadeSeconds() {
        return crossfadeSeconds;
    }

    void crossfadeSeconds(double seconds) {
        crossfadeSeconds = seconds;
    }
}
