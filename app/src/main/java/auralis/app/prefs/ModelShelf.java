package auralis.app.prefs;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.fx.Workers;
import auralis.app.prefs.Errand.Kind;
import auralis.app.text.Texts;
import auralis.library.model.Model;
import auralis.library.model.Model.ModelFile;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.model.Offer;
import auralis.library.model.Offer.RemoteFile;
import auralis.library.separate.Separations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * The models that are here and those that can be had, and what is being done with them. Downloads
 * go on whatever is shown; nothing is asked of any host before {@link #download}. FX thread only.
 */
public final class ModelShelf {
    private static final Duration LOOK = Duration.millis(500);

    private final ModelStore store;
    private final Separations separations;
    private final ExecutorService workers;

    // One lane each, so that a try never meets the end of the one that was cancelled before it.
    private final ExecutorService downloads = Workers.named("model-download", 1);
    private final ExecutorService imports = Workers.named("model-import", 1);
    private final Latest question;
    private final ObservableList<Model> models = FXCollections.observableArrayList();
    private final ObservableList<Model> modelsToSee =
            FXCollections.unmodifiableObservableList(models); // held: it listens weakly
    private final ObservableList<Offering> offers = FXCollections.observableArrayList();
    private final ObservableList<Errand> errands = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper keptBytes = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Activity>> activities =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Timeline clock = new Timeline(new KeyFrame(LOOK, event -> look()));
    private Consumer<Errand> onEnded = errand -> {};

    /**
     * A model that is not here.
     *
     * @param arrived bytes of it that an earlier try left
     */
    record Offering(Offer offer, long arrived) {}

    private record Found(List<Model> models, List<Offering> offers, long keptBytes, String fault) {}

    /**
     * @param separations keep stems
     */
    public ModelShelf(ModelStore store, Separations separations, ExecutorService workers) {
        this.store = store;
        this.separations = separations;
        this.workers = workers;
        this.question = new Latest(workers);
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Those that are here, by their ids; changes when one comes or goes. */
    public ObservableList<Model> models() {
        return modelsToSee;
    }

    /** All that goes on with models, whether it is looked at or not. */
    public ReadOnlyObjectProperty<List<Activity>> activities() {
        return activities.getReadOnlyProperty();
    }

    /** Looks anew at what is there. */
    public void refresh() {
        question.ask(new FxTask<>(progress -> find()).onResult(this::show));
    }

    /** Ends what goes on; a download goes on from there the next time. */
    public void close() {
        clock.stop();
        question.cancel();
        List.copyOf(errands).forEach(Errand::cancel);
        downloads.shutdownNow();
        imports.shutdownNow();
    }

    ObservableList<Offering> offers() {
        return offers;
    }

    /** What goes on and what failed; the last of each subject. */
    ObservableList<Errand> errands() {
        return errands;
    }

    ReadOnlyLongProperty keptBytes() {
        return keptBytes.getReadOnlyProperty();
    }

    /** What cannot be read, as a sentence; empty when all can. */
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /** Told what is done or failed. */
    void onEnded(Consumer<Errand> action) {
        onEnded = action;
    }

    /** Where the files of a model lie. */
    Path folder(Model model) {
        Path path = store.path(model);
        return Files.isDirectory(path) ? path : path.getParent();
    }

    Path folder() {
        return store.folder();
    }

    /** Only after the user agreed to it. */
    void download(Offering offering) {
        Offer offer = offering.offer();
        Errand errand =
                new Errand(
                        Kind.DOWNLOAD,
                        offer.id(),
                        offer.title(),
                        offer.bytes(),
                        offering.arrived());
        start(
                errand,
                progress -> store.download(offer, progress),
                model -> Texts.text("models.ready", model.title()),
                downloads);
    }

    /**
     * @param from a file, or a folder of several
     */
    void importFrom(Path from) {
        String name = String.valueOf(from.getFileName());
        Errand errand = new Errand(Kind.IMPORT, from.toString(), name, 0, 0);
        start(
                errand,
                progress -> store.importFrom(from, ModelKind.of(from), progress),
                model -> Texts.text("models.ready", model.title()),
                imports);
    }

    void verify(Model model) {
        Errand errand = new Errand(Kind.VERIFY, model.id(), model.title(), model.bytes(), 0);
        start(
                errand,
                progress -> {
                    store.verify(model, progress);
                    return model;
                },
                verified -> Texts.text("models.verified"),
                workers);
    }

    void remove(Model model) {
        errands.stream()
                .filter(errand -> errand.subject().equals(model.id()))
                .toList()
                .forEach(Errand::cancel);
        change(() -> store.remove(model));
    }

    void removeKeptStems() {
        change(separations::clear);
    }

    /** Its end was read. */
    void dismiss(Errand errand) {
        errands.remove(errand);
    }

    private interface Removal {
        void run() throws IOException;
    }

    private void change(Removal removal) {
        new FxTask<Void>(
                        progress -> {
                            removal.run();
                            return null;
                        })
                .onResult(done -> refresh())
                .onFailure(
                        failure -> {
                            refresh();
                            fault.set(failure.getMessage());
                        })
                .start(workers);
    }

    private interface Words {
        String of(Model model);
    }

    private void start(Errand errand, FxTask.Work<Model> work, Words words, ExecutorService lane) {
        if (isGoingOn(errand.subject())) {
            return;
        }
        errands.removeIf(before -> before.subject().equals(errand.subject()));
        FxTask<Model> task =
                new FxTask<Model>(progress -> work.run(progress))
                        .onProgress(errand::show)
                        .onResult(model -> ended(errand, () -> errand.done(words.of(model))))
                        .onFailure(e -> ended(errand, () -> errand.failed(e.getMessage())));
        errand.onCancel(
                () -> {
                    task.cancel();
                    errands.remove(errand);
                    tell();
                    refresh();
                });
        errand.standing().addListener((observed, before, now) -> tell());
        errands.add(errand);
        tell();
        task.start(lane);
    }

    private boolean isGoingOn(String subject) {
        return errands.stream()
                .anyMatch(
                        errand ->
                                errand.subject().equals(subject)
                                        && !errand.standing().get().isOver());
    }

    private void ended(Errand errand, Runnable end) {
        end.run();
        boolean succeeded = errand.standing().get().stage() == Errand.Stage.DONE;
        if (succeeded && errand.kind() != Kind.VERIFY) {
            errands.remove(errand);
        }
        onEnded.accept(errand);
        refresh();
    }

    private void tell() {
        List<Errand> moving =
                errands.stream().filter(errand -> !errand.standing().get().isOver()).toList();
        activities.set(moving.stream().map(Errand::activity).toList());
        if (moving.isEmpty()) {
            clock.stop();
        } else {
            clock.play();
        }
    }

    private void look() {
        double seconds = System.nanoTime() / 1e9;
        List.copyOf(errands).forEach(errand -> errand.look(seconds));
    }

    // ---- on a worker

    private Found find() {
        List<String> faults = new ArrayList<>();
        List<Model> here = read(store::models, List.of(), faults);
        List<Offer> all = read(() -> store.catalogue().offers(), List.of(), faults);
        List<Offering> missing =
                all.stream()
                        .filter(offer -> canBeHad(offer) && !isHere(offer, here))
                        .map(offer -> new Offering(offer, store.arrived(offer)))
                        .toList();
        long kept = read(separations::usedBytes, 0L, faults);
        return new Found(here, missing, kept, String.join("\n", faults));
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T read(Reading<T> reading, T instead, List<String> faults) {
        try {
            return reading.run();
        } catch (IOException e) {
            faults.add(e.getMessage());
            return instead;
        }
    }

    private static boolean canBeHad(Offer offer) {
        return !offer.files().isEmpty() && offer.hosts().stream().allMatch(Objects::nonNull);
    }

    /** Under its name, or the same files under another. */
    private static boolean isHere(Offer offer, List<Model> models) {
        return models.stream()
                .anyMatch(model -> model.id().equals(offer.id()) || holds(model, offer));
    }

    private static boolean holds(Model model, Offer offer) {
        List<String> held = model.files().stream().map(ModelFile::sha256).toList();
        return offer.files().stream()
                .map(RemoteFile::sha256)
                .allMatch(sum -> held.contains(sum.toLowerCase(Locale.ROOT)));
    }

    private void show(Found found) {
        if (!models.equals(found.models())) {
            models.setAll(found.models());
        }
        if (!offers.equals(found.offers())) {
            offers.setAll(found.offers());
        }
        keptBytes.set(found.keptBytes());
        fault.set(found.fault());
    }
}
