package auralis.library.transcribe;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.VoiceActivity;
import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.separate.SeparationSettings;
import auralis.library.separate.Separations;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.align.Classic;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcribe.remote.EndpointStore;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    /** Of a second of sound, next to the thousand that its recognition counts. */
    private static final double LISTENING = 50;

    private static final double ISOLATING = 300;
    private static final double RECOGNISING = 1000;
    private static final long JOURNAL_BYTES = 1 << 20;

    /** No more often is told how it stands. */
    private static final Duration OFTEN = Duration.ofMillis(500);

    private final Path work;
    private final TranscriptStore store;
    private final Engines engines;
    private final ModelStore models;
    private final Separations separations;
    private final Patience patience;
    private final Room room;
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
        this.models = models;
        this.separations = separations;
        this.patience = patience;
        this.room = room;
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
            return needsBytes(media, settings);
        }
    }

    private long needsBytes(MediaSource media, TranscriptionSettings settings) throws IOException {
        double seconds = media.format().seconds(media.frames().orElse(0));
        long speech = SpeechFile.sampleAt(seconds) * SpeechFile.BYTES;
        long stems = settings.isolateVocals() ? isolation().needsBytes(media) : 0;
        return speech + stems + JOURNAL_BYTES;
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
        if (settings.engine() == Engine.CLASSIC) {
            return new Run(source, settings, Optional.empty(), partial, progress).transcript();
        }
        try (Recogniser recogniser = engines.open(settings)) {
            return new Run(source, settings, Optional.of(recogniser), partial, progress)
                    .transcript();
        }
    }

    /** By the first model that is here, or by none. */
    private Isolation isolation() throws IOException {
        for (Model model : models.models()) {
            SeparationSettings settings = SeparationSettings.with(model.id());
            if (model.kind() == ModelKind.SEPARATION
                    && separations.stems(settings).contains(Stem.VOCALS)) {
                return new Isolation(separations, settings);
            }
        }
        return new Isolation(separations, SeparationSettings.CLASSIC);
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /**
     * What makes other words of the same recording.
     *
     * @param identity of the engine
     */
    private record Parameters(
            int version,
            Engine engine,
            String identity,
            String language,
            double chunkSeconds,
            boolean isolateVocals,
            Optional<String> text) {
        private static final int VERSION = 1;
    }

    /** One transcription. */
    private final class Run {
        private final Path source;
        private final TranscriptionSettings settings;
        private final Optional<Recogniser> recogniser;
        private final Consumer<Transcript> partial;
        private final Progress progress;
        private final double chunkSeconds;
        private long told;
        private int known;

        Run(
                Path source,
                TranscriptionSettings settings,
                Optional<Recogniser> recogniser,
                Consumer<Transcript> partial,
                Progress progress) {
            this.source = source;
            this.settings = settings;
            this.recogniser = recogniser;
            this.partial = partial;
            this.progress = progress;
            double longest = recogniser.map(Recogniser::chunkSeconds).orElse(0.0);
            this.chunkSeconds = Math.min(longest, settings.chunkSeconds().orElse(longest));
        }

        Transcript transcript() throws IOException, InterruptedException {
            Fingerprint input = fingerprint();
            String parameters = Fingerprint.key(Json.write(parameters()));
            String key = Fingerprint.key(Json.write(input) + parameters);
            try (WorkFolder folder = WorkFolder.open(work, key, progress)) {
                Optional<Transcript> known =
                        store.find(source)
                                .filter(kept -> kept.key().equals(key))
                                .filter(kept -> kept.transcript().isComplete())
                                .map(kept -> kept.withSilences(settings.silenceSeconds()));
                return known.isPresent() ? known.get() : transcript(folder, input, parameters, key);
            } finally {
                running.remove(absolute(source));
            }
        }

        private Fingerprint fingerprint() throws IOException {
            try {
                return Fingerprint.of(source);
            } catch (IOException e) {
                throw Media.explain(source, e);
            }
        }

        private Parameters parameters() {
            return new Parameters(
                    Parameters.VERSION,
                    settings.engine(),
                    recogniser.map(Recogniser::identity).orElse(""),
                    settings.language(),
                    chunkSeconds,
                    settings.isolateVocals(),
                    settings.text());
        }

        private Transcript transcript(
                WorkFolder folder, Fingerprint input, String parameters, String key)
                throws IOException, InterruptedException {
            Transcript kept;
            try (Journal journal = journal(folder, input, parameters)) {
                Transcript made =
                        recogniser.isEmpty() ? classic(journal, folder) : heard(journal, folder);
                kept = store.put(source, key, made, journal.header().voice());
            }
            if (kept.isComplete()) {
                folder.remove();
            }
            return kept;
        }

        // ---- before anything is recognised

        private Journal journal(WorkFolder folder, Fingerprint input, String parameters)
                throws IOException, InterruptedException {
            Optional<Journal> before =
                    Files.isRegularFile(folder.speech())
                            ? Journal.resume(folder.journal(), input, parameters)
                            : Optional.empty();
            if (before.isPresent()) {
                double seconds = before.get().header().seconds();
                progress.total(units(seconds, LISTENING + RECOGNISING));
                progress.advance(units(seconds, LISTENING));
                return before.get();
            }
            VoiceActivity activity = listen(folder);
            progress.phase("listening");
            List<Span> voice = activity.voice();
            List<Chunk> chunks =
                    recogniser.isEmpty() ? List.of() : Cutting.cut(activity, voice, chunkSeconds);
            return Journal.begin(
                    folder.journal(),
                    new Journal.Header(input, parameters, activity.seconds(), voice, chunks));
        }

        private VoiceActivity listen(WorkFolder folder) throws IOException, InterruptedException {
            double seconds;
            try (MediaSource media = Media.open(source)) {
                seconds = media.format().seconds(media.frames().orElse(0));
                if (settings.isolateVocals()) {
                    isolation().require(source, media);
                }
                room.require(source, work.getParent(), needsBytes(media, settings));
            }
            double isolating = settings.isolateVocals() ? ISOLATING : 0;
            progress.total(units(seconds, isolating + LISTENING + RECOGNISING));
            AudioSource sound =
                    settings.isolateVocals()
                            ? isolation().vocals(source, progress.part(units(seconds, isolating)))
                            : Media.open(source);
            progress.phase("decoding");
            return Listening.listen(
                    source, sound, folder.speech(), progress.part(units(seconds, LISTENING)));
        }

        private static long units(double seconds, double weight) {
            return Math.round(seconds * weight);
        }

        // ---- recognising

        private Transcript classic(Journal journal, WorkFolder folder)
                throws IOException, InterruptedException {
            progress.phase(settings.text().isEmpty() ? "listening" : "aligning");
            Journal.Header header = journal.header();
            try (SpeechFile speech = new SpeechFile(folder.speech())) {
                List<Segment> segments =
                        new Classic()
                                .segments(
                                        speech,
                                        header.voice(),
                                        settings.text(),
                                        settings.language(),
                                        progress.part(units(header.seconds(), RECOGNISING)));
                return new Assembly(journal, settings, Classic.ENGINE, Optional.empty())
                        .transcript(segments);
            }
        }

        private Transcript heard(Journal journal, WorkFolder folder)
                throws IOException, InterruptedException {
            Recogniser engine = recogniser.orElseThrow();
            Assembly assembly = new Assembly(journal, settings, engine.engine(), engine.model());
            progress.phase("transcribing");
            skip(journal);
            try (SpeechFile speech = new SpeechFile(folder.speech())) {
                int atOnce = Math.min(settings.parallel(), engine.atOnce());
                new Dispatch(journal, engine, speech, patience, progress)
                        .run(atOnce, () -> tell(assembly, journal));
            }
            Transcript made = assembly.transcript();
            if (made.chunksDone() == 0 && made.chunks() > 0) {
                throw nothing(journal);
            }
            return made;
        }

        /** What is done already, and what nobody says anything in. */
        private void skip(Journal journal) {
            long open = journal.open().stream().mapToLong(Dispatch::units).sum();
            progress.advance(units(journal.header().seconds(), RECOGNISING) - open);
        }

        private void tell(Assembly assembly, Journal journal) {
            long now = patience.nanos();
            int ended = journal.ended();
            if (ended > 0 && ended != known && (told == 0 || now - told > OFTEN.toNanos())) {
                known = ended;
                told = now;
                Transcript soFar = assembly.transcript();
                running.put(absolute(source), soFar);
                partial.accept(soFar);
            }
        }

        private IOException nothing(Journal journal) {
            String why =
                    journal.open().stream()
                            .flatMap(chunk -> journal.failure(chunk).stream())
                            .findFirst()
                            .orElse("");
            return new RecognitionException(Remedy.RETRY, why, Optional.empty(), null);
        }
    }
}
