package auralis.app.command;

import auralis.library.export.NameTemplate;
import auralis.library.export.OverwritePolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How results are called: options of every command that makes files. */
class NamingOptions {
    @Option(
            names = "--name",
            paramLabel = "TEMPLATE",
            description = {
                "Names of results, like \"{artist} - {title}\" (default \"{name}\").",
                "Fields: " + NameTemplate.FIELD_NAMES + "."
            })
    private String name = NameTemplate.SOURCE_NAME.text();

    @Option(
            names = "--if-exists",
            paramLabel = "number|skip|replace|fail",
            description = "What to do about files of the same name (default number).")
    private OverwritePolicy ifExists = OverwritePolicy.NUMBER;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    final OverwritePolicy ifExists() {
        return ifExists;
    }

    final NameTemplate template() {
        try {
            return new NameTemplate(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--name: " + e.getMessage() + ".", e);
        }
    }

    /** The folder of --out. */
    final Path folder(Path folder) {
        if (folder.toString().isEmpty() || Files.exists(folder) && !Files.isDirectory(folder)) {
            throw usage("--out", "\"" + folder + "\"", "a folder");
        }
        return folder.toAbsolutePath().normalize();
    }

    /** Results of an earlier run below a folder that is worked through are not its sources. */
    static List<Path> withoutResults(List<Path> inputs, List<Path> found, Path out) {
        List<Path> named = inputs.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        boolean below = named.stream().anyMatch(root -> out.startsWith(root) && !out.equals(root));
        return below
                ? found.stream().filter(f -> named.contains(f) || !f.startsWith(out)).toList()
                : found;
    }

    final ParameterException usage(String option, String text, String allowed) {
        return new ParameterException(
                spec.commandLine(), option + " is " + allowed + ", not " + text + ".");
    }
}
