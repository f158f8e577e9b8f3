package auralis.app.command;

import auralis.library.Library;
import auralis.library.scan.Relocation;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "relocate",
        description = "Tells that a folder is somewhere else now; its tracks stay the same tracks.")
final class LibraryRelocate extends LibraryTask {
    @Parameters(index = "0", paramLabel = "FROM", description = "Where the folder was.")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "Where it is now.")
    private Path to;

    @Option(names = "--dry-run", description = "Only tells how many files would be found.")
    private boolean dryRun;

    @Override
    boolean writes() {
        return !dryRun;
    }

    @Override
    int run(Library library) throws IOException, InterruptedException {
        Relocation result;
        try (ProgressLine progress = progress("Relocate")) {
            result =
                    dryRun
                            ? library.scans().count(from, to)
                            : library.scans().relocate(from, to, progress);
        }
        if (json()) {
            print(result);
        } else {
            say(
                    dryRun
                            ? result.found() + " tracks would be found there."
                            : result.found() + " tracks are there now.");
        }
        if (result.notFound() > 0 || result.found() == 0) {
            System.err.println(
                    result.notFound() + " tracks of " + from + " were not found in " + to + ".");
        }
        return FileCommand.exitCode(result.notFound() > 0 || result.found() == 0);
    }
}
