package auralis.library.backup;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are being written: {@code .NAME.PID.part}, which tells who does. */
final class PartName {
    private static final Pattern PART = Pattern.compile("\\..+\\.(\\d+)\\.part(?:-wal|-shm)?");

    private PartName() {}

    static Path of(Path target) {
        long self = ProcessHandle.current().pid();
        return target.resolveSibling("." + target.getFileName() + "." + self + ".part");
    }

    /** Whether the process that wrote it has ended. */
    static boolean isAbandoned(Path file) {
        Matcher part = PART.matcher(file.getFileName().toString());
        return part.matches()
                && ProcessHandle.of(Long.parseLong(part.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }
}
