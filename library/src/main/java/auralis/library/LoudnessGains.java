package auralis.library;

import auralis.dsp.meter.Gains;
import auralis.dsp.meter.Gains.Gain;
import auralis.dsp.meter.Gains.Programme;
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
    private final Map<AlbumKey, List<Track>> albums;
    private final Map<AlbumKey, OptionalDouble> albumDb = new HashMap<>();

    /**
     * @param all tracks of the library, because the chosen ones may be a part of an album
     */
    LoudnessGains(List<Track> all, double referenceLufs) {
        this.referenceLufs = referenceLufs;
        this.albums =
                all.stream()
                        .filter(track -> !track.album().isEmpty())
                        .collect(Collectors.groupingBy(track -> AlbumKey.of(track).orElseThrow()));
    }

    TrackGain of(Track track) {
        OptionalDouble ofAlbum =
                AlbumKey.of(track)
                        .map(key -> albumDb.computeIfAbsent(key, this::albumDb))
                        .orElse(OptionalDouble.empty());
        return new TrackGain(track, gainDb(Gains.track(programme(track), referenceLufs)), ofAlbum);
    }

    private OptionalDouble albumDb(AlbumKey album) {
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
}
