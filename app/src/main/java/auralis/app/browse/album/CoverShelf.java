package auralis.app.browse.album;

import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/** The covers seen last, and the workers that fetch others. FX thread only. */
final class CoverShelf {
    /** Two screens of a large monitor: about 30 MB. */
    private static final int KEPT = 300;

    private final Covers covers;
    private final int px;
    private final ExecutorService workers = Workers.named("covers", 2);
    private final Map<Path, Optional<Image>> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Path, Optional<Image>> eldest) {
                    return size() > KEPT;
                }
            };

    CoverShelf(Covers covers, int px) {
        this.covers = covers;
        this.px = px;
    }

    /** Null where it was not fetched yet; empty where there is none. */
    Optional<Image> known(Path file) {
        return kept.get(file);
    }

    /** Fetches a cover; a file that has none, or none that can be read, is not asked again. */
    FxTask<?> fetch(Path file, Consumer<Optional<Image>> onThere) {
        return new FxTask<>(progress -> covers.of(file, px))
                .onResult(
                        image -> {
                            kept.put(file, image);
                            onThere.accept(image);
                        })
                .onFailure(failure -> kept.put(file, Optional.empty()))
                .start(workers);
    }

    void close() {
        workers.shutdownNow();
    }
}
