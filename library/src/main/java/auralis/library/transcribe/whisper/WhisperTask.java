package auralis.library.transcribe.whisper;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.json.Json;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcribe.whisper.LoadedModel.Effort;
import auralis.library.worker.ChildTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Hears a piece of a recording, in a child process. Keeps the model for the next piece. */
public final class WhisperTask implements ChildTask {
    /** What the parent calls it. */
    public static final String NAME = "whisper";

    /** What ends with less than a second of sound is not listened to (whisper.cpp, issue 39). */
    private static final int SILENCE = SpeechFile.SAMPLE_RATE;

    private static final int SHORTEST = SpeechFile.SAMPLE_RATE * 11 / 10;

    private final Runtime runtime;
    private Optional<LoadedModel> model = Optional.empty();
    private Path loaded = Path.of("");

    /** Finds what runs models. */
    @FunctionalInterface
    interface Runtime {
        NativeWhisper get() throws IOException;
    }

    /**
     * @param model its file
     * @param recording as {@link SpeechFile} reads it
     */
    record Request(Path model, Path recording, Span piece, String language) {}

    public WhisperTask() {
        this(NativeWhisper::get);
    }

    WhisperTask(Runtime runtime) {
        this.runtime = runtime;
    }

    @Override
    public String run(String request, Progress progress) throws IOException, InterruptedException {
        Request asked = Json.read(request, Request.class);
        float[] samples;
        try (SpeechFile recording = new SpeechFile(asked.recording())) {
            samples = recording.samples(asked.piece());
        }
        return Json.write(hear(asked, samples, progress));
    }

    private Recognition hear(Request asked, float[] samples, Progress progress)
            throws IOException, InterruptedException {
        if (samples.length == 0) {
            return new Recognition(Optional.empty(), List.of());
        }
        float[] padded = Arrays.copyOf(samples, Math.max(SHORTEST, samples.length + SILENCE));
        Recognition heard =
                model(asked.model()).hear(padded, asked.language(), Effort.FULL, progress);
        double seconds = (double) samples.length / SpeechFile.SAMPLE_RATE;
        return new Recognition(
                heard.language(),
                heard.segments().stream()
                        .map(segment -> Heard.within(segment, seconds))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private LoadedModel model(Path file) throws IOException {
        if (model.isEmpty() || !loaded.equals(file)) {
            model.ifPresent(LoadedModel::close);
            model = Optional.empty();
            model = Optional.of(runtime.get().open(file));
            loaded = file;
        }
        return model.get();
    }
}
