package auralis.app.command;

import auralis.dsp.master.Preset;
import auralis.library.json.Json;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The presets: those that come with the program and the user's own. */
@Command(name = "presets", description = "Lists, shows, imports and exports presets.")
final class PresetsCommand implements Runnable {
    @ParentCommand private RootCommand root;
    @Spec private CommandSpec spec;

    private record Line(String name, String title, String description, boolean factory) {
        static Line of(Preset preset) {
            return new Line(
                    preset.name(),
                    preset.title(),
                    preset.description(),
                    Presets.isFactory(preset.name()));
        }
    }

    private record Answer(List<Line> presets, List<String> problems) {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "All presets.")
    int list() throws IOException {
        Presets.Listing found = root.presets().all();
        List<Line> lines = found.presets().stream().map(Line::of).toList();
        if (root.json) {
            print(Json.writePretty(new Answer(lines, found.problems())));
            return RootCommand.DONE;
        }
        lines.forEach(line -> print(String.format("%-14s %s", line.name, line.description)));
        found.problems().forEach(System.err::println);
        return RootCommand.DONE;
    }

    @Command(name = "show", description = "A preset as JSON: what a preset file holds.")
    int show(@Parameters(paramLabel = "NAME") String name) throws IOException {
        print(Json.writePretty(root.presets().find(name)));
        return RootCommand.DONE;
    }

    @Command(name = "import", description = "Takes a preset from a file.")
    int importFile(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        Preset preset = root.presets().importFrom(file);
        tell(preset, "\"" + preset.name() + "\" is there.");
        return RootCommand.DONE;
    }

    @Command(name = "export", description = "Writes a preset to a file, to share it.")
    int export(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--to",
                            paramLabel = "FILE",
                            description = "Where to (default NAME.json in this folder).")
                    Optional<Path> file)
            throws IOException {
        Preset preset = root.presets().find(name);
        Path target = file.orElse(Path.of(preset.name() + ".json"));
        root.presets().exportTo(name, target);
        tell(preset, target.toAbsolutePath().toString());
        return RootCommand.DONE;
    }

    @Command(name = "rename", description = "Renames one of your presets.")
    int rename(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "NEW-NAME") String newName)
            throws IOException {
        Preset preset = root.presets().rename(name, newName);
        tell(preset, "\"" + name + "\" is now \"" + preset.name() + "\".");
        return RootCommand.DONE;
    }

    @Command(name = "delete", description = "Deletes one of your presets.")
    int delete(@Parameters(paramLabel = "NAME") String name) throws IOException {
        Preset preset = root.presets().find(name);
        root.presets().delete(name);
        tell(preset, "\"" + name + "\" is deleted.");
        return RootCommand.DONE;
    }

    private void tell(Preset preset, String sentence) {
        if (root.json) {
            print(Json.writePretty(Line.of(preset)));
        } else if (!root.quiet) {
            print(sentence);
        }
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
