package auralis.library.track;

import auralis.library.media.Tags;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What looking at a file told.
 *
 * @param root the folder of the library that it lies in, if any
 * @param content names its bytes; empty when they could not be read
 * @param problem a sentence for the user when the file cannot be used
 */
public record TrackFile(
        Path file,
        OptionalLong root,
        FileStamp stamp,
        Optional<String> content,
        Tags tags,
        Stream stream,
        Optional<String> problem) {}
