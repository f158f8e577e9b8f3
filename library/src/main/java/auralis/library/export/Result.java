package auralis.library.export;

import auralis.library.media.ContentSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that was written, and what tells it from others. */
sealed interface Result permits ExportResult, EffectResult {
    Optional<Path> output();

    /** Names the content of the file. */
    Optional<String> content();

    /** Whether the file is there under its name. */
    default boolean stands() throws IOException {
        return output().isPresent()
                && content().isPresent()
                && Files.isRegularFile(output().get())
                && ContentSignature.of(output().get()).equals(content().get());
    }
}
