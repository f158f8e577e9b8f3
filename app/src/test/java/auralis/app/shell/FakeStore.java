package auralis.app.shell;

import auralis.library.track.ResultStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store in memory. */
final class FakeStore implements ResultStore {
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public void put(String key, String json) {
        texts.put(key, json);
    }
}
