package auralis.library;

import auralis.dsp.meter.Gains;
import auralis.dsp.meter.Gains.Gain;
import auralis.dsp.meter.Gains.Programme;
import auralis.library.search.Fold;
import auralis.library.track.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Gains of tracks and of their albums, from what was measured of each track. */
final class LoudnessGains {
    private final double referenceLufs;
    private final Map<String, List<Track>> albums;
    private final Map<String, OptionalDouble> albumDb = new HashMap<>();

    /**
     * @param all tracks of the library, because the chosen ones may be a part of an album
     */
    LoudnessGains(List<Track> all, double referenceLufs) {
        this.referenceLufs = referenceLufs;
        this.albums =
                all.stream()
                        .filter(track -> !track.album().isEmpty())
                        .collect(Collectors.groupingBy(LoudnessGains::album));
    }

    TrackGain of(Track track) {
        OptionalDouble ofAlbum =
                track.album().isEmpty()
                        ? OptionalDouble.empty()
                        : albumDb.computeIfAbsent(album(track), this::albumDb);
        return new TrackGain(track, gainDb(Gains.track(programme(track), referenceLufs)), ofAlbum);
    }

    private OptionalDouble albumDb(String album) {
        List<Programme> tracks =
                albums.getOrDefault(album, List.of()).stream()
                        .map(LoudnessGains::programme)
                        .toList();
        return gainDb(Gains.album(tracks, referenceLufs));
    }

    private static OptionalDouble gainDb(Optional<Gain> gain) {
        return gain.isPresent() ? OptionalDouble.of(gain.get().gainDb()) : OptionalDouble.empty();
    }

    private static Programme programme(Track track) {
        return new Programme(
                track.integratedLufs(), track.truePeakDbtp(), track.seconds().orElse(0));
    }

    private static String album(Track track) {
        String albumArtist = track.tags().albumArtist();
        String artist = albumArtist.isEmpty() ? track.artist() : albumArtist;
        return Fold.sortKey(track.album()) + "\n" + Fold.sortKey(artist);
    }
}
