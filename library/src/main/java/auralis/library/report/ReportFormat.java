package auralis.library.report;

import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** How a report is written. */
public enum ReportFormat {
    /** Everything, for programs: as {@code master --json} prints it. */
    JSON {
        @Override
        String text(Report report, ZonedDateTime made) {
            return Json.writePretty(report) + "\n";
        }
    },
    /** One file that needs nothing else, to be read in a browser and to be printed. */
    HTML {
        @Override
        String text(Report report, ZonedDateTime made) {
            return HtmlReport.of(report, made);
        }
    },
    /** A table with one row for each file (RFC 4180, UTF-8). */
    CSV {
        @Override
        String text(Report report, ZonedDateTime made) {
            return CsvReport.of(report);
        }
    };

    abstract String text(Report report, ZonedDateTime made);

    /** By the ending of the name; empty when it says nothing. */
    public static Optional<ReportFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (ReportFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes a report, in place of what has its name; its folders are made.
     *
     * @throws IOException with the file and what to do
     */
    public void write(Path file, Report report) throws IOException {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            writeWhole(target, text(report, ZonedDateTime.now()));
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /**
     * Tries whether a report can be written there, before the work that it is to tell of.
     *
     * @throws IOException with the file and what to do
     */
    public static void requireWritable(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        try {
            if (Files.isDirectory(target)) {
                throw new IOException("it is a folder");
            }
            Files.createDirectories(target.getParent());
            Files.delete(Files.createTempFile(target.getParent(), ".auralis", ".part"));
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static IOException unwritable(Path target, IOException fault) {
        String reason =
                fault instanceof AccessDeniedException
                        ? "its folder may not be written to"
                        : fault instanceof FileAlreadyExistsException
                                ? fault.getMessage() + " is a file, no folder"
                                : fault instanceof NoSuchFileException
                                        ? "its folder cannot be made"
                                        : fault.getMessage();
        return new IOException(
                target
                        + " cannot be written ("
                        + reason
                        + "). Choose another folder for the report.",
                fault);
    }

    private static void writeWhole(Path target, String text) throws IOException {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        Path part = target.resolveSibling(name);
        try {
            Files.writeString(part, text);
            replace(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void replace(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
