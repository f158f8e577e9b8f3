package auralis.library.transcribe;

import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.transcribe.engine.Recogniser;
import auralis.library.transcribe.remote.EndpointStore;
import auralis.library.transcribe.whisper.WhisperRecogniser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The models that are here, and the server that the user chose. */
final class UsualEngines implements Engines {
    private final ModelStore models;
    private final EndpointStore endpoints;
    private final List<String> command;

    /**
     * @param command starts a process of the library
     */
    UsualEngines(ModelStore models, EndpointStore endpoints, List<String> command) {
        this.models = models;
        this.endpoints = endpoints;
        this.command = command;
    }

    @Override
    public Recogniser open(TranscriptionSettings settings) throws IOException {
        return switch (settings.engine()) {
            case WHISPER -> whisper(settings);
            case REMOTE ->
                    endpoints.recogniser(
                            settings.model(),
                            language(settings),
                            settings.parallel(),
                            settings.rateLimitMs());
            case CLASSIC -> throw new IllegalArgumentException("nobody listens: " + settings);
        };
    }

    private static Optional<String> language(TranscriptionSettings settings) {
        return Optional.of(settings.language())
                .filter(language -> !language.equals(TranscriptionSettings.AUTO));
    }

    private Recogniser whisper(TranscriptionSettings settings) throws IOException {
        Model model = settings.model().isEmpty() ? first() : models.require(settings.model());
        if (model.kind() != ModelKind.TRANSCRIPTION) {
            throw new IOException(
                    "The model \""
                            + model.id()
                            + "\" takes music apart and understands no words. See: auralis models"
                            + " list");
        }
        return new WhisperRecogniser(model, models.path(model), settings.language(), command);
    }

    private Model first() throws IOException {
        return models.models().stream()
                .filter(model -> model.kind() == ModelKind.TRANSCRIPTION)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IOException(
                                        "There is no model for transcription. Import one under"
                                                + " Preferences, Models, or with: auralis models"
                                                + " import FILE"));
    }
}
