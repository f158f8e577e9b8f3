package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.backup.Backups;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.scan.FolderWatcher;
import auralis.library.scan.ScanReport;
import auralis.library.scan.Scans;
import auralis.library.search.Query;
import auralis.library.search.TextField;
import auralis.library.separate.InspectTask;
import auralis.library.separate.RuntimeTask;
import auralis.library.separate.SeparateTask;
import auralis.library.separate.Separations;
import auralis.library.tag.TagEdit;
import auralis.library.track.Album;
import auralis.library.track.AnalysisStore;
import auralis.library.track.Artist;
import auralis.library.track.Genre;
import auralis.library.track.JobStore;
import auralis.library.track.LibraryEvent;
import auralis.library.track.LibraryEvents;
import auralis.library.track.Presence;
import auralis.library.track.QueueStore;
import auralis.library.track.ResultStore;
import auralis.library.track.Storage;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import auralis.library.track.TrackStore;
import auralis.library.transcribe.Transcriptions;
import auralis.library.transcribe.remote.EndpointStore;
import auralis.library.transcribe.whisper.WhisperProbe;
import auralis.library.transcribe.whisper.WhisperRuntime;
import auralis.library.transcribe.whisper.WhisperTask;
import auralis.library.worker.ChildTask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The music that the user has, what was measured of it and what is planned for it, kept in one data
 * folder. Every change is stored before it is told. Any thread but the window's: everything here
 * may wait for the disk.
 */
public final class Library implements Closeable {
    private final Storage storage;
    private final TrackStore tracks;
    private final StoredAnalyses analyses;
    private final StoredPlans plans;
    private final ResultStore settings;
    private final EffectCatalogue effects;
    private final LibraryEvents events = new LibraryEvents();
    private final Precedence precedence = new Precedence();
    private final Measuring measuring;
    private final Scans scans;
    private final Upkeep upkeep;
    private final SimilarTracks similar;
    private final Playlists playlists;
    private final QueueStore queue;
    private final Versions versions;
    private final AnalysisStore measured;
    private final Path reports;
    private final ModelStore models;
    private final Separations separations;
    private final EndpointStore endpoints;
    private final Transcriptions transcriptions;
    private FolderWatcher watcher;

    /**
     * @param storage belongs to the library from now on and is closed with it
     * @param dataFolder holds what is kept in files: {@code fingerprints/}, {@code backups/},
     *     {@code reports/}, {@code models/}, {@code stems/}, {@code transcripts/}
     */
    public Library(Storage storage, Path dataFolder) throws IOException {
        this(storage, dataFolder, EffectCatalogue.BUILT_IN, List.of());
    }

    /**
     * @param storage belongs to the library from now on and is closed with it
     * @param dataFolder holds what is kept in files: {@code fingerprints/}, {@code backups/}
     * @param effects those that plans may use
     * @param childCommand starts a process for {@link #childTasks}; empty where none can be started
     */
    public Library(
            Storage storage, Path dataFolder, EffectCatalogue effects, List<String> childCommand)
            throws IOException {
        this.storage = storage;
        this.tracks = storage.tracks();
        boolean stores = storage.readOnly().isEmpty();
        this.effects = effects;
        this.settings = stores ? storage.settings() : Unstored.results(storage.settings());
        this.plans =
                new StoredPlans(
                        stores ? storage.plans() : Unstored.results(storage.plans()), effects);
        this.measured = stores ? storage.analyses() : Unstored.analyses(storage.analyses());
        this.analyses =
                new StoredAnalyses(
                        measured, new FingerprintFiles(dataFolder.resolve("fingerprints"), stores));
        this.similar = new SimilarTracks(measured, tracks);
        this.measuring =
                new Measuring(tracks, analyses, similar, settings, events, stores, precedence);
        this.scans = new Scans(storage, events, dataFolder, measuring::later);
        this.queue = stores ? storage.queue() : Unstored.queue(storage.queue());
        this.versions = new Versions(storage.versions(), tracks, events);
        this.playlists = new Playlists(storage.playlists(), tracks, scans, events);
        this.upkeep = new Upkeep(storage, new Backups(dataFolder), tracks, events);
        this.reports = dataFolder.resolve("reports");
        this.models =
                new ModelStore(
                        dataFolder.resolve("models"),
                        Map.of(
                                ModelKind.SEPARATION, InspectTask.by(childCommand),
                                ModelKind.TRANSCRIPTION, WhisperProbe.by(childCommand)));
        this.separations = new Separations(dataFolder.resolve("stems"), models, childCommand);
        this.endpoints = new EndpointStore(dataFolder, System.getenv());
        this.transcriptions =
                new Transcriptions(
                        dataFolder.resolve("transcripts"),
                        models,
                        endpoints,
                        separations,
                        childCommand);
    }

