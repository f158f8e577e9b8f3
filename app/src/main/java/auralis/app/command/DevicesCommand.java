package auralis.app.command;

import auralis.app.platform.OutputDevice;
import auralis.library.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "devices", description = "Lists the sound outputs; * marks the system default.")
final class DevicesCommand implements Callable<Integer> {
    @ParentCommand private RootCommand root;
    @Spec private CommandSpec spec;

    /** The whole answer. */
    private record Answer(List<OutputDevice> devices) {}

    @Override
    public Integer call() {
        List<OutputDevice> devices = root.outputs().devices();
        PrintWriter out = spec.commandLine().getOut();
        if (root.json) {
            out.println(Json.writePretty(new Answer(devices)));
        } else if (devices.isEmpty()) {
            out.println("There is no sound output.");
        } else {
            table(devices).lines().forEach(out::println);
        }
        return RootCommand.DONE;
    }

    private static Table table(List<OutputDevice> devices) {
        Table table = new Table(Set.of());
        for (OutputDevice device : devices) {
            table.row(
                    device.systemDefault() ? "*" : "",
                    device.id(),
                    device.systemDefault() || device.name().equals(device.id())
                            ? ""
                            : device.name(),
                    numbers(device.bitDepths()) + " bit",
                    device.sampleRates().isEmpty()
                            ? "any rate"
                            : numbers(device.sampleRates()) + " Hz");
        }
        return table;
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
