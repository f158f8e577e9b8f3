package auralis.library.db;

import auralis.library.backup.Backup;
import auralis.library.backup.Backups;
import auralis.library.media.DiskSpace;
import java.io.IOException;
import java.util.Optional;

/** What is wrong with a database and what to do about it. */
final class Advice {
    private Advice() {}

    static String on(Throwable fault, DatabaseFile file) {
        String message = String.valueOf(first(fault).getMessage());
        if (message.contains("SQLITE_NOTADB") || message.contains("SQLITE_CORRUPT")) {
            return damaged(file);
        }
        if (message.contains("SQLITE_BUSY")) {
            return "another program keeps it busy. Close that, or try again later.";
        }
        if (message.contains("SQLITE_FULL") || isDiskFull(file)) {
            return "the disk is full. Make room on it, then try again.";
        }
        if (message.contains("SQLITE_READONLY") || message.contains("SQLITE_IOERR")) {
            return "the disk it lies on cannot be written any more. Check the disk.";
        }
        return message;
    }

    /** Then the end of a transaction that is over already can be all that is told. */
    private static boolean isDiskFull(DatabaseFile file) {
        try {
            return DiskSpace.isFull(file.folder(), new IOException());
        } catch (IOException e) {
            // The advice is about the database; its disk says nothing.
            return false;
        }
    }

    /** What the database said; those who called it add statements that tell users nothing. */
    private static Throwable first(Throwable fault) {
        return fault.getCause() == null ? fault : first(fault.getCause());
    }

    private static String damaged(DatabaseFile file) {
        Optional<Backup> newest = newestBackup(file);
        return newest.isPresent()
                ? "it is damaged. Bring back the newest backup: auralis library restore "
                        + newest.get().file()
                : "it is damaged. Move it away, and a new one is started; your music is not"
                        + " touched.";
    }

    private static Optional<Backup> newestBackup(DatabaseFile file) {
        try {
            return new Backups(file.folder()).list().stream().findFirst();
        } catch (IOException e) {
            // The advice is about the database; its backups cannot be offered.
            return Optional.empty();
        }
    }
}
