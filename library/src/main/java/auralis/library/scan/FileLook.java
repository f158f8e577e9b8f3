package auralis.library.scan;

import auralis.library.media.ContentSignature;
import auralis.library.media.Media;
import auralis.library.media.MediaException;
import auralis.library.media.StreamHeader;
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
public final class FileLook {
    private FileLook() {}

    /** What the file tells; why it cannot be used is part of that. */
    public static TrackFile at(Path file, OptionalLong root) throws IOException {
        FileStamp stamp = FileStamp.UNKNOWN;
        Optional<String> content = Optional.empty();
        try {
            stamp = stamp(Files.readAttributes(file, BasicFileAttributes.class));
            Stream stream = stream(StreamHeader.read(file));
            content = Optional.of(ContentSignature.of(file));
            return new TrackFile(
                    file, root, stamp, content, Tags.read(file), stream, Optional.empty());
        } catch (IOException e) {
            return new TrackFile(
                    file,
                    root,
                    stamp,
                    content,
                    Tags.NONE,
                    Stream.UNKNOWN,
                    Optional.of(problem(file, e)));
        }
    }

    static FileStamp stamp(BasicFileAttributes attributes) {
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    private static Stream stream(StreamHeader header) {
        return new Stream(
                header.codec(),
                header.sampleRate(),
                header.channels(),
                header.bitDepth(),
                header.seconds());
    }

    /** Cancelled work is no fault of the file. */
    private static String problem(Path file, IOException fault) throws IOException {
        IOException explained = Media.explain(file, fault);
        if (explained instanceof MediaException) {
            return explained.getMessage();
        }
        throw explained;
    }
}
