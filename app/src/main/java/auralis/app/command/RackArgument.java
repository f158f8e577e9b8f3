package auralis.app.command;

import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.RackSettings;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A rack of effects as the command line takes it: JSON itself, or a file of it. */
final class RackArgument {
    private RackArgument() {}

    /**
     * @throws ParameterException with a sentence about the first thing that is wrong
     */
    static RackSettings parse(
            CommandSpec spec, String option, String text, EffectCatalogue catalogue) {
        RackSettings rack = read(spec, option, text);
        List<String> problems = catalogue.problems(rack);
        if (!problems.isEmpty()) {
            throw new ParameterException(spec.commandLine(), option + ": " + problems.get(0));
        }
        return rack;
    }

    private static RackSettings read(CommandSpec spec, String option, String text) {
        String start = text.strip();
        try {
            boolean json = start.startsWith("[") || start.startsWith("{");
            return Json.read(json ? text : Files.readString(Path.of(text)), RackSettings.class);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), option + ": " + RootCommand.sentence(e), e);
        }
    }
}
