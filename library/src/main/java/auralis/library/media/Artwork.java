package auralis.library.media;

import auralis.library.tag.Picture;
import auralis.library.tag.TaggedFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The picture that belongs to a file of sound: the front cover in it, else {@code cover}, {@code
 * folder} or {@code front} in its folder, as JPEG, PNG or WebP. Never any other picture.
 */
public final class Artwork {
    private static final Logger LOG = System.getLogger(Artwork.class.getName());
    private static final List<String> NAMES = List.of("cover", "folder", "front");
    private static final List<String> ENDINGS = List.of("jpg", "jpeg", "png", "webp");
    private static final long MAX_BYTES = 1 << 26;

    private final byte[] bytes;
    private final Optional<Path> file;

    private Artwork(byte[] bytes, Optional<Path> file) {
        this.bytes = bytes;
        this.file = file;
    }

    /** The picture of a file of sound; empty when there is none, or none that can be read. */
    public static Optional<Artwork> of(Path sound) {
        Optional<Artwork> embedded = embedded(sound);
        return embedded.isPresent() ? embedded : beside(sound).flatMap(Artwork::load);
    }

    private static Optional<Artwork> embedded(Path sound) {
        try {
            Optional<TaggedFile> known = TaggedFile.open(sound);
            if (known.isEmpty() && Magic.of(sound) == Magic.MP3) {
                known = Optional.of(TaggedFile.openMpeg(sound));
            }
            if (known.isEmpty()) {
                return Optional.empty();
            }
            try (TaggedFile file = known.get()) {
                return file.front()
                        .map(Picture::bytes)
                        .filter(picture -> picture.length > 0)
                        .map(picture -> new Artwork(picture, Optional.empty()));
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "no picture in " + sound, e);
            return Optional.empty();
        }
    }

    /** The file of the picture in the folder of a file of sound. */
    static Optional<Path> beside(Path sound) {
        Path folder = sound.toAbsolutePath().getParent();
        Path best = null;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> rank(file) >= 0)) {
            for (Path file : files) {
                boolean better = best == null || rank(file) < rank(best);
                if (better && Files.isRegularFile(file)) {
                    best = file;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.DEBUG, () -> "no pictures in " + folder, e);
        }
        return Optional.ofNullable(best);
    }

    /** The smaller the better; negative for other files. */
    private static int rank(Path file) {
        String[] parts = file.getFileName().toString().toLowerCase(Locale.ROOT).split("\\.", -1);
        int name = NAMES.indexOf(parts[0]);
        int ending = parts.length == 2 ? ENDINGS.indexOf(parts[1]) : -1;
        return name < 0 || ending < 0 ? -1 : name * ENDINGS.size() + ending;
    }

    private static Optional<Artwork> load(Path picture) {
        try {
            if (Files.size(picture) > MAX_BYTES) {
                LOG.log(Level.WARNING, () -> picture + ": too large for a cover");
                return Optional.empty();
            }
            return Optional.of(new Artwork(Files.readAllBytes(picture), Optional.of(picture)));
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> picture + ": cannot be read", e);
            return Optional.empty();
        }
    }

    /** The coded picture, as it is in the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file of the picture; empty when it is in the file of sound. */
    public Optional<Path> file() {
        return file;
    }

    /** Names the picture by its content: the first half of its SHA-256, in hexadecimal. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
