package auralis.library.export;

import java.util.Optional;

/** What is asked for of one file of sound, as far as the place of its result depends on it. */
sealed interface Request extends Naming permits ExportRequest, EffectRequest, StemRequest.Part {
    OutputFormat output();

    /** The part of the source that is wanted; empty: all. */
    default Optional<Excerpt> excerpt() {
        return Optional.empty();
    }

    /** How much longer than its source the result is. */
    default double tailSeconds() {
        return 0;
    }
}
