package auralis.library.separate;

import java.io.IOException;

/** Finds the engine for settings. */
@FunctionalInterface
interface Engines {
    /**
     * @throws IOException with a sentence when there is no such model
     */
    Engine of(SeparationSettings settings) throws IOException;
}
