package auralis.app.command;

import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.json.Json;
import auralis.library.scan.FileWalk;
import auralis.library.scan.FileWalk.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * A command that works through files: finds them, opens the library, tells failures one line each,
 * and stops at once and cleanly when the user interrupts it.
 */
abstract class FileCommand implements Callable<Integer> {
    @ParentCommand private RootCommand root;
    @Spec private CommandSpec spec;

    private final Map<Path, String> problems = new HashMap<>();

    /** Why a file that was found cannot be used, as a sentence. */
    final Optional<String> problem(Path file) {
        return Optional.ofNullable(problems.get(file));
    }

    /**
     * @throws IOException when a file that was found cannot be used
     */
    final void requireUsable(Path file) throws IOException {
        if (problem(file).isPresent()) {
            throw new IOException(problem(file).get());
        }
    }

    /** The files and folders that were named. */
    abstract List<Path> inputs();

    /** Whether there is nothing to do without files. */
    boolean needsFiles() {
        return true;
    }

    /** Works through the files and answers the exit code. */
    abstract int run(Library library, List<Path> files) throws IOException, InterruptedException;

    @Override
    public final Integer call() throws Exception {
        return Interruption.guard(this::work);
    }

    private int work() throws IOException, InterruptedException {
        try (OpenLibrary open = OpenLibrary.of(root)) {
            return open.use(this::work);
        }
    }

    private int work(Library library) throws IOException, InterruptedException {
        List<Found> found = FileWalk.find(inputs(), Progress.NONE);
        if (found.isEmpty() && needsFiles()) {
            String places = inputs().stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new IOException("No files of sound were found in " + places + ".");
        }
        for (Found file : found) {
            file.problem().ifPresent(sentence -> problems.put(file.path(), sentence));
        }
        return run(library, found.stream().map(Found::path).toList());
    }

    final ParameterException wrong(String sentence) {
        return Usage.wrong(spec, sentence);
    }

    final RootCommand root() {
        return root;
    }

    final boolean json() {
        return root.json;
    }

    /** A report for people; nothing with --quiet. */
    final void say(String text) {
        if (!root.quiet) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }

    final void print(Object answer) {
        spec.commandLine().getOut().println(Json.writePretty(answer));
        spec.commandLine().getOut().flush();
    }

    final ProgressLine progress(String label) {
        return new ProgressLine(System.err, Terminal.redraws(), root.quiet, label, 0);
    }

    final ProgressLine progress(Path file, double audioSeconds) {
        return new ProgressLine(
                System.err,
                Terminal.redraws(),
                root.quiet,
                file.getFileName().toString(),
                audioSeconds);
    }

    /** Tells why a file failed and answers the sentence. */
    final String failed(Path file, Exception failure) {
        String sentence = RootCommand.sentence(failure);
        tellFailure(file, sentence);
        if (root.verbose) {
            failure.printStackTrace(System.err);
        }
        return sentence;
    }

    /** Tells why a file failed. */
    static void tellFailure(Path file, String sentence) {
        String name = file.getFileName().toString();
        System.err.println(
                Words.printable(sentence.contains(name) ? sentence : name + ": " + sentence));
    }

    static int exitCode(boolean someFailed) {
        return someFailed ? RootCommand.SOME_FAILED : RootCommand.DONE;
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
