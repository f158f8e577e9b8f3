package auralis.library.media;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a file has a place on its disk. */
public final class DiskSpace {
    /** With less room than this left, a failed write is taken for a full disk. */
    private static final long FULL_BYTES = 1 << 20;

    private static final Pattern FULL =
            Pattern.compile("(?i)no space left|quota exceeded|not enough space");

    private static final double KILO = 1e3;

    private DiskSpace() {}

    /** The disk of a folder that may not be there yet. */
    public static FileStore disk(Path folder) throws IOException {
        Path there = folder.toAbsolutePath().normalize();
        while (there.getParent() != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        return Files.getFileStore(there);
    }

    /**
     * @param bytes that the file will have, about
     * @throws MediaException when there is no room for them, or the disk is read only
     */
    public static void require(Path target, long bytes) throws IOException {
        FileStore disk = disk(target.toAbsolutePath().getParent());
        if (disk.isReadOnly()) {
            throw readOnly(target, null);
        }
        long usable = disk.getUsableSpace();
        if (usable < bytes) {
            throw full(target, bytes, usable, null);
        }
    }

    /** Whether a fault of writing means that the disk of the folder is full. */
    public static boolean isFull(Path folder, IOException fault) throws IOException {
        return FULL.matcher(String.valueOf(fault.getMessage())).find()
                || disk(folder).getUsableSpace() < FULL_BYTES;
    }

    /**
     * @param needed bytes of the whole file; 0 where that is not known, and not told where it
     *     seemed to be enough
     */
    static MediaException full(Path target, long needed, long usable, Throwable cause) {
        String needs = needed > usable ? "needs " + words(needed) + ", " : "";
        return MediaException.unwritten(
                target,
                "the disk is full (" + needs + "has " + words(usable) + ")",
                "Make space or choose another folder, then retry.",
                cause);
    }

    static MediaException readOnly(Path target, Throwable cause) {
        return MediaException.unwritten(
                target,
                "the disk of " + target.toAbsolutePath().getParent() + " is read only",
                "Make it writable or choose another folder, then retry.",
                cause);
    }

    /** A number of bytes as people read it: "41 MB". */
    public static String words(long bytes) {
        if (bytes < KILO * KILO) {
            return (long) Math.ceil(bytes / KILO) + " kB";
        }
        double mega = bytes / KILO / KILO;
        return mega < KILO
                ? Math.round(mega) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", mega / KILO);
    }
}
