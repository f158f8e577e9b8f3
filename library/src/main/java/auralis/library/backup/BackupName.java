package auralis.library.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of backups: {@code auralis-2026-03-01T18-30-00Z.db}, {@code
 * auralis-before-restore-2026-03-01T18-30-00Z.db}.
 */
final class BackupName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'");
    private static final Pattern NAME =
            Pattern.compile(
                    "auralis-(?:before-(.+)-)?(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ)\\.db");

    private BackupName() {}

    static String of(Instant made, Optional<String> before) {
        String time = TIME.format(made.atOffset(ZoneOffset.UTC));
        return "auralis-" + before.map(what -> "before-" + what + "-").orElse("") + time + ".db";
    }

    /** The backup that a file is, if it is one. */
    static Optional<Backup> read(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Backup(
                        file,
                        LocalDateTime.parse(name.group(2), TIME).toInstant(ZoneOffset.UTC),
                        Files.size(file),
                        Optional.ofNullable(name.group(1))));
    }
}
