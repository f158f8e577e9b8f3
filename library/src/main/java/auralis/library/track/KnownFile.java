package auralis.library.track;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the library remembers of a file, to compare it with the disk.
 *
 * @param key of its path, as {@link PathKey} made it when the file was there
 * @param removed the user took it out of the library; it stays out when it is found again
 */
public record KnownFile(
        long id,
        Path file,
        String key,
        OptionalLong root,
        FileStamp stamp,
        Optional<String> content,
        Presence presence,
        boolean removed) {}
