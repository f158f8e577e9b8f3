package auralis.library.transcribe.remote;

import java.io.IOException;
import java.util.Optional;

/**
 * What the user entered about the server for transcription, as it is kept.
 *
 * @param consent whether sound may be sent at all
 * @param url its address; empty while there is none
 * @param key never shown
 * @param keyFor the server that the key was entered for; another one does not get it
 * @param model empty for the usual one
 * @param path empty for the usual one
 * @param atOnce requests at once at most, 1..5
 * @param unencryptedKey whether the key may travel without encryption
 */
public record EndpointSettings(
        boolean consent,
        String url,
        Optional<String> key,
        String keyFor,
        String model,
        String path,
        int atOnce,
        boolean unencryptedKey) {
    /** Nothing entered. */
    public static final EndpointSettings NONE =
            new EndpointSettings(
                    false, "", Optional.empty(), "", "", "", Endpoint.MOST_AT_ONCE, false);

    public EndpointSettings {
        atOnce = Math.max(1, Math.min(Endpoint.MOST_AT_ONCE, atOnce));
    }

    public EndpointSettings withConsent(boolean given) {
        return new EndpointSettings(given, url, key, keyFor, model, path, atOnce, unencryptedKey);
    }

    /** Another server; it gets no key before one is entered for it. */
    public EndpointSettings withUrl(String other) {
        return new EndpointSettings(
                consent, other.strip(), key, keyFor, model, path, atOnce, unencryptedKey);
    }

    public EndpointSettings withModel(String other) {
        return new EndpointSettings(
                consent, url, key, keyFor, other.strip(), path, atOnce, unencryptedKey);
    }

    public EndpointSettings withPath(String other) {
        return new EndpointSettings(
                consent, url, key, keyFor, model, other.strip(), atOnce, unencryptedKey);
    }

    public EndpointSettings withAtOnce(int requests) {
        return new EndpointSettings(
                consent, url, key, keyFor, model, path, requests, unencryptedKey);
    }

    public EndpointSettings withUnencryptedKey(boolean agreed) {
        return new EndpointSettings(consent, url, key, keyFor, model, path, atOnce, agreed);
    }

    public EndpointSettings withoutKey() {
        return new EndpointSettings(
                consent, url, Optional.empty(), "", model, path, atOnce, unencryptedKey);
    }

    EndpointSettings withKey(String secret, String origin) {
        return new EndpointSettings(
                consent, url, Optional.of(secret), origin, model, path, atOnce, unencryptedKey);
    }

    /** Whether a key is kept, and for this server. */
    public boolean showsKeyTo(String address) {
        try {
            return key.isPresent() && keyFor.equals(Endpoint.origin(Endpoint.base(address)));
        } catch (IOException e) {
            // What is no server has no key.
            return false;
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return url + (key.isPresent() ? " with a key" : "");
    }
}
