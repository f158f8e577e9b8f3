package auralis.library.transcribe;

import auralis.dsp.Progress;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.model.ModelStore;
import auralis.library.separate.Separations;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.remote.EndpointStore;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Transcribes recordings of any length, each once for the same settings, and keeps the latest
 * transcript of each. What is begun and does not end, for whatever reason, goes on where it was:
 * work that was done is not done again. Any thread.
 */
public final class Transcriptions {
    private final Path work;
    private final TranscriptStore store;
    private final Engines engines;
    private final Intake intake;
    private final Patience patience;
    private final Map<Path, Transcript> running = new ConcurrentHashMap<>();

    /**
     * @param folder keeps transcripts, and work that is not ended; made when it is needed
     * @param command starts a process of the library
     */
    public Transcriptions(
            Path folder,
            ModelStore models,
            EndpointStore endpoints,
            Separations separations,
            List<String> command) {
        this(
                folder,
                new UsualEngines(models, endpoints, command),
                models,
                separations,
                Patience.REAL,
                Room.OF_DISK);
    }

    Transcriptions(
            Path folder,
            Engines engines,
            ModelStore models,
            Separations separations,
            Patience patience,
            Room room) {
        this.work = folder.resolve("work");
        this.store = new TranscriptStore(folder);
        this.engines = engines;
        this.intake = new Intake(folder, models, separations, room);
        this.patience = patience;
    }

    /** The latest transcript of this content, as it was made or as the user changed it. */
    public Optional<Transcript> find(Path source) throws IOException {
        return store.find(source).map(TranscriptStore.Kept::transcript);
    }

    /** Keeps what the user changed, or brought from elsewhere. */
    public void keep(Path source, Transcript edited) throws IOException {
        store.keep(source, edited);
    }

    /** Has the same transcript belong to a file whose tags were changed, too. */
    public void carry(String content, String changed) throws IOException {
        store.carry(content, changed);
    }

    /** How far a file is that is transcribed in this process now. */
    public Optional<Transcript> partial(Path source) {
        return Optional.ofNullable(running.get(absolute(source)));
    }

    /**
     * Looks whether there is somebody who listens.
     *
     * @throws IOException with a sentence: no such model, no server, what to do
     */
    public void requireEngine(TranscriptionSettings settings) throws IOException {
        if (settings.engine() != Engine.CLASSIC) {
            engines.open(settings).close();
        }
    }

    /**
     * How much room on the disk of the data folder it takes to transcribe a file, until that is
     * done; about, and 0 when nobody knows how long it is.
     *
     * @throws IOException with a sentence when it cannot be read
     */
    public long needsBytes(Path source, TranscriptionSettings settings) throws IOException {
        try (MediaSource media = Media.open(source)) {
            return intake.needsBytes(media, settings);
        }
    }

    /**
     * The transcript of a file: known, or made now. What the user changed in an earlier one stays.
     * Where pieces could not be recognised it has gaps, and asking again fills them.
     *
     * @param partial is told, on this thread, how it stands while it is made
     * @param progress is asked and advanced by several threads
     * @throws RecognitionException when the engine is to blame; what is done stays for the next
     *     time
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; what is done stays for the next time
     */
    public Transcript of(
            Path source,
            TranscriptionSettings settings,
            Consumer<Transcript> partial,
            Progress progress)
            throws IOException, InterruptedException {
        try {
            return by(settings, source, partial, progress);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    private Transcript by(
            TranscriptionSettings settings,
            Path source,
            Consumer<Transcript> partial,
            Progress progress)
            throws IOException, InterruptedException {
        if (settings.engine() == Engine.CLASSIC) {
            return of(Task.of(source, settings, Optional.empty()), partial, progress);
        }
        try (Recogniser recogniser = engines.open(settings)) {
            return of(Task.of(source, settings, Optional.of(recogniser)), partial, progress);
        }
    }

    private Transcript of(Task task, Consumer<Transcript> partial, Progress progress)
            throws IOException, InterruptedException {
        Path source = absolute(task.source());
        try (WorkFolder folder = WorkFolder.open(work, task.key(), progress)) {
            Optional<Transcript> known = known(task);
            return known.isPresent()
                    ? known.get()
                    : made(
                            task,
                            folder,
                            soFar -> {
                                running.put(source, soFar);
                                partial.accept(soFar);
                            },
                            progress);
        } finally {
            running.remove(source);
        }
    }

    private Optional<Transcript> known(Task task) throws IOException {
        return store.find(task.source())
                .filter(kept -> kept.key().equals(task.key()))
                .filter(kept -> kept.transcript().isComplete())
                .map(kept -> kept.withSilences(task.settings().silenceSeconds()));
    }

    private Transcript made(
            Task task, WorkFolder folder, Consumer<Transcript> partial, Progress progress)
            throws IOException, InterruptedException {
        Transcript kept;
        try (Journal journal = intake.journal(task, folder, progress)) {
            Transcript made =
                    new Transcription(task, journal, patience, partial, progress)
                            .of(folder.speech());
            kept = store.put(task.source(), task.key(), made, journal.header().voice());
        }
        if (kept.isComplete()) {
            folder.remove();
        }
        return kept;
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
