package auralis.app.play;

import auralis.dsp.Decibels;

/** How the two sides become what is heard, as the user last set it. */
final class Mix {
    /** Linear gains that make the sides of one track equally loud. */
    private record Match(long track, double originalGain, double masteredGain) {}

    // ---- shared: written by commands, read by the output thread
    private volatile Side side = Side.ORIGINAL;
    private volatile double volume = 1;
    private volatile Match match = new Match(0, 1, 1);

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

    void match(long track, double originalDb, double masteredDb) {
        match = new Match(track, Decibels.toGain(originalDb), Decibels.toGain(masteredDb));
    }

    /** The match gain of a side, 1 for a track that it was not measured for. */
    double matchGain(long track, Side side) {
        Match now = match;
        if (now.track != track) {
            return 1;
        }
        return side == Side.ORIGINAL ? now.originalGain : now.masteredGain;
    }
}
