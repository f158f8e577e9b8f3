package auralis.library.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** How a file was when somebody looked, to tell later whether it is another one now. */
public record SourceStamp(long bytes, long modifiedMillis) {

    /** Empty when the file cannot be looked at. */
    public static Optional<SourceStamp> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new SourceStamp(now.size(), now.lastModifiedTime().toMillis()));
        } catch (IOException e) {
            // Whoever reads it tells why it cannot be read.
            return Optional.empty();
        }
    }

    /**
     * What is to be said where the source is another file by now.
     *
     * @param seen how it was; empty when nobody looked
     */
    static Optional<String> changeWarning(Optional<SourceStamp> seen, Path source) {
        return seen.isEmpty() || seen.equals(of(source))
                ? Optional.empty()
                : Optional.of("The source was changed or exchanged since this was queued.");
    }
}
