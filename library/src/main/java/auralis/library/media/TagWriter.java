package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.library.tag.TagEdit;
import auralis.library.tag.TagException;
import auralis.library.tag.TaggedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Changes tags. The file itself is never opened for writing: a copy is made beside it, forced to
 * the disk, read again and compared, and only then takes the name.
 */
final class TagWriter {
    /** Files being changed by this process. */
    private static final Set<Path> BUSY = ConcurrentHashMap.newKeySet();

    private static final int COMPARED_FRAMES = 4096;

    private TagWriter() {}

    static TagEdit retag(Path file, TagEdit edit) throws IOException {
        try {
            // A link stays a link; the file it leads to is changed.
            Path real = file.toRealPath();
            requireWritable(real);
            if (!BUSY.add(real)) {
                throw busy(file);
            }
            try {
                return change(real, edit);
            } finally {
                BUSY.remove(real);
            }
        } catch (NoSuchFileException e) {
            throw ReadFault.explain(file, e);
        } catch (TagException e) {
            throw new MediaException(file, e.getMessage(), e.remedy(), e);
        } catch (IOException e) {
            throw VerifiedSink.explain(file, e);
        }
    }

    private static TagEdit change(Path file, TagEdit edit) throws IOException {
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
        if (changesNothing(file, edit)) {
            return TagEdit.NONE;
        }
        try (AtomicFile copy = AtomicFile.create(file)) {
            requireUnlocked(file);
            // Closed before the name is taken: Windows does not replace a file that is open.
            TagEdit inverse = copy(file, edit, copy);
            requireUnchanged(file, before);
            copy.commit();
            return inverse;
        }
    }

    private static boolean changesNothing(Path file, TagEdit edit) throws IOException {
        try (TaggedFile original = open(file)) {
            original.requireWritable();
            return original.apply(edit).isEmpty();
        }
    }

    private static TagEdit copy(Path file, TagEdit edit, AtomicFile copy) throws IOException {
        try (TaggedFile original = open(file)) {
            TagEdit inverse = original.apply(edit);
            write(file, original, copy);
            verify(file, original, copy.part());
            return inverse;
        }
    }

    /** A failure is explained before the copy is gone, and with it the reason: a full disk. */
    private static void write(Path file, TaggedFile tagged, AtomicFile copy) throws IOException {
        try {
            tagged.writeTo(copy.channel());
            copyAttributes(file, copy.part());
            copy.seal();
        } catch (TagException e) {
            throw e;
        } catch (IOException e) {
            throw VerifiedSink.explain(file, e);
        }
    }

    private static TaggedFile open(Path file) throws IOException {
        Optional<TaggedFile> known = TaggedFile.open(file);
        if (known.isPresent()) {
            return known.get();
        }
        if (Magic.of(file) == Magic.MP3) {
            return TaggedFile.openMpeg(file);
        }
        throw new MediaException(
                file,
                "tags of this kind of file cannot be written",
                "Convert it to FLAC, MP3 or M4A first.");
    }

    /** The rights of the file count, even for those who may do everything. */
    private static void requireWritable(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new MediaException(
                    file, "it is no file of sound", "Choose a file, not a folder.");
        }
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        boolean locked =
                posix != null
                        && !posix.readAttributes()
                                .permissions()
                                .contains(PosixFilePermission.OWNER_WRITE);
        if (locked || !Files.isWritable(file)) {
            throw new MediaException(
                    file, "it is read-only", "Give yourself the right to change it.");
        }
        if (!Files.isWritable(file.getParent())) {
            throw new MediaException(
                    file,
                    "nothing can be written into its folder",
                    "Give yourself the right to write in " + file.getParent() + ".");
        }
    }

    private static MediaException busy(Path file) {
        return new MediaException(
                file, "another program is using it", "Close it there and try again.");
    }

    /** Programs that lock what they use are asked; on Windows opening it is refused already. */
    private static void requireUnlocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw busy(file);
            }
        } catch (OverlappingFileLockException e) {
            throw busy(file);
        } catch (AccessDeniedException e) {
            throw new MediaException(
                    file, "it is read-only", "Give yourself the right to change it.", e);
        }
    }

    /**
     * Owner, rights and time of creation where they can be kept; a copy of one's own is worth more
     * than none.
     */
    private static void copyAttributes(Path from, Path to) throws IOException {
        BasicFileAttributes times = Files.readAttributes(from, BasicFileAttributes.class);
        Files.getFileAttributeView(to, BasicFileAttributeView.class)
                .setTimes(null, null, times.creationTime());
        PosixFileAttributeView target =
                Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (target == null) {
            return;
        }
        PosixFileAttributes source = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes made = target.readAttributes();
        if (!made.group().equals(source.group())) {
            attempt(() -> target.setGroup(source.group()));
        }
        if (!made.owner().equals(source.owner())) {
            attempt(() -> target.setOwner(source.owner()));
        }
        target.setPermissions(source.permissions());
    }

    /** Runs what only the owner or the system's administrator may do. */
    private static void attempt(Change change) throws IOException {
        try {
            change.apply();
        } catch (FileSystemException e) {
            System.getLogger(TagWriter.class.getName())
                    .log(System.Logger.Level.DEBUG, "an owner could not be kept", e);
        }
    }

    @FunctionalInterface
    private interface Change {
        void apply() throws IOException;
    }

    private static void verify(Path file, TaggedFile original, Path copy) throws IOException {
        boolean same;
        try (TaggedFile made = open(copy)) {
            made.requireWritable();
            same =
                    Files.size(copy) == original.length()
                            && made.saysLike(original)
                            && made.soundsLike(original);
        } catch (TagException e) {
            throw differs(file, e);
        }
        if (!same || !decodesAlike(file, copy)) {
            throw differs(file, null);
        }
    }

    private static MediaException differs(Path file, Throwable cause) {
        return new MediaException(
                file,
                "the copy with new tags is not like it, so nothing was changed",
                "Copy the file again from where it came from, or edit a copy of it.",
                cause);
    }

    /** Format, length, and a block each from the start, the middle and the end. */
    private static boolean decodesAlike(Path file, Path copy) throws IOException {
        try (MediaSource a = Media.open(file);
                MediaSource b = Media.open(copy)) {
            if (!a.media().equals(b.media()) || !a.frames().equals(b.frames())) {
                return false;
            }
            long last = Math.max(0, a.frames().orElse(0) - COMPARED_FRAMES);
            return sameBlock(a, b, 0) && sameBlock(a, b, last / 2) && sameBlock(a, b, last);
        }
    }

    private static boolean sameBlock(MediaSource a, MediaSource b, long frame) throws IOException {
        return hash(a, frame).matches(hash(b, frame));
    }

    private static SampleHash hash(MediaSource source, long frame) throws IOException {
        AudioBlock block = new AudioBlock(source.format().channels(), COMPARED_FRAMES);
        SampleHash hash = new SampleHash(block.channels());
        if (frame > 0) {
            source.seek(frame);
        }
        int got = source.read(block);
        if (got > 0) {
            hash.add(block.first(got));
        }
        return hash;
    }

    private static void requireUnchanged(Path file, BasicFileAttributes before) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        if (now.size() != before.size()
                || !now.lastModifiedTime().equals(before.lastModifiedTime())) {
            throw new MediaException(
                    file, "another program has changed it in the meantime", "Try again.");
        }
    }
}