    /**
     * Why nothing is stored, as a sentence; empty when it is. Then what changes the library fails
     * with this reason, measuring and planning goes on, and settings last until the end.
     */
    public Optional<String> readOnly() {
        return storage.readOnly();
    }

    /** The folder for reports that are only looked at; may not be there yet. */
    public Path reports() {
        return reports;
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

    /** The tracks of the album of a file that are there, by disc and number; empty for none. */
    public List<Track> album(Path file) throws IOException {
        Optional<Track> track = tracks.find(absolute(file));
        Optional<AlbumKey> key = track.flatMap(AlbumKey::of);
        if (key.isEmpty()) {
            return List.of();
        }
        Query named = Query.phrase(TextField.ALBUM, track.get().album());
        return tracks.get(tracks.search(named, TrackOrder.ALBUM, false)).stream()
                .filter(other -> AlbumKey.of(other).equals(key))
                .filter(other -> other.presence() == Presence.PRESENT)
                .sorted(AlbumKey.order())
                .toList();
    }

    /** The artists with a track that a query finds. */
    public List<Artist> artists(Query query) throws IOException {
        return tracks.artists(query);
    }

    /** Tracks that have the same content as another, together. */
    public List<List<Track>> duplicates() throws IOException {
        return Duplicates.in(tracks);
    }

    /** The genres with a track that a query finds. */
    public List<Genre> genres(Query query) throws IOException {
        return tracks.genres(query);
    }

    /**
     * The tracks that sound most like one, the nearest first, without itself.
     *
     * @throws IOException with a sentence when that one is not measured yet
     */
    public List<SimilarTrack> similar(long id, int count) throws IOException {
        return similar.nearest(id, count);
    }

    /**
     * The gains that bring the tracks that a query finds, and their albums, to a loudness; by
     * artist.
     *
     * @param referenceLufs -18 for ReplayGain 2.0, -23 for EBU R 128
     */
    public List<TrackGain> gains(Query query, double referenceLufs) throws IOException {
        LoudnessGains gains = new LoudnessGains(tracks.all(), referenceLufs);
        return tracks.get(tracks.search(query, TrackOrder.ARTIST, false)).stream()
                .map(gains::of)
                .toList();
    }

    /** Adds files, and folders with all that is in them and will be. */
    public ScanReport add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        return scans.add(filesAndFolders, progress);
    }

    /** Follows the folders of the library on the disk until it is closed. */
    public synchronized void watch() {
        if (watcher == null) {
            watcher = scans.watch();
        }
    }

    /** What compares the library with the disk. */
    public Scans scans() {
        return scans;
    }

    /** Takes tracks out of the library, with all that belongs to them; files are not touched. */
    public void remove(Collection<Long> ids) throws IOException {
        tracks.remove(ids);
        similar.removed(ids);
        events.tell(new LibraryEvent.TracksRemoved(Set.copyOf(ids)));
    }

    /** Brings back what was removed, as it was. */
    public void restore(Collection<Long> ids) throws IOException {
        similar.forget();
        events.tell(new LibraryEvent.TracksAdded(tracks.restore(ids)));
    }

