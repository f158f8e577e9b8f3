package auralis.library.scan;

import auralis.library.track.KnownFile;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import auralis.library.track.TrackFile;
import auralis.library.track.TrackStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was found and is not stored yet. Stored in large pieces, because each costs a write to the
 * disk, and at least twice a second, because the user watches.
 */
final class Batch {
    private static final int LARGE = 500;
    private static final long SOON_NANOS = 500_000_000;

    private final TrackStore tracks;
    private final LibraryEvents events;
    private final Consumer<List<Track>> fresh;
    private final Moves moves;
    private final boolean restores;
    private final ScanTally tally;
    private final List<TrackFile> unknown = new ArrayList<>();
    private final Map<Long, TrackFile> changed = new LinkedHashMap<>();
    private final Set<Long> restored = new LinkedHashSet<>();
    private final List<Long> back = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private long storedNanos = System.nanoTime();

    /**
     * @param restores whether tracks that the user took out come back
     * @param fresh is told of tracks that are not measured
     */
    Batch(
            TrackStore tracks,
            LibraryEvents events,
            Consumer<List<Track>> fresh,
            Moves moves,
            boolean restores,
            ScanTally tally) {
        this.tracks = tracks;
        this.events = events;
        this.fresh = fresh;
        this.moves = moves;
        this.restores = restores;
        this.tally = tally;
    }

    void unknown(TrackFile file) {
        unknown.add(file);
    }

    void changed(KnownFile known, TrackFile file) {
        changed.put(known.id(), file);
        restore(known);
        if (!known.content().equals(file.content())) {
            tally.changed++;
        }
    }

    /** The file is there, as it was. */
    void seen(KnownFile known) {
        restore(known);
        if (known.presence() != Presence.PRESENT) {
            back.add(known.id());
        }
    }

    private void restore(KnownFile known) {
        if (restores && known.removed() && restored.add(known.id())) {
            tally.added++;
        }
    }

    void missing(KnownFile known) {
        if (known.presence() != Presence.MISSING) {
            missing.add(known.id());
            tally.missing++;
        }
    }

    boolean isDue() {
        int size = unknown.size() + changed.size() + restored.size() + back.size() + missing.size();
        return size >= LARGE || size > 0 && System.nanoTime() - storedNanos > SOON_NANOS;
    }

    /** Stores all but files that can only be understood when all were seen. */
    void store() throws IOException, InterruptedException {
        store(takeUnknown(), false);
    }

    /** Stores the rest, when all files were seen. */
    void storeLast() throws IOException, InterruptedException {
        store(takeUnknown(), false);
        store(moves.takeUndecided(), true);
    }

    /** In the order of their paths: the readers finish in any. */
    private List<TrackFile> takeUnknown() {
        List<TrackFile> taken =
                unknown.stream().sorted(Comparator.comparing(TrackFile::file)).toList();
        unknown.clear();
        return taken;
    }

    private void store(List<TrackFile> files, boolean last)
            throws IOException, InterruptedException {
        List<TrackFile> added = new ArrayList<>();
        Map<String, List<KnownFile>> candidates = moves.candidates(files);
        for (TrackFile file : files) {
            KnownFile from = moves.decide(file, candidates, last);
            if (from != null) {
                changed.put(from.id(), file);
                restore(from);
                tally.moved++;
            } else if (last || !moves.isUndecided(file)) {
                added.add(file);
            }
        }
        storeChanged();
        add(added);
        storedNanos = System.nanoTime();
    }

    private void storeChanged() throws IOException {
        List<Track> now = new ArrayList<>();
        if (!changed.isEmpty()) {
            now.addAll(tracks.refresh(changed));
            changed.clear();
        }
        setPresence(back, Presence.PRESENT, now);
        setPresence(missing, Presence.MISSING, now);
        if (!now.isEmpty()) {
            events.tell(new LibraryEvent.TracksChanged(now));
            fresh.accept(unmeasured(now));
        }
        if (!restored.isEmpty()) {
            List<Track> again = tracks.restore(restored);
            restored.clear();
            events.tell(new LibraryEvent.TracksAdded(again));
            fresh.accept(unmeasured(again));
        }
    }

    private void setPresence(List<Long> ids, Presence presence, List<Track> now)
            throws IOException {
        if (!ids.isEmpty()) {
            now.addAll(tracks.setPresence(ids, presence));
            ids.clear();
        }
    }

    private void add(List<TrackFile> files) throws IOException {
        if (!files.isEmpty()) {
            List<Track> added = tracks.add(files);
            tally.added += added.size();
            events.tell(new LibraryEvent.TracksAdded(added));
            fresh.accept(unmeasured(added));
        }
    }

    private static List<Track> unmeasured(List<Track> tracks) {
        return tracks.stream().filter(track -> track.state() == Track.State.NEW).toList();
    }
}
