package auralis.app.shell;

import auralis.app.fx.FxTask;
import auralis.app.prefs.ModelShelf;
import auralis.app.text.Texts;
import auralis.app.transcript.EngineChoice;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.transcribe.TranscriptionSettings;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcribe.remote.Endpoint;
import auralis.library.transcribe.remote.EndpointStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.Observable;

/**
 * Who can transcribe: what needs no model, the models that are here, and the server that the user
 * agreed to. FX thread only.
 */
final class TranscriptEngines {
    private final ModelShelf models;
    private final EndpointStore endpoints;
    private final ExecutorService workers;
    private Optional<Endpoint> server = Optional.empty();
    private Runnable onChange = () -> {};

    TranscriptEngines(ModelShelf models, EndpointStore endpoints, ExecutorService workers) {
        this.models = models;
        this.endpoints = endpoints;
        this.workers = workers;
        models.models().addListener((Observable changed) -> onChange.run());
    }

    void onChange(Runnable listener) {
        onChange = listener;
    }

    /** Asks whether there is a server, and whether it may be asked. */
    void look() {
        new FxTask<Optional<Endpoint>>(
                        progress -> endpoints.isOffered() ? endpoints.endpoint() : Optional.empty())
                .onResult(this::set)
                .onFailure(failure -> set(Optional.empty())) // the preferences say what is wrong
                .start(workers);
    }

    private void set(Optional<Endpoint> now) {
        if (!now.equals(server)) {
            server = now;
            onChange.run();
        }
    }

    /** What needs nothing comes first. */
    List<EngineChoice> all() {
        List<EngineChoice> all = new ArrayList<>();
        all.add(
                new EngineChoice(
                        Texts.text("transcript.engine.classic"),
                        Texts.text("transcript.engine.classic.sentence"),
                        TranscriptionSettings.with(Engine.CLASSIC, "")));
        models.models().stream()
                .filter(model -> model.kind() == ModelKind.TRANSCRIPTION)
                .map(TranscriptEngines::local)
                .forEach(all::add);
        server.map(TranscriptEngines::remote).ifPresent(all::add);
        return all;
    }

    private static EngineChoice local(Model model) {
        return new EngineChoice(
                Texts.text("transcript.engine.whisper", model.title()),
                Texts.text("transcript.engine.whisper.sentence"),
                TranscriptionSettings.with(Engine.WHISPER, model.id()));
    }

    private static EngineChoice remote(Endpoint endpoint) {
        return new EngineChoice(
                Texts.text("transcript.engine.remote", endpoint.host()),
                Texts.text("transcript.engine.remote.sentence", endpoint.host()),
                TranscriptionSettings.with(Engine.REMOTE, endpoint.model().orElse("")));
    }
}
