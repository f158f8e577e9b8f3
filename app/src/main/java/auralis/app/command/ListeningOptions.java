package auralis.app.command;

import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.transcribe.TranscriptionSettings;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who listens to recordings, and how. */
final class ListeningOptions {
    @Option(
            names = "--engine",
            paramLabel = "classic|whisper|remote",
            description =
                    "Who listens: \"classic\" needs no model and finds where somebody speaks, and"
                            + " the words of --text; \"whisper\" is a model on this computer;"
                            + " \"remote\" a server, from AURALIS_REMOTE_URL and AURALIS_REMOTE_KEY"
                            + " or the preferences (default: whisper where a model is installed,"
                            + " else classic).")
    private Engine engine;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            description = "The model that listens (default: the first that there is).")
    private String model = "";

    @Option(
            names = "--language",
            paramLabel = "CODE|auto",
            description = "What is spoken, like \"en\" or \"de\" (default auto: found out).")
    private String language = TranscriptionSettings.AUTO;

    @Option(
            names = "--text",
            paramLabel = "FILE",
            description = "The words, where they are known and only their times are wanted.")
    private Path text;

    @Option(
            names = "--chunk-seconds",
            paramLabel = "N",
            description = "The longest piece that is sent at once (default: as the engine likes).")
    private Double chunkSeconds;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Pieces at once at most, 1 to 5 (default 5).")
    private int parallel = TranscriptionSettings.MOST_PARALLEL;

    @Option(
            names = "--rate-limit-ms",
            paramLabel = "MS",
            description =
                    "Time in which no more requests begin at a server than --parallel allows"
                            + " (default 2000).")
    private int rateLimitMs = 2000;

    @Option(
            names = "--silence-seconds",
            paramLabel = "N",
            description = "From what length on a silence is told (default 2.0).")
    private double silenceSeconds = 2;

    @Option(
            names = "--isolate-vocals",
            description = "For songs: takes the music away first, see \"separate\".")
    private boolean isolateVocals;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Whether nobody said that there shall be no words, or what they are. */
    boolean wantsWords() {
        return engine == null && !knowsText();
    }

    /** Whether the words are known. */
    boolean knowsText() {
        return text != null;
    }

    /**
     * @param progress of the copying of a model
     * @throws IOException with a sentence when there is nobody who can listen
     */
    TranscriptionSettings settings(Library library, Progress progress)
            throws IOException, InterruptedException {
        check();
        Engine listening = engine != null ? engine : usual(library.models());
        TranscriptionSettings settings =
                new TranscriptionSettings(
                        listening,
                        listening == Engine.WHISPER ? modelId(library.models(), progress) : model,
                        language.toLowerCase(Locale.ROOT),
                        Optional.ofNullable(chunkSeconds),
                        parallel,
                        rateLimitMs,
                        silenceSeconds,
                        isolateVocals,
                        knowsText() ? Optional.of(words()) : Optional.empty());
        library.transcriptions().requireEngine(settings);
        return settings;
    }

    private void check() {
        Usage.requireWithin(spec, "--parallel", parallel, 1, 5, "pieces at once");
        Usage.requireWithin(spec, "--rate-limit-ms", rateLimitMs, 0, 600_000, "ms");
        if (chunkSeconds != null) {
            Usage.requireWithin(spec, "--chunk-seconds", chunkSeconds, 5, 600, "s");
        }
        if (!(silenceSeconds >= 0.1 && silenceSeconds <= 3600)) {
            throw Usage.of(
                    spec, "--silence-seconds", Double.toString(silenceSeconds), "0.1 to 3600 s");
        }
        if (!language.equalsIgnoreCase(TranscriptionSettings.AUTO)
                && !language.matches("[A-Za-z]{2,3}")) {
            throw Usage.of(spec, "--language", language, "auto, or a code like en or de");
        }
        if (knowsText() && engine != null && engine != Engine.CLASSIC) {
            throw Usage.wrong(
                    spec, "--text goes with --engine classic: known words need only their times.");
        }
        if (engine == Engine.CLASSIC && !model.isEmpty()) {
            throw Usage.wrong(spec, "--engine classic has no --model.");
        }
    }

    private Engine usual(ModelStore models) throws IOException {
        if (knowsText()) {
            return Engine.CLASSIC;
        }
        boolean installed =
                models.models().stream().map(Model::kind).anyMatch(ModelKind.TRANSCRIPTION::equals);
        return installed || !model.isEmpty() ? Engine.WHISPER : Engine.CLASSIC;
    }

    private String modelId(ModelStore models, Progress progress)
            throws IOException, InterruptedException {
        return model.isEmpty()
                ? model
                : NamedModel.id(model, ModelKind.TRANSCRIPTION, models, progress);
    }

    private String words() throws IOException {
        try {
            String words = Files.readString(text);
            if (words.isBlank()) {
                throw Usage.wrong(spec, "--text: there are no words in " + text + ".");
            }
            return words;
        } catch (NoSuchFileException e) {
            throw new IOException(text + " is not there. Look for it elsewhere.", e);
        } catch (IOException e) {
            throw new IOException(text + " cannot be read as text in UTF-8. Save it as that.", e);
        }
    }
}
