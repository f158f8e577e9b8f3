package auralis.app.command;

import auralis.dsp.Progress;
import auralis.library.json.Json;
import auralis.library.media.DiskSpace;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.model.Offer;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The models that are here, and those that can be had. */
@Command(
        name = "models",
        description = {
            "Keeps neural models, which separate better than what is built in, or transcribe.",
            "None comes with Auralis. Import one that you have, or have one downloaded."
        })
final class ModelsCommand implements Runnable {
    private static final int RIGHT_SIZE = 3;
    private static final String UNKNOWN = "unknown";

    @ParentCommand private RootCommand root;
    @Spec private CommandSpec spec;

    private record Here(
            String id,
            String kind,
            String title,
            List<String> makes,
            long bytes,
            String licence,
            String origin,
            String added) {
        static Here of(Model model) {
            return new Here(
                    model.id(),
                    model.kind().word(),
                    model.title(),
                    model.makes(),
                    model.bytes(),
                    model.licence(),
                    model.origin(),
                    model.added());
        }
    }

    private record ToBeHad(
            String id,
            String kind,
            String title,
            String purpose,
            long bytes,
            String licence,
            List<String> hosts) {
        static ToBeHad of(Offer offer) {
            return new ToBeHad(
                    offer.id(),
                    offer.kind().word(),
                    offer.title(),
                    offer.purpose(),
                    offer.bytes(),
                    offer.licence(),
                    offer.hosts());
        }
    }

    private record Answer(List<Here> models, List<ToBeHad> offers) {}

    /** What is done with the store. */
    @FunctionalInterface
    private interface Deed {
        int on(ModelStore models) throws IOException, InterruptedException;
    }

    /** Work on a model that tells how far it is. */
    @FunctionalInterface
    private interface Work {
        Model with(Progress progress) throws IOException, InterruptedException;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "The models that are here, and those that can be had.")
    int list() throws Exception {
        return open(
                models -> {
                    List<Model> here = models.models();
                    List<Offer> offers =
                            models.catalogue().offers().stream()
                                    .filter(offer -> here.stream().noneMatch(m -> is(m, offer)))
                                    .toList();
                    if (root.json) {
                        print(
                                Json.writePretty(
                                        new Answer(
                                                here.stream().map(Here::of).toList(),
                                                offers.stream().map(ToBeHad::of).toList())));
                    } else {
                        table(here, offers).lines().forEach(this::print);
                        print("Models lie in " + models.folder());
                    }
                    return RootCommand.DONE;
                });
    }

    private static boolean is(Model model, Offer offer) {
        return model.id().equals(offer.id());
    }

    private static Table table(List<Model> here, List<Offer> offers) {
        Table table = new Table(Set.of(RIGHT_SIZE));
        table.row("name", "for", "state", "size", "makes", "licence");
        String separation = ModelKind.SEPARATION.word();
        table.row("builtin", separation, "here", "-", "vocals, drums, bass, other", "MIT");
        for (Model model : here) {
            String licence = model.licence().isEmpty() ? UNKNOWN : model.licence();
            String size = DiskSpace.words(model.bytes());
            String makes = String.join(", ", model.makes());
            table.row(model.id(), model.kind().word(), "here", size, makes, licence);
        }
        for (Offer offer : offers) {
            String size = DiskSpace.words(offer.bytes());
            String kind = offer.kind().word();
            table.row(offer.id(), kind, "can be downloaded", size, offer.title(), offer.licence());
        }
        return table;
    }

    @Command(
            name = "import",
            description = {
                "Copies a model, or a folder of several that work together.",
                "An ONNX file separates; a ggml file of Whisper transcribes."
            })
    int importFrom(@Parameters(paramLabel = "FILE") Path file) throws Exception {
        return open(
                models ->
                        work(
                                file.getFileName().toString(),
                                progress -> models.importFrom(file, ModelKind.of(file), progress),
                                "is here"));
    }

    @Command(
            name = "download",
            description = "Downloads a model, after it was asked whether that is wished.")
    int download(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--yes", description = "Does not ask.") boolean yes)
            throws Exception {
        return open(
                models -> {
                    Offer offer =
                            models.catalogue()
                                    .find(name)
                                    .orElseThrow(
                                            () ->
                                                    new IOException(
                                                            "No model \""
                                                                    + name
                                                                    + "\" can be downloaded. See:"
                                                                    + " auralis models list"));
                    if (!yes && !isWished(offer)) {
                        say("Nothing was downloaded.");
                        return RootCommand.DONE;
                    }
                    return work(
                            offer.title(), progress -> models.download(offer, progress), "is here");
                });
    }

    /** Nothing is asked of another computer before the user agreed to it. */
    private boolean isWished(Offer offer) {
        String question =
                String.format(
                        "%s: %s from %s; licence: %s.%nNothing but the request for the file is"
                                + " sent. Download it? [y/N] ",
                        offer.title(),
                        DiskSpace.words(offer.bytes()),
                        String.join(", ", offer.hosts()),
                        offer.licence().isEmpty() ? UNKNOWN : offer.licence());
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(
                    spec.commandLine(), question.replaceAll("\\R.*", "") + " Agree with --yes.");
        }
        String answer = console.readLine("%s", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    @Command(name = "verify", description = "Compares a model with what it was when it came.")
    int verify(@Parameters(paramLabel = "NAME") String name) throws Exception {
        return open(
                models -> {
                    Model model = models.require(name);
                    return work(
                            model.title(),
                            progress -> {
                                models.verify(model, progress);
                                return model;
                            },
                            "is as it came");
                });
    }

    @Command(name = "remove", description = "Deletes a model.")
    int remove(@Parameters(paramLabel = "NAME") String name) throws Exception {
        return open(
                models -> {
                    Model model = models.require(name);
                    models.remove(model);
                    tell(model, "is removed");
                    return RootCommand.DONE;
                });
    }

    private int open(Deed deed) throws Exception {
        return Interruption.guard(
                () -> {
                    try (OpenLibrary open = OpenLibrary.of(root)) {
                        return deed.on(open.library().models());
                    }
                });
    }

    private int work(String label, Work work, String done)
            throws IOException, InterruptedException {
        Model model;
        try (ProgressLine progress =
                new ProgressLine(System.err, Terminal.redraws(), root.quiet, label, 0)) {
            model = work.with(progress);
        }
        tell(model, done);
        return RootCommand.DONE;
    }

    private void tell(Model model, String done) {
        if (root.json) {
            print(Json.writePretty(Here.of(model)));
        } else {
            String makes = model.makes().isEmpty() ? "" : ": " + String.join(", ", model.makes());
            say("The model \"" + model.id() + "\" " + done + makes + ".");
        }
    }

    private void say(String sentence) {
        if (!root.quiet) {
            print(sentence);
        }
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
