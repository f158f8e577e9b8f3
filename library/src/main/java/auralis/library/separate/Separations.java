package auralis.library.separate;

import auralis.dsp.Progress;
import auralis.dsp.separate.ClassicSeparator;
import auralis.dsp.separate.Stem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes files apart, each once for the same settings. Any thread. */
public final class Separations {
    /** The name of the separator that needs no model, for people. */
    public static final String CLASSIC = "Classic (basic quality)";

    private static final long MOST_BYTES = 20L << 30;

    private final StemStore store;
    private final Engines engines;

    /**
     * @param folder keeps the stems; made when it is needed
     */
    public Separations(Path folder) {
        this(new StemStore(folder, MOST_BYTES), Separations::engine);
    }

    Separations(StemStore store, Engines engines) {
        this.store = store;
        this.engines = engines;
    }

    private static Engine engine(SeparationSettings settings) throws IOException {
        require(settings);
        return (source, folder, progress) ->
                Separation.run(source, new ClassicSeparator(), CLASSIC, folder, progress);
    }

    private static void require(SeparationSettings settings) throws IOException {
        if (!settings.isBuiltIn()) {
            throw new IOException(
                    "There is no model \"" + settings.model() + "\". See: auralis models list");
        }
    }

    /**
     * What a file is taken apart into.
     *
     * @throws IOException with a sentence when there is no such model
     */
    public List<Stem> stems(SeparationSettings settings) throws IOException {
        require(settings);
        return new ClassicSeparator().stems();
    }

    /** The stems of a file where they are known already. */
    public Optional<Stems> find(Path source, SeparationSettings settings) throws IOException {
        return store.find(source, settings);
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

    /** Removes what an attempt left behind whose process was killed. */
    public void cleanUp(Path source, SeparationSettings settings) throws IOException {
        store.cleanUp(source, settings);
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
