package auralis.library;

import auralis.dsp.master.Preset;
import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import auralis.library.separate.SeparationSettings;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Track;
import auralis.library.track.TrackStore;
import auralis.library.track.Version;
import auralis.library.track.VersionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The masters and stems of the tracks of the library. Any thread but the window's. */
public final class Versions {
    private final VersionStore store;
    private final TrackStore tracks;
    private final LibraryEvents events;

    Versions(VersionStore store, TrackStore tracks, LibraryEvents events) {
        this.store = store;
        this.tracks = tracks;
        this.events = events;
    }

    /** The masters and stems of a track, newest first. */
    public List<Version> of(long track) throws IOException {
        return store.of(track);
    }

    /**
     * Remembers a master of a file, where that is a track of the library.
     *
     * @param integratedLufs of the master
     * @param truePeakDbtp of the master
     */
    public void add(
            Path source,
            Path master,
            Preset preset,
            OptionalDouble integratedLufs,
            OptionalDouble truePeakDbtp)
            throws IOException {
        add(source, master, Json.write(preset), integratedLufs, truePeakDbtp);
    }

    private void add(
            Path source,
            Path file,
            String made,
            OptionalDouble integratedLufs,
            OptionalDouble truePeakDbtp)
            throws IOException {
        Optional<Track> track = tracks.find(source.toAbsolutePath().normalize());
        if (track.isEmpty()) {
            return;
        }
        long id = track.get().id();
        store.add(
                new Version(
                        0,
                        id,
                        file.toAbsolutePath().normalize(),
                        made,
                        integratedLufs,
                        truePeakDbtp,
                        Instant.now()));
        events.tell(new LibraryEvent.TracksChanged(tracks.get(List.of(id))));
    }

    /** Remembers a stem of a file, where that is a track of the library. */
    public void addStem(
            Path source,
            Path file,
            Stem stem,
            SeparationSettings settings,
            OptionalDouble integratedLufs,
            OptionalDouble truePeakDbtp)
            throws IOException {
        String made = Json.write(Map.of("stem", stem.word(), "separation", settings));
        add(source, file, made, integratedLufs, truePeakDbtp);
    }
}
