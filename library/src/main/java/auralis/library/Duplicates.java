package auralis.library;

import auralis.library.track.KnownFile;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tracks that have the same content as another. */
final class Duplicates {
    private Duplicates() {}

    /** Those that are the same, together. */
    static List<List<Track>> in(TrackStore tracks) throws IOException {
        Map<String, List<Long>> byContent = new LinkedHashMap<>();
        for (KnownFile file : tracks.files()) {
            if (!file.removed() && file.presence() == Presence.PRESENT) {
                file.content()
                        .ifPresent(
                                content ->
                                        byContent
                                                .computeIfAbsent(content, any -> new ArrayList<>())
                                                .add(file.id()));
            }
        }
        List<List<Track>> groups = new ArrayList<>();
        for (List<Long> same : byContent.values()) {
            if (same.size() > 1) {
                groups.add(tracks.get(same));
            }
        }
        return groups;
    }
}
