package auralis.app.command;

import auralis.app.platform.LogFile;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.json.Json;
import auralis.library.track.Track;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One of the commands on the library. */
abstract class LibraryTask implements Callable<Integer> {
    @ParentCommand private LibraryCommand parent;
    @Spec private CommandSpec spec;

    /** Works on the library and answers the exit code. */
    abstract int run(Library library) throws IOException, InterruptedException;

    /** Whether it changes the library, and so is refused where nothing can be stored. */
    boolean writes() {
        return false;
    }

    @Override
    public Integer call() throws Exception {
        return Interruption.guard(this::work);
    }

    private int work() throws IOException, InterruptedException {
        LogFile.open(dataFolder());
        Path file = dataFolder().resolve(Backups.DATABASE);
        try (Library library = new Library(Database.open(file), dataFolder())) {
            Optional<String> readOnly = library.readOnly();
            if (readOnly.isPresent() && writes()) {
                throw new IOException(readOnly.get());
            }
            return run(library);
        }
    }

    final Path dataFolder() {
        return parent.root().dataFolder();
    }

    final boolean json() {
        return parent.root().json;
    }

    final boolean quiet() {
        return parent.root().quiet;
    }

    /** The answer as JSON. */
    final void print(Object answer) {
        out().println(Json.writePretty(answer));
        out().flush();
    }

    /** A line of the answer for people. */
    final void line(String text) {
        out().println(text);
        out().flush();
    }

    /** What was done, for people; nothing with --quiet. */
    final void say(String sentence) {
        if (!quiet()) {
            line(sentence);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final ProgressLine progress(String label) {
        return new ProgressLine(
                System.err, Boolean.getBoolean("auralis.terminal"), quiet(), label, 0);
    }

    final ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** The tracks that the user names, each by its number or its file. */
    static List<Track> tracks(Library library, List<String> names) throws IOException {
        List<Track> found = new ArrayList<>();
        for (String name : names) {
            found.add(track(library, name));
        }
        return found;
    }

    /** The track that the user names by its number or its file. */
    static Track track(Library library, String name) throws IOException {
        Path file = Path.of(name).toAbsolutePath().normalize();
        Optional<Track> byFile = library.track(file);
        if (byFile.isPresent()) {
            return byFile.get();
        }
        if (name.matches("[0-9]{1,18}") && !Files.exists(file)) {
            return library.tracks(List.of(Long.valueOf(name))).stream()
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IOException(
                                            "There is no track "
                                                    + name
                                                    + ". See: auralis library list"));
        }
        throw new IOException(file + " is not in the library. Add it: auralis library scan FILE");
    }
}
