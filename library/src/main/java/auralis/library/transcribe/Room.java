package auralis.library.transcribe;

import auralis.library.media.DiskSpace;
import auralis.library.media.MediaException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;

/** How much there is room for on the disk of a folder. */
@FunctionalInterface
interface Room {
    /** What the disk says. */
    Room OF_DISK = folder -> DiskSpace.disk(folder).getUsableSpace();

    long usableBytes(Path folder) throws IOException;

    /**
     * @param source that the room is for, for people
     * @param folder may not be there yet
     * @throws MediaException when there is less
     */
    default void require(Path source, Path folder, long bytes) throws IOException {
        long usable = usableBytes(folder);
        if (usable < bytes) {
            throw new MediaException(
                    source,
                    "transcribing it needs "
                            + DiskSpace.words(bytes)
                            + " for a while in "
                            + folder
                            + ", where "
                            + DiskSpace.words(usable)
                            + " are free",
                    "Make room there, then try again.");
        }
    }

    /** Says that the sound of a recording could not be kept. */
    static IOException unwritten(Path source, IOException fault) {
        return fault instanceof ClosedByInterruptException
                ? fault
                : new MediaException(
                        source,
                        "its sound could not be kept in the data folder ("
                                + fault.getMessage()
                                + ")",
                        "Make room on that disk, then try again.",
                        fault);
    }
}
