package auralis.library;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final BackgroundAnalysis background = new BackgroundAnalysis(this);
    private final List<Consumer<LibraryEvent>> listeners = new CopyOnWriteArrayList<>();

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

    /**
     * Adds files, and all files of sound inside folders; those it knows already stay as they are.
     */
    public void add(List<Path> filesAndFolders, Progress progress)
            throws IOException, InterruptedException {
        List<Track> found =
                FileWalk.find(filesAndFolders, progress).stream().map(Library::newTrack).toList();
        List<Track> added = tracks.add(found);
        if (!added.isEmpty()) {
            tell(new LibraryEvent.TracksAdded(added));
            background.analyze(added);
        }
    }

    private static Track newTrack(Path file) {
        return new Track(
                0,
                file,
                nameWithoutEnding(file),
                "",
                "",
                Track.State.NEW,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static String nameWithoutEnding(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Forgets tracks; files are not touched. */
    public void remove(Collection<Long> ids) throws IOException {
        tracks.remove(ids);
        tell(new LibraryEvent.TracksRemoved(Set.copyOf(ids)));
    }

    /** Starts to analyse, one after the other and with low priority, what is not analysed yet. */
    public void analyzeInBackground() throws IOException {
        background.start();
        background.analyze(
                tracks().stream().filter(track -> track.state() == Track.State.NEW).toList());
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

    /** Calls the listener on a background thread after every change, until the answer is run. */
    public Runnable onEvent(Consumer<LibraryEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void update(Track track) throws IOException {
        tracks.update(track);
        tell(new LibraryEvent.TracksChanged(List.of(track)));
    }

    private void tell(LibraryEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public void close() throws IOException {
        background.close();
        storage.close();
    }
}
