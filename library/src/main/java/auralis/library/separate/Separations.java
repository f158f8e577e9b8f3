package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.media.MediaException;
import auralis.library.media.MediaSource;
import auralis.library.model.Model;
import auralis.library.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes files apart, each once for the same settings. Any thread. */
public final class Separations {
    private static final long MOST_BYTES = 20L << 30;

    private final StemStore store;
    private final Engines engines;

    /**
     * @param folder keeps the stems; made when it is needed
     * @param command starts a process that knows {@link SeparateTask}
     */
    public Separations(Path folder, ModelStore models, List<String> command) {
        this(
                new StemStore(folder, MOST_BYTES),
                settings ->
                        settings.isBuiltIn()
                                ? new ClassicEngine()
                                : new NeuralEngine(
                                        settings,
                                        models.require(settings.model()),
                                        models,
                                        command));
    }

    Separations(StemStore store, Engines engines) {
        this.store = store;
        this.engines = engines;
    }

    /**
     * @param opened of this file
     * @throws MediaException when such a file cannot be taken apart
     */
    public static void requireSeparable(Path source, MediaSource opened) throws MediaException {
        int channels = opened.format().channels();
        if (opened.frames().orElse(1) == 0) {
            throw new MediaException(
                    source, "there is no sound in it", "Choose a file of some length.");
        }
        if (channels > 2) {
            throw new MediaException(
                    source,
                    "it has " + channels + " channels",
                    "Separation works on mono and stereo; mix it down first.");
        }
    }

    /**
     * What a file is taken apart into.
     *
     * @throws IOException with a sentence when there is no such model
     */
    public List<Stem> stems(SeparationSettings settings) throws IOException {
        return engines.of(settings).stems();
    }

    /** The stems of a file where they are known already. */
    public Optional<Stems> find(Path source, SeparationSettings settings) throws IOException {
        return store.find(source, settings, engines.of(settings));
    }

    /**
     * The stems of a file: known, or made now.
     *
     * @throws IOException with a sentence for the user: which file, what is wrong, what to do
     * @throws InterruptedException when cancelled; nothing is left behind
     */
    public Stems of(Path source, SeparationSettings settings, Progress progress)
            throws IOException, InterruptedException {
        return store.obtain(source, settings, engines.of(settings), progress);
    }

    /** Removes what attempts left behind whose processes were killed. */
    public void cleanUp() throws IOException {
        store.cleanUp();
    }

    /** Removes the stems that a model made which was removed, but for those in use. */
    public void forget(Model model) throws IOException {
        store.forget(model.identity());
    }

    /** How much room the stems take that are kept. */
    public long usedBytes() throws IOException {
        return store.usedBytes();
    }

    /** Removes kept stems but for those in use. */
    public void clear() throws IOException {
        store.clear();
    }
}
