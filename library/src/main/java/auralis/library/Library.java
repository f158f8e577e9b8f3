package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.library.scan.Scans;
import auralis.library.search.Query;
import auralis.library.search.Term;
import auralis.library.search.YesNoField;
import auralis.library.track.Album;
import auralis.library.track.Artist;
import auralis.library.track.Genre;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Measured;
import auralis.library.track.ResultStore;
import auralis.library.track.Storage;
import auralis.library.track.Stream;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import auralis.library.track.TrackStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The music that the user has, what was measured of it and what is planned for it, kept in one data
 * folder. Every change is stored before it is told. Any thread but the window's: everything here
 * may wait for the disk.
 */
public final class Library implements Closeable {
    private static final Query NOT_ANALYZED =
            new Query(List.of(new Term.Flag(YesNoField.ANALYZED, false)));

    private final Storage storage;
    private final TrackStore tracks;
    private final StoredAnalyses analyses;
    private final StoredPlans plans;
    private final ResultStore settings;
    private final EffectCatalogue effects;
    private final BackgroundAnalysis background = new BackgroundAnalysis(this);
    private final LibraryEvents events = new LibraryEvents();
    private final Scans scans;

    /**
     * @param storage belongs to the library from now on and is closed with it
     * @param dataFolder holds what is kept in files: {@code fingerprints/}
     */
    public Library(Storage storage, Path dataFolder) throws IOException {
        this(storage, dataFolder, EffectCatalogue.BUILT_IN);
    }

    /**
     * @param storage belongs to the library from now on and is closed with it
     * @param dataFolder holds what is kept in files: {@code fingerprints/}
     * @param effects those that plans may use
     */
    public Library(Storage storage, Path dataFolder, EffectCatalogue effects) throws IOException {
        this.storage = storage;
        this.tracks = storage.tracks();
        this.scans = new Scans(storage, events);
        this.analyses =
                new StoredAnalyses(
                        storage.analyses(),
                        new FingerprintFiles(dataFolder.resolve("fingerprints")));
        this.plans = new StoredPlans(storage.plans(), effects);
        this.effects = effects;
        this.settings = storage.settings();
    }

    /** All tracks in the order in which they were added. */
    public List<Track> tracks() throws IOException {
        return tracks.all();
    }

    /** Those of the ids that there are, in the order of the ids. */
    public List<Track> tracks(Collection<Long> ids) throws IOException {
        return tracks.get(ids);
    }

    public Optional<Track> track(Path file) throws IOException {
        return tracks.find(file);
    }

    /** Ids of the tracks that a query finds, in an order. */
    public List<Long> search(Query query, TrackOrder order, boolean descending) throws IOException {
        return tracks.search(query, order, descending);
    }

    /** The albums with a track that a query finds. */
    public List<Album> albums(Query query) throws IOException {
        return tracks.albums(query);
    }

    /** The artists with a track that a query finds. */
    public List<Artist> artists(Query query) throws IOException {
        return tracks.artists(query);
    }

    /** The genres with a track that a query finds. */
    public List<Genre> genres(Query query) throws IOException {
        return tracks.genres(query);
    }

    /**
     * Adds files, and all files of sound inside folders; those it knows already stay as they are.
     */
    public void add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        background.analyze(scans.add(filesAndFolders, progress));
    }

    /** Takes tracks out of the library, with all that belongs to them; files are not touched. */
    public void remove(Collection<Long> ids) throws IOException {
        tracks.remove(ids);
        events.tell(new LibraryEvent.TracksRemoved(Set.copyOf(ids)));
    }

    /** Brings back what was removed, as it was. */
    public void restore(Collection<Long> ids) throws IOException {
        events.tell(new LibraryEvent.TracksAdded(tracks.restore(ids)));
    }

    public void setFavourite(Collection<Long> ids, boolean favourite) throws IOException {
        events.tell(new LibraryEvent.TracksChanged(tracks.setFavourite(ids, favourite)));
    }

    /** Counts that a track was heard. */
    public void played(long id) throws IOException {
        tell(tracks.played(id, Instant.now()));
    }

    /** Starts to analyse, one after the other and with low priority, what is not analysed yet. */
    public void analyzeInBackground() throws IOException {
        background.start();
        List<Long> notAnalyzed = tracks.search(NOT_ANALYZED, TrackOrder.ADDED, false);
        background.analyze(
                tracks.get(notAnalyzed).stream()
                        .filter(track -> track.state() == Track.State.NEW)
                        .toList());
    }

    /** The analysis of a file: stored, or computed and stored. */
    public TrackAnalysis analysis(Path file, Progress progress)
            throws IOException, InterruptedException {
        return analyses.of(file, progress);
    }

    /**
     * The exact plan for a file at a sample rate: stored, or computed and stored.
     *
     * @param analysis of this file
     * @param sampleRate of the result in Hz
     */
    public MasteringPlan plan(
            Path file,
            TrackAnalysis analysis,
            MasteringSettings settings,
            int sampleRate,
            Progress progress)
            throws IOException, InterruptedException {
        return plans.of(file, analysis, settings, sampleRate, progress);
    }

    /** The effects that there are. */
    public EffectCatalogue effects() {
        return effects;
    }

    /** What the user set and where the session stood, as JSON by names that its owners choose. */
    public ResultStore settings() {
        return settings;
    }

    /** Why nothing can be written, as a sentence; empty when it can. */
    public Optional<String> readOnly() {
        return storage.readOnly();
    }

    /** Calls the listener on a background thread after every change, until the answer is run. */
    public Runnable onEvent(Consumer<LibraryEvent> listener) {
        return events.listen(listener);
    }

    void measured(Track track, Stream stream, Measured measured, Optional<String> problem)
            throws IOException {
        tell(tracks.measured(track.id(), stream, measured, problem));
    }

    void failed(Track track, String problem) throws IOException {
        tell(tracks.failed(track.id(), problem));
    }

    private void tell(Optional<Track> changed) {
        changed.ifPresent(track -> events.tell(new LibraryEvent.TracksChanged(List.of(track))));
    }

    @Override
    public void close() throws IOException {
        background.close();
        storage.close();
    }
}
