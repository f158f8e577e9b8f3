package auralis.library.transcribe.remote;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.library.json.Json;
import auralis.library.transcribe.engine.RecognitionException;
import auralis.library.transcribe.engine.SpeechFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks at a server before recordings are sent to it. Any thread but the window's. */
public final class RemoteServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double TRIAL_SECONDS = 1.5;

    private final Endpoint endpoint;
    private final Refusals refusals;

    public RemoteServer(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.refusals = new Refusals(endpoint);
    }

    /**
     * The names of the models that it has, in order.
     *
     * @throws IOException with a sentence
     */
    public Set<String> models(Progress progress) throws IOException, InterruptedException {
        if (!endpoint.mayShowKey()) {
            throw refusals.unencrypted();
        }
        Wire wire = new Wire(endpoint);
        HttpRequest request = wire.to(endpoint.models()).GET().build();
        Answer answer;
        try {
            answer = wire.send(request, PATIENCE, () -> 0, progress);
        } catch (IOException e) {
            throw refusals.of(e);
        }
        if (!answer.isGood()) {
            throw refusals.of(answer);
        }
        return names(answer);
    }

    private Set<String> names(Answer answer) throws RecognitionException {
        try {
            JsonNode body = Json.read(answer.body(), JsonNode.class);
            Set<String> names = new TreeSet<>();
            for (String list : new String[] {"data", "models"}) {
                for (JsonNode model : body.path(list)) {
                    String name = model.path("id").asText(model.path("name").asText(""));
                    Optional.of(name).filter(some -> !some.isBlank()).ifPresent(names::add);
                }
            }
            return names;
        } catch (IOException e) {
            throw refusals.noList();
        }
    }

    /**
     * Sends a moment of silence, to see whether address, key and model are right.
     *
     * @return how long the answer took
     * @throws IOException with a sentence
     */
    public Duration tryOut(Progress progress) throws IOException, InterruptedException {
        Path silence = Files.createTempFile("auralis-", ".raw");
        try {
            int samples = (int) SpeechFile.sampleAt(TRIAL_SECONDS);
            Files.write(silence, new byte[samples * SpeechFile.BYTES]);
            long begun = System.nanoTime();
            try (SpeechFile speech = new SpeechFile(silence)) {
                recogniser().recognise(speech, new Span(0, TRIAL_SECONDS), progress);
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        } finally {
            Files.delete(silence);
        }
    }

    private RemoteRecogniser recogniser() {
        RequestRate own = new RequestRate(Ticks.SYSTEM);
        return new RemoteRecogniser(
                endpoint, Optional.empty(), Optional.empty(), 1, 0, own, PATIENCE);
    }
}
