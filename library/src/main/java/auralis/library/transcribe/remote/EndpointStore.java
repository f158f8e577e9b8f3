package auralis.library.transcribe.remote;

import auralis.library.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the user keeps how the server for transcription is reached: in a file that only they can
 * read. The environment goes before it. Any thread.
 */
public final class EndpointStore {
    /** Address of the server in the environment. */
    public static final String URL = "AURALIS_REMOTE_URL";

    /** Key in the environment. */
    public static final String KEY = "AURALIS_REMOTE_KEY";

    private final Path file;
    private final Map<String, String> environment;
    private final Map<String, RequestRate> rates = new ConcurrentHashMap<>();

    /**
     * @param dataFolder may not be there yet
     */
    public EndpointStore(Path dataFolder, Map<String, String> environment) {
        this.file = dataFolder.resolve("remote.json");
        this.environment = Map.copyOf(environment);
    }

    /** What the user entered. */
    public EndpointSettings kept() throws IOException {
        try {
            return Json.read(Files.readString(file), EndpointSettings.class);
        } catch (NoSuchFileException e) {
            return EndpointSettings.NONE;
        } catch (IOException e) {
            // Its cause may repeat what is in the file, and so the key.
            throw new IOException(
                    file
                            + " cannot be read. Delete it and enter the transcription server again"
                            + " in the preferences.");
        }
    }

    /**
     * Keeps all of it but the key, which stays as it is kept.
     *
     * @throws IOException with a sentence, also when address or path cannot be right
     */
    public synchronized void keep(EndpointSettings settings) throws IOException {
        if (!settings.url().isEmpty()) {
            Endpoint.base(settings.url());
        }
        path(settings.path());
        EndpointSettings before = kept();
        EndpointSettings same =
                before.key()
                        .map(key -> settings.withKey(key, before.keyFor()))
                        .orElse(settings.withoutKey());
        write(same);
    }

    /**
     * Keeps a key for the server that is kept.
     *
     * @throws IOException with a sentence
     */
    public synchronized void keepKey(String key) throws IOException {
        EndpointSettings kept = kept();
        String secret = key.strip();
        if (!Endpoint.isKey(secret)) {
            throw new IOException("This is not a key. Copy it again, without spaces or line ends.");
        }
        write(kept.withKey(secret, Endpoint.origin(Endpoint.base(kept.url()))));
    }

    public synchronized void removeKey() throws IOException {
        write(kept().withoutKey());
    }

    private void write(EndpointSettings settings) throws IOException {
        new OwnerFile(file).write(Json.writePretty(settings) + "\n");
    }

    /** Whether the window may offer it: the user agreed, and there is a server. */
    public boolean isOffered() throws IOException {
        return kept().consent() && endpoint().isPresent();
    }

    /**
     * The server that may be asked: of the environment, or the one that is kept when the user
     * agreed that sound is sent there.
     *
     * @throws IOException with a sentence when what was entered cannot be used
     */
    public Optional<Endpoint> endpoint() throws IOException {
        Optional<String> address = variable(URL);
        EndpointSettings kept = kept();
        if (address.isEmpty() && (!kept.consent() || kept.url().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(endpoint(kept, Endpoint.base(address.orElse(kept.url()))));
    }

    /** Whether the environment names a server, so that the one that is kept does not count. */
    public boolean isNamedByEnvironment() {
        return variable(URL).isPresent();
    }

    /** The one that is entered, agreed or not, to be tried out. */
    public Endpoint entered() throws IOException {
        EndpointSettings kept = kept();
        return endpoint(kept, Endpoint.base(variable(URL).orElse(kept.url())));
    }

    /** Who names a server in the environment has agreed; a kept key goes to its own server only. */
    private Endpoint endpoint(EndpointSettings kept, URI base) throws IOException {
        boolean isForeign = variable(URL).isPresent() && !sameServer(kept, base);
        Optional<String> own =
                kept.key().filter(key -> kept.keyFor().equals(Endpoint.origin(base)));
        Optional<String> key = variable(KEY).or(() -> own);
        if (key.filter(secret -> !Endpoint.isKey(secret)).isPresent()) {
            throw new IOException(KEY + " is not a key. Set it without spaces or line ends.");
        }
        Optional<String> path = isForeign ? Optional.empty() : path(kept.path());
        return new Endpoint(
                base,
                path,
                key,
                isForeign ? Optional.empty() : filled(kept.model()),
                isForeign ? Endpoint.MOST_AT_ONCE : kept.atOnce(),
                variable(URL).isPresent() || kept.unencryptedKey());
    }

    private static Optional<String> path(String entered) throws IOException {
        Optional<String> path = filled(entered);
        if (path.filter(other -> !Endpoint.isPath(other)).isPresent()) {
            throw new IOException(
                    entered + " is not a path at a server. Enter one like /inference.");
        }
        return path;
    }

    private static boolean sameServer(EndpointSettings kept, URI base) throws IOException {
        return !kept.url().isEmpty()
                && Endpoint.origin(Endpoint.base(kept.url())).equals(Endpoint.origin(base));
    }

    /**
     * The server that may be asked.
     *
     * @throws IOException with the sentence that says what to do when there is none
     */
    public Endpoint require() throws IOException {
        Optional<Endpoint> endpoint = endpoint();
        if (endpoint.isPresent()) {
            return endpoint.get();
        }
        throw new IOException(
                kept().url().isEmpty()
                        ? "No server for remote transcription is set. Enter one in the preferences,"
                                + " or set "
                                + URL
                                + " (and "
                                + KEY
                                + ") in the environment."
                        : "Remote transcription is switched off. Allow it in the preferences, or"
                                + " set "
                                + URL
                                + " in the environment.");
    }

    /**
     * What listens there.
     *
     * @param model empty for the one of the server
     * @param language of ISO 639-1; empty when the server shall find it out
     * @param parallel pieces at once at most
     * @param rateLimitMs time in which no more than {@code parallel} requests begin, in ms
     */
    public RemoteRecogniser recogniser(
            String model, Optional<String> language, int parallel, int rateLimitMs)
            throws IOException {
        Endpoint endpoint = require();
        return new RemoteRecogniser(
                endpoint, filled(model), language, parallel, rateLimitMs, rate(endpoint));
    }

    /** One for all work at the same server. */
    private RequestRate rate(Endpoint endpoint) {
        return rates.computeIfAbsent(
                Endpoint.origin(endpoint.base()), server -> new RequestRate(Ticks.SYSTEM));
    }

    private Optional<String> variable(String name) {
        return filled(environment.getOrDefault(name, "").strip());
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
