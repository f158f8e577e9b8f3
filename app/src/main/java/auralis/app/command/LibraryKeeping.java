package auralis.app.command;

import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.backup.UserExport;
import auralis.library.backup.UserImport;
import auralis.library.db.Database;
import auralis.library.track.LibraryCheck;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that keep the library safe. */
final class LibraryKeeping {
    private LibraryKeeping() {}

    @Command(
            name = "check",
            description = "Looks whether the library is sound and its files there.")
    static final class Check extends LibraryTask {
        @Option(
                names = "--repair",
                description = "Makes the index of words anew and drops what nothing refers to.")
        private boolean repair;

        /** The whole answer. */
        private record Answer(boolean sound, LibraryCheck check, List<String> gone) {}

        @Override
        boolean writes() {
            return repair;
        }

        @Override
        int run(Library library) throws IOException {
            LibraryCheck check = library.upkeep().check();
            if (repair && check.damage().isEmpty()) {
                library.upkeep().repair();
                check = library.upkeep().check();
            }
            List<String> gone = check.damage().isEmpty() ? gone(library) : List.of();
            if (json()) {
                print(new Answer(check.isSound(), check, gone));
            } else {
                tell(check, gone);
            }
            return FileCommand.exitCode(!check.isSound());
        }

        /** Files that were there at the last scan. */
        private static List<String> gone(Library library) throws IOException {
            return library.tracks().stream()
                    .filter(track -> track.presence() == Presence.PRESENT)
                    .map(Track::file)
                    .filter(file -> !Files.exists(file))
                    .map(Path::toString)
                    .toList();
        }

        private void tell(LibraryCheck check, List<String> gone) throws IOException {
            say(
                    check.isSound()
                            ? "The library is sound: " + check.tracks() + " tracks."
                            : "The library is NOT sound.");
            check.sentences().forEach(this::line);
            gone.forEach(file -> line(file + " is gone since the last scan."));
            if (!check.damage().isEmpty()) {
                Optional<String> newest =
                        new Backups(dataFolder())
                                .list().stream().findFirst().map(b -> b.file().toString());
                say("Bring back a backup: auralis library restore " + newest.orElse("FILE"));
            } else if (check.isRepairable()) {
                say("This mends it: auralis library check --repair");
            }
        }
    }

    /** A backup in an answer. */
    private record Line(String file, String made, long bytes, Optional<String> before) {
        static Line of(auralis.library.backup.Backup backup) {
            return new Line(
                    backup.file().toString(),
                    backup.made().toString(),
                    backup.bytes(),
                    backup.before());
        }
    }

    @Command(name = "backup", description = "Makes a copy of the database now.")
    static final class Backup extends LibraryTask {
        @Override
        boolean writes() {
            return true;
        }

        @Override
        int run(Library library) throws IOException {
            Line made = Line.of(library.upkeep().backUp());
            if (json()) {
                print(made);
            } else {
                say(made.file);
            }
            return RootCommand.DONE;
        }
    }

    /** Works on the data folder without opening what may be damaged. */
    private abstract static class Closed extends LibraryTask {
        @Override
        public Integer call() throws Exception {
            return Interruption.guard(this::work);
        }

        abstract int work() throws IOException;

        @Override
        int run(Library library) {
            throw new IllegalStateException("needs no library");
        }
    }

    @Command(name = "backups", description = "The copies of the database that there are.")
    static final class BackupList extends Closed {
        /** The whole answer. */
        private record Answer(List<Line> backups) {}

        @Override
        int work() throws IOException {
            List<Line> all = new Backups(dataFolder()).list().stream().map(Line::of).toList();
            if (json()) {
                print(new Answer(all));
                return RootCommand.DONE;
            }
            Table table = new Table(Set.of(1));
            for (Line one : all) {
                String size = String.format(Locale.ROOT, "%.1f MB", one.bytes / 1e6);
                table.row(one.made, size, one.file);
            }
            table.lines().forEach(this::line);
            if (all.isEmpty()) {
                say("There is none yet.");
            }
            return RootCommand.DONE;
        }
    }

    @Command(
            name = "restore",
            description = "Puts a backup in the place of the database, which is kept.")
    static final class Restore extends Closed {
        @Parameters(paramLabel = "FILE", description = "One of those of: auralis library backups")
        private Path file;

        /** The whole answer. */
        private record Answer(String restored, Optional<String> before) {}

        @Override
        int work() throws IOException {
            Backups backups = new Backups(dataFolder());
            Path named = dataFolder().resolve("backups").resolve(file);
            Path chosen = Files.exists(file) || !Files.exists(named) ? file : named;
            Optional<String> before =
                    backups.restore(chosen.toAbsolutePath(), Database::verify)
                            .map(kept -> kept.file().toString());
            if (json()) {
                print(new Answer(chosen.toAbsolutePath().toString(), before));
                return RootCommand.DONE;
            }
            say(chosen + " is the library now.");
            before.ifPresent(kept -> say("What was there before: " + kept));
            return RootCommand.DONE;
        }
    }

    @Command(
            name = "export-data",
            description = "Writes what you entered (favourites, playlists, settings …) as JSON.")
    static final class ExportEntered extends LibraryTask {
        @Parameters(paramLabel = "FILE", description = "Where to.")
        private Path file;

        /** The whole answer. */
        private record Answer(String file, UserExport.Summary written) {}

        @Override
        int run(Library library) throws IOException {
            UserExport.Summary written = library.upkeep().exportEntered(file);
            String target = file.toAbsolutePath().normalize().toString();
            if (json()) {
                print(new Answer(target, written));
            } else {
                say(
                        String.format(
                                "%s: %d tracks, %d playlists, %d folders, %d settings",
                                target,
                                written.tracks(),
                                written.playlists(),
                                written.folders(),
                                written.settings()));
            }
            return RootCommand.DONE;
        }
    }

    @Command(name = "import-data", description = "Takes in what export-data wrote.")
    static final class ImportEntered extends LibraryTask {
        @Parameters(paramLabel = "FILE", description = "What export-data wrote.")
        private Path file;

        @Override
        boolean writes() {
            return true;
        }

        @Override
        int run(Library library) throws IOException {
            UserImport.Summary taken = library.upkeep().importEntered(file);
            if (json()) {
                print(taken);
            } else {
                say(
                        String.format(
                                "%d tracks, %d new playlists, %d new folders, %d settings",
                                taken.changed().size() + taken.removed().size(),
                                taken.playlists(),
                                taken.folders(),
                                taken.settings()));
            }
            taken.unknown().forEach(name -> System.err.println(name + " is not in the library."));
            if (!taken.unknown().isEmpty()) {
                System.err.println("Scan the folders of these files, then import again.");
            }
            return FileCommand.exitCode(!taken.unknown().isEmpty());
        }
    }
}
