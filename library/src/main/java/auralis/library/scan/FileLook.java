package auralis.library.scan;

import auralis.library.media.ContentSignature;
import auralis.library.media.Media;
import auralis.library.media.Tags;
import auralis.library.track.FileStamp;
import auralis.library.track.Stream;
import auralis.library.track.TrackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at a file as far as the library needs it before anything is measured. */
final class FileLook {
    private FileLook() {}

    /** What the file tells; why it cannot be read is part of that. */
    static TrackFile at(Path file, OptionalLong root) {
        FileStamp stamp = FileStamp.UNKNOWN;
        try {
            stamp = stamp(Files.readAttributes(file, BasicFileAttributes.class));
            return new TrackFile(
                    file,
                    root,
                    stamp,
                    Optional.of(ContentSignature.of(file)),
                    Tags.read(file),
                    Stream.UNKNOWN,
                    Optional.empty());
        } catch (IOException e) {
            return new TrackFile(
                    file,
                    root,
                    stamp,
                    Optional.empty(),
                    Tags.NONE,
                    Stream.UNKNOWN,
                    Optional.of(problem(file, e)));
        }
    }

    static FileStamp stamp(BasicFileAttributes attributes) {
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    private static String problem(Path file, IOException fault) {
        try {
            return Media.explain(file, fault).getMessage();
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
