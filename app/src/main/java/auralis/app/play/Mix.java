package auralis.app.play;

/** How what is heard is mixed, whatever track it is of, as the user last set it. */
final class Mix {
    // ---- shared: written by commands, read by the output thread
    private volatile Side side = Side.ORIGINAL;
    private volatile double volume = 1;
    private volatile double crossfadeSeconds;

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
