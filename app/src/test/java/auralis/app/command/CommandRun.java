package auralis.app.command;

import auralis.app.platform.SoundOutputs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run of the program did: exit code, standard output, standard error. */
record CommandRun(int code, String out, String err) {
    /** Runs a command on a data folder. */
    static CommandRun of(Path dataFolder, String... args) {
        return of(dataFolder, SoundOutputs.system(), args);
    }

    /** The same on a sound device of the test's. */
    static CommandRun of(Path dataFolder, SoundOutputs outputs, String... args) {
        List<String> all = new ArrayList<>(List.of("--data-dir", dataFolder.toString()));
        all.addAll(List.of(args));
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = RootCommand.run((data, files) -> 0, outputs, all.toArray(String[]::new));
            return new CommandRun(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }
}