    public void setFavourite(Collection<Long> ids, boolean favourite) throws IOException {
        events.tell(new LibraryEvent.TracksChanged(tracks.setFavourite(ids, favourite)));
    }

    /** Counts that a track was heard. */
    public void played(long id) throws IOException {
        tell(tracks.played(id, Instant.now()));
    }

    /** What measures tracks that are not measured yet. */
    public Measuring measuring() {
        return measuring;
    }

    /** The analysis of a file: stored, or computed and stored. */
    public TrackAnalysis analysis(Path file, Progress progress)
            throws IOException, InterruptedException {
        return analyses.of(file, progress, precedence).analysis();
    }

    /**
     * Enough for a provisional plan, in a fraction of a second: the stored analysis of a file, or a
     * glance at it, which is not stored.
     */
    public Measurements glance(Path file, Progress progress)
            throws IOException, InterruptedException {
        return precedence.first(going -> analyses.glance(file, going), progress);
    }

    /** The picture of a track: stored, or drawn while it is measured. */
    public WaveformSummary waveform(Path file, Progress progress)
            throws IOException, InterruptedException {
        Optional<WaveformSummary> stored = measured.waveform(StoredAnalyses.content(file));
        return stored.isPresent() ? stored.get() : analysis(file, progress).waveform();
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
        return precedence.first(
                going -> plans.of(file, analysis, settings, sampleRate, going), progress);
    }

    /**
     * Changes tags in the files of tracks, each in a copy that takes the place of the file when it
     * is complete.
     *
     * @param edits by id of the track
     * @param progress counts files; cancelled, the answer tells what was done until then
     */
    public Retagging retag(Map<Long, TagEdit> edits, Progress progress) throws IOException {
        return new TagEdits(tracks, analyses, transcriptions, measuring, events)
                .apply(edits, progress);
    }

    public Playlists playlists() {
        return playlists;
    }

    /** What plays next, over a restart. */
    public QueueStore queue() {
        return queue;
    }

    /** Where the work in the background is kept. */
    public JobStore jobs() throws IOException {
        return storage.jobs();
    }

    /** The models that are here or can be had. */
    public ModelStore models() {
        return models;
    }

    /** What a child process of the library must be able to do, by name. */
    public static Map<String, ChildTask> childTasks() {
        return Map.of(
                SeparateTask.NAME, new SeparateTask(),
                InspectTask.NAME, new InspectTask(),
                RuntimeTask.NAME, new RuntimeTask(),
                WhisperTask.NAME, new WhisperTask(),
                WhisperProbe.NAME, new WhisperProbe(),
                WhisperRuntime.NAME, new WhisperRuntime());
    }

    /** What takes files apart. */
    public Separations separations() {
        return separations;
    }

    /** What transcribes recordings. */
    public Transcriptions transcriptions() {
        return transcriptions;
    }

    /** Where the server for transcription is kept, if the user chose one. */
    public EndpointStore endpoints() {
        return endpoints;
    }

    /** The masters and stems of tracks. */
    public Versions versions() {
        return versions;
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** The effects that there are. */
    public EffectCatalogue effects() {
        return effects;
    }

    /** What the user set and where the session stood, as JSON by names that its owners choose. */
    public ResultStore settings() {
        return settings;
    }

    /** What keeps the library sound. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Calls the listener on a background thread after every change, until the answer is run. */
    public Runnable onEvent(Consumer<LibraryEvent> listener) {
        return events.listen(listener);
    }

    private void tell(Optional<Track> changed) {
        changed.ifPresent(track -> events.tell(new LibraryEvent.TracksChanged(List.of(track))));
    }

    @Override
    public synchronized void close() throws IOException {
        if (watcher != null) {
            watcher.close();
        }
        measuring.close();
        scans.close();
        upkeep.close();
        storage.close();
    }
}
