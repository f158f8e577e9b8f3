package auralis.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import auralis.app.instance.Message;
import auralis.app.instance.SingleInstance;
import auralis.app.platform.DataFolder;
import auralis.app.platform.SoundOutputs;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What stands before or without a command: the common options, and opening the window. */
@Command(
        name = "auralis",
        description =
                "Masters music, plays it, keeps a library of it. Without a command: the window.",
        versionProvider = Version.class,
        subcommands = {
            AnalyzeCommand.class,
            MasterCommand.class,
            PresetsCommand.class,
            EffectsCommand.class,
            SeparateCommand.class,
            TranscribeCommand.class,
            ModelsCommand.class,
            LibraryCommand.class,
            JobsCommand.class,
            PlayCommand.class,
            DevicesCommand.class,
            SelfTestCommand.class,
            WorkerCommand.class
        })
public final class RootCommand implements Callable<Integer> {
    /** The class that starts the program, and is above this package. */
    static final String MAIN = "auralis.app.Main";

    static final int DONE = 0;
    static final int SOME_FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int INTERRUPTED = 130;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "What can be said here.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "The program's version.")
    private boolean version;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the library (default: the user's data folder).")
    private Path dataFolder = DataFolder.usual();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON document on standard output, nothing else there.")
    boolean json;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "No progress, no report.")
    boolean quiet;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Where a failure came from.")
    boolean verbose;

    @ArgGroup private Remote remote = new Remote();

    /** What is said to the window that is open. */
    static final class Remote {
        @Option(names = "--play-pause", description = "Has the open window play or pause.")
        private boolean playPause;

        @Option(names = "--next", description = "Has the open window go to the next track.")
        private boolean next;

        @Option(names = "--previous", description = "Has the open window go a track back.")
        private boolean previous;

        private Optional<Message.Wish> wish() {
            if (playPause) {
                return Optional.of(Message.Wish.PLAY_PAUSE);
            }
            if (next) {
                return Optional.of(Message.Wish.NEXT);
            }
            return previous ? Optional.of(Message.Wish.PREVIOUS) : Optional.empty();
        }
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files and folders to add; a file that comes first is played.")
    private List<Path> files = new ArrayList<>();

    @Spec private CommandSpec spec;

    private final WindowStarter window;
    private final SoundOutputs outputs;

    /** Opens the window. */
    public interface WindowStarter {
        /**
         * Comes back when the window was closed.
         *
         * @return exit code of the process
         */
        int open(Path dataFolder, List<Path> files) throws Exception;
    }

    private RootCommand(WindowStarter window, SoundOutputs outputs) {
        this.window = window;
        this.outputs = outputs;
    }

    /** Runs the command line and answers the exit code of the process. */
    public static int run(WindowStarter window, String... args) {
        return run(window, SoundOutputs.system(), args);
    }

    static int run(WindowStarter window, SoundOutputs outputs, String... args) {
        PrintStream answers = System.out;
        CommandLine line = commandLine(new RootCommand(window, outputs));
        line.setOut(new PrintWriter(answers, true));
        // Standard output belongs to the answer. What libraries print there, as that for FLAC does
        // of damaged files, is of no use to anybody.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        try {
            return line.execute(args);
        } finally {
            System.setOut(answers);
        }
    }

    private static CommandLine commandLine(RootCommand root) {
        CommandLine line = new CommandLine(root);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(
                (failure, command, result) -> root.tell(failure, command));
        line.setParameterExceptionHandler(RootCommand::wrongUsage);
        CommandLine search = line.getSubcommands().get("library").getSubcommands().get("search");
        // "-live" is a word that must not be found.
        search.setUnmatchedOptionsArePositionalParams(true);
        search.getCommandSpec().usageMessage().footer(LibraryTracks.Search.help());
        return line;
    }

    /** A failure of a whole command; failures of single files are told by the command itself. */
    private int tell(Exception failure, CommandLine line) {
        if (failure instanceof InterruptedException || failure instanceof InterruptedIOException) {
            return INTERRUPTED;
        }
        PrintWriter err = line.getErr();
        err.println("auralis: " + sentence(failure) + dataFolderHint(failure));
        if (verbose) {
            failure.printStackTrace(err);
        }
        return SOME_FAILED;
    }

    private String dataFolderHint(Exception failure) {
        boolean atFault =
                failure instanceof FileSystemException fault
                        && fault.getFile() != null
                        && dataFolder().startsWith(fault.getFile());
        return atFault
                ? " The library is kept in " + dataFolder() + ", or where --data-dir says."
                : "";
    }

    /** What a failure says to the user. */
    public static String sentence(Throwable failure) {
        if (failure instanceof FileSystemException fault) {
            return sentence(fault);
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    /** The file system's own messages are often a bare path. */
    private static String sentence(FileSystemException fault) {
        String file = fault.getFile();
        if (fault instanceof NoSuchFileException) {
            return file + " is not there.";
        }
        if (fault instanceof AccessDeniedException) {
            return file + " may not be used. Give yourself the right to, or choose another.";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return file + " is a file and not a folder. Choose another.";
        }
        String reason = fault.getReason();
        return file + " cannot be used" + (reason == null ? "." : ": " + reason + ".");
    }

    private static int wrongUsage(ParameterException failure, String[] args) {
        CommandLine line = failure.getCommandLine();
        line.getErr().println("auralis: " + sentence(failure));
        line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private static String sentence(ParameterException failure) {
        if (failure.getArgSpec() instanceof OptionSpec option
                && option.type().isEnum()
                && failure.getValue() != null) {
            return Usage.of(
                            option.command(),
                            option.longestName(),
                            failure.getValue(),
                            words(option.type()))
                    .getMessage();
        }
        boolean group = failure.getCommandLine().getCommand() instanceof LibraryCommand;
        return group && failure instanceof UnmatchedArgumentException unknown
                ? "There is no command \"library " + unknown.getUnmatched().get(0) + "\"."
                : failure.getMessage();
    }

    /** The words for the values of an option, as they are typed. */
    private static String words(Class<?> values) {
        return Arrays.stream(values.getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    Path dataFolder() {
        if (dataFolder.toString().isEmpty()) {
            throw Usage.wrong(spec, "--data-dir is a folder, not \"\".");
        }
        return dataFolder.toAbsolutePath().normalize();
    }

    SoundOutputs outputs() {
        return outputs;
    }

    Presets presets() {
        return new Presets(dataFolder().resolve("presets"));
    }

    @Override
    public Integer call() throws Exception {
        Optional<Message.Wish> wish = remote.wish();
        if (wish.isPresent()) {
            tellTheWindow(wish.get());
            return DONE;
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new ParameterException(
                        spec.commandLine(), "There is no command and no file \"" + file + "\".");
            }
        }
        return window.open(dataFolder(), files);
    }

    private void tellTheWindow(Message.Wish wish) throws IOException, InterruptedException {
        if (!SingleInstance.isClaimed(dataFolder())) {
            throw new IOException("Auralis is not open. Start it, then say this again.");
        }
        SingleInstance.deliver(dataFolder(), Message.of(wish));
    }
}
