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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
            long arrivedBytes,
            String licence,
            List<String> hosts) {
        static ToBeHad of(Offer offer, ModelStore models) {
            return new ToBeHad(
                    offer.id(),
                    offer.kind().word(),
                    offer.title(),
                    offer.purpose(),
                    offer.bytes(),
                    models.arrived(offer),
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
                                    .filter(Offer::canBeHad)
                                    .filter(offer -> here.stream().noneMatch(m -> is(m, offer)))
                                    .toList();
                    if (root.json) {
                        print(
                                Json.writePretty(
                                        new Answer(
                                                here.stream().map(Here::of).toList(),
                                                offers.stream()
                                                        .map(offer -> ToBeHad.of(offer, models))
                                                        .toList())));
                    } else {
                        table(models, here, offers).lines().forEach(this::print);
                        print("Models lie in " + models.folder());
                    }
                    return RootCommand.DONE;
                });
    }

    private static boolean is(Model model, Offer offer) {
        return model.id().equals(offer.id());
    }

    private static Table table(ModelStore models, List<Model> here, List<Offer> offers) {
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
            long arrived = models.arrived(offer);
            String state =
                    arrived == 0
                            ? "can be downloaded"
                            : "download ended after " + DiskSpace.words(arrived);
            table.row(offer.id(), offer.kind().word(), state, size, offer.title(), offer.licence());
        }
        return table;
    }

    @Command(
            name = "import",
            description = {
                "Copies a model, or a folder of several that work together, unless it is here"
                        + " already.",
                "An ONNX file separates; a ggml file of Whisper transcribes."
            })
    int importFrom(@Parameters(paramLabel = "FILE") Path file) throws Exception {
        return open(
                models -> {
                    List<Model> before = models.models();
                    return work(
                            file.getFileName().toString(),
                            progress -> models.importFrom(file, ModelKind.of(file), progress),
                            model -> before.contains(model) ? "is here already" : "is here");
                });
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
                    models.requireDownloadable(offer);
                    if (!yes && !isWished(offer)) {
                        say("Nothing was downloaded.");
                        return RootCommand.DONE;
                    }
                    return work(
                            offer.title(),
                            progress -> models.download(offer, progress),
                            model -> "is here");
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
                            verified -> "is as it came");
                });
    }

    @Command(
            name = "remove",
            description = {
                "Deletes a model and the stems that it made, but for those used within the last"
                        + " hour.",
                "Of a download that did not end, what is here of it."
            })
    int remove(@Parameters(paramLabel = "NAME") String name) throws Exception {
        return use(
                library -> {
                    ModelStore models = library.models();
                    Optional<Offer> part = part(models, name);
                    if (part.isPresent()) {
                        forget(models, part.get());
                    } else {
                        Model model = models.require(name);
                        models.remove(model);
                        library.separations().forget(model);
                        tell(model, "is removed");
                    }
                    return RootCommand.DONE;
                });
    }

    /** A download that did not end, of a model that is not here. */
    private static Optional<Offer> part(ModelStore models, String name) throws IOException {
        return models.find(name).isPresent()
                ? Optional.empty()
                : models.catalogue().find(name).filter(offer -> models.arrived(offer) > 0);
    }

    private void forget(ModelStore models, Offer offer) throws IOException {
        ToBeHad before = ToBeHad.of(offer, models);
        models.forget(offer);
        if (root.json) {
            print(Json.writePretty(before));
        } else {
            say(
                    "What was here of the download of \""
                            + offer.id()
                            + "\" is removed: "
                            + DiskSpace.words(before.arrivedBytes())
                            + ".");
        }
    }

    private int open(Deed deed) throws Exception {
        return use(library -> deed.on(library.models()));
    }

    private int use(OpenLibrary.Use<Integer> use) throws Exception {
        return Interruption.guard(
                () -> {
                    try (OpenLibrary open = OpenLibrary.of(root)) {
                        return use.of(open.library());
                    }
                });
    }

    private int work(String label, Work work, Function<Model, String> done)
            throws IOException, InterruptedException {
        Model model;
        try (ProgressLine progress =
                new ProgressLine(System.err, Terminal.redraws(), root.quiet, label, 0)) {
            model = work.with(progress);
        }
        tell(model, done.apply(model));
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
