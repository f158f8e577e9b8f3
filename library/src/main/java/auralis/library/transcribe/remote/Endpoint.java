package auralis.library.transcribe.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A server that transcribes, and how it is asked.
 *
 * @param base what its paths begin with, usually ending in /v1, without a slash at the end
 * @param path instead of the usual one, like /inference of whisper.cpp: from the root of the host
 *     where it begins with a slash, else from the base
 * @param key that it wants to see; never shown
 * @param model that it shall use unless another one is asked for
 * @param atOnce requests at once at most, 1..5
 * @param unencryptedKey whether the user agreed that the key travels without encryption
 */
public record Endpoint(
        URI base,
        Optional<String> path,
        Optional<String> key,
        Optional<String> model,
        int atOnce,
        boolean unencryptedKey) {
    /** The most requests at once. */
    public static final int MOST_AT_ONCE = 5;

    private static final String USUAL_PATH = "/audio/transcriptions";

    public Endpoint {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException(atOnce + " at once");
        }
        if (key.filter(secret -> !isKey(secret)).isPresent()) {
            throw new IllegalArgumentException("a key with signs that no header may have");
        }
        if (path.filter(other -> !isPath(other)).isPresent()) {
            throw new IllegalArgumentException(path.get() + " is no path");
        }
    }

    /** Whether it can be sent in a header. */
    static boolean isKey(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Whether it can be one at the server; two slashes would lead to another. */
    static boolean isPath(String path) {
        return path.matches("/?[\\w.~-]+(?:/[\\w.~-]+)*/?");
    }

    /**
     * What people enter as the address of a server.
     *
     * @throws IOException with a sentence when it cannot be one
     */
    public static URI base(String address) throws IOException {
        String trimmed = address.strip();
        try {
            URI uri = new URI(trimmed);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            boolean isPlain = uri.getQuery() == null && uri.getFragment() == null;
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null && isPlain) {
                return withoutEnd(uri);
            }
        } catch (URISyntaxException e) {
            // Its message repeats the address, which may hold a password.
            throw noAddress();
        }
        throw noAddress();
    }

    private static IOException noAddress() {
        return new IOException(
                "The address of the transcription server cannot be used. Enter one like"
                        + " https://server.example/v1, without user name and query.");
    }

    private static URI withoutEnd(URI uri) throws URISyntaxException {
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
        if (path.endsWith(USUAL_PATH)) {
            path = path.substring(0, path.length() - USUAL_PATH.length());
        }
        return new URI(
                uri.getScheme().toLowerCase(Locale.ROOT),
                null,
                uri.getHost().toLowerCase(Locale.ROOT),
                uri.getPort(),
                path,
                null,
                null);
    }

    /** Where recordings go. */
    URI transcriptions() {
        String there = path.orElse(USUAL_PATH.substring(1));
        return there.startsWith("/") ? base.resolve(there) : URI.create(base + "/" + there);
    }

    /** Where the names of models are. */
    URI models() {
        return URI.create(base + "/models");
    }

    /** Name of the server, for people. */
    public String host() {
        return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    }

    /** Scheme, host and port: who gets the key. */
    static String origin(URI base) {
        int usual = base.getScheme().equals("https") ? 443 : 80;
        int port = base.getPort() < 0 ? usual : base.getPort();
        return base.getScheme() + "://" + base.getHost() + ":" + port;
    }

    /** Whether what is sent can be read on its way; not so within this computer. */
    public static boolean isReadableOnTheWay(URI base) {
        String host = base.getHost();
        boolean isHere =
                host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d+){3}");
        return base.getScheme().equals("http") && !isHere;
    }

    /** Whether the key may be sent there. */
    boolean mayShowKey() {
        return key.isEmpty() || unencryptedKey || !isReadableOnTheWay(base);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return base
                + path.map(other -> " at " + other).orElse("")
                + key.map(k -> " with a key").orElse("");
    }
}
