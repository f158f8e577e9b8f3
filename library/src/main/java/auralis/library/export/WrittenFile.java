package auralis.library.export;

import auralis.library.media.ContentSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of several files that were written together, and what tells it from others. */
interface WrittenFile {
    Path file();

    /** Names the content of the file. */
    String content();

    /** Whether the file is there under its name. */
    default boolean stands() throws IOException {
        return Files.isRegularFile(file()) && ContentSignature.of(file()).equals(content());
    }
}
