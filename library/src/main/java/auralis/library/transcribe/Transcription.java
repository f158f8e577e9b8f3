package auralis.library.transcribe;

import auralis.dsp.Progress;
import auralis.library.transcribe.align.Classic;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the transcript of a recording whose sound is laid down, and tells how it grows. */
final class Transcription {
    /** No more often is told how it stands. */
    private static final Duration OFTEN = Duration.ofMillis(500);

    private final Task task;
    private final Journal journal;
    private final Patience patience;
    private final Consumer<Transcript> partial;
    private final Progress progress;
    private long told;
    private int known;

    /**
     * @param journal of the work on it
     * @param partial is told how it stands
     * @param progress of the whole work
     */
    Transcription(
            Task task,
            Journal journal,
            Patience patience,
            Consumer<Transcript> partial,
            Progress progress) {
        this.task = task;
        this.journal = journal;
        this.patience = patience;
        this.partial = partial;
        this.progress = progress;
    }

    /**
     * @param sound of the recording, as engines hear it
     */
    Transcript of(Path sound) throws IOException, InterruptedException {
        try (SpeechFile speech = new SpeechFile(sound)) {
            return task.recogniser().isPresent()
                    ? heard(speech, task.recogniser().get())
                    : classic(speech);
        }
    }

    private Transcript classic(SpeechFile speech) throws IOException, InterruptedException {
        TranscriptionSettings settings = task.settings();
        progress.phase(settings.text().isEmpty() ? "listening" : "aligning");
        List<Segment> segments =
                new Classic()
                        .segments(
                                speech,
                                journal.header().voice(),
                                settings.text(),
                                settings.language(),
                                progress.part(recognising()));
        return new Assembly(journal, settings, Classic.ENGINE, Optional.empty())
                .transcript(segments);
    }

    private Transcript heard(SpeechFile speech, Recogniser engine)
            throws IOException, InterruptedException {
        TranscriptionSettings settings = task.settings();
        Assembly assembly = new Assembly(journal, settings, engine.engine(), engine.model());
        progress.phase("transcribing");
        skip();
        int atOnce = Math.min(settings.parallel(), engine.atOnce());
        new Dispatch(journal, engine, speech, patience, progress).run(atOnce, () -> tell(assembly));
        Transcript made = assembly.transcript();
        if (made.chunksDone() == 0 && made.chunks() > 0) {
            throw nothing();
        }
        return made;
    }

    /** What is done already, and what nobody says anything in. */
    private void skip() {
        long open = journal.open().stream().mapToLong(Dispatch::units).sum();
        progress.advance(recognising() - open);
    }

    private long recognising() {
        return Stage.units(journal.header().seconds(), Stage.RECOGNISING);
    }

    private void tell(Assembly assembly) {
        long now = patience.nanos();
        int ended = journal.ended();
        if (ended > 0 && ended != known && (told == 0 || now - told > OFTEN.toNanos())) {
            known = ended;
            told = now;
            partial.accept(assembly.transcript());
        }
    }

    private IOException nothing() {
        String why =
                journal.open().stream()
                        .flatMap(chunk -> journal.failure(chunk).stream())
                        .findFirst()
                        .orElse("");
        return new RecognitionException(Remedy.RETRY, why, Optional.empty(), null);
    }
}
