package auralis.app.catalogue;

import auralis.app.catalogue.Catalogue.Census;
import auralis.library.track.Presence;
import auralis.library.track.Track;

/** Counts tracks as they come, change and go, so that nobody counts all of them again. */
final class Tally {
    private int tracks;
    private int favourites;
    private int away;
    private int missing;
    private int problems;
    private double seconds;

    void add(Track track) {
        count(track, 1);
    }

    void remove(Track track) {
        count(track, -1);
    }

    private void count(Track track, int one) {
        tracks += one;
        favourites += track.listened().favourite() ? one : 0;
        away += track.presence() == Presence.PRESENT ? 0 : one;
        missing += track.presence() == Presence.MISSING ? one : 0;
        problems += track.problem().isPresent() ? one : 0;
        seconds += one * track.seconds().orElse(0);
    }

    Census census(boolean loaded) {
        return new Census(loaded, tracks, favourites, away, missing, problems, seconds);
    }
}
