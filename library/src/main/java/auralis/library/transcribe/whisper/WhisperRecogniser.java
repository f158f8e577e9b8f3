package auralis.library.transcribe.whisper;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.json.Json;
import auralis.library.model.Model;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.RecognitionException.Remedy;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.worker.ChildDiedException;
import auralis.library.worker.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A Whisper model on this computer, in processes of its own: its runtime may take them down. Each
 * keeps the model in memory until this is closed.
 */
public final class WhisperRecogniser implements Recogniser {
    /** Whisper listens to 30 s at once. */
    private static final double CHUNK_SECONDS = 28;

    /** A model keeps so many cores busy. */
    private static final int CORES_EACH = LoadedModel.MOST_THREADS;

    private static final int LOOK_MILLIS = 50;

    /** Another one whenever it is asked for other words of the same model. */
    private static final String WAY = "whisper.cpp 1.7.1 greedy 1";

    private final Model model;
    private final Path file;
    private final String language;
    private final List<String> command;
    private final Semaphore free = new Semaphore(atOnce());

    // ---- under this
    private final Deque<ChildProcess> idle = new ArrayDeque<>();

    /**
     * @param file of the model
     * @param language of ISO 639-1, or "auto"
     * @param command starts a process that knows {@link WhisperTask}
     * @throws IOException with a sentence when the model does not understand the language
     */
    public WhisperRecogniser(Model model, Path file, String language, List<String> command)
            throws IOException {
        this.model = model;
        this.file = file;
        this.language = language;
        this.command = List.copyOf(command);
        requireUnderstood();
    }

    private void requireUnderstood() throws IOException {
        List<String> languages = Json.read(model.contract(), WhisperContract.class).languages();
        if (language.equals(Languages.AUTO) || languages.contains(language)) {
            return;
        }
        throw new IOException(
                Languages.ALL.contains(language)
                        ? "The model \""
                                + model.id()
                                + "\" does not understand the language \""
                                + language
                                + "\". Choose a model that understands many, or the language \""
                                + languages.get(0)
                                + "\"."
                        : "No Whisper model knows a language \""
                                + language
                                + "\". Choose auto, or one of: "
                                + String.join(", ", languages)
                                + ".");
    }

    @Override
    public String engine() {
        return "Whisper";
    }

    @Override
    public Optional<String> model() {
        return Optional.of(model.title());
    }

    @Override
    public String identity() {
        return WAY + " " + model.identity() + " " + language;
    }

    @Override
    public double chunkSeconds() {
        return CHUNK_SECONDS;
    }

    @Override
    public int atOnce() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_EACH);
    }

    @Override
    public Recognition recognise(SpeechFile recording, Span piece, Progress progress)
            throws IOException, InterruptedException {
        String request =
                Json.write(new WhisperTask.Request(file, recording.file(), piece, language));
        while (!free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            progress.checkpoint();
        }
        ChildProcess child = take();
        try {
            String answer = child.request(WhisperTask.NAME, request, progress);
            return Json.read(answer, Recognition.class);
        } catch (ChildDiedException e) {
            throw new RecognitionException(
                    Remedy.RETRY,
                    "The process that listens with the model \""
                            + model.id()
                            + "\" "
                            + e.what()
                            + ". Try again; when that happens again, choose a smaller model.",
                    Optional.empty(),
                    e);
        } finally {
            giveBack(child);
            free.release();
        }
    }

    private ChildProcess take() {
        synchronized (idle) {
            ChildProcess child = idle.poll();
            return child == null ? new ChildProcess(command) : child;
        }
    }

    private void giveBack(ChildProcess child) {
        synchronized (idle) {
            idle.push(child);
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(ChildProcess::close);
            idle.clear();
        }
    }
}
