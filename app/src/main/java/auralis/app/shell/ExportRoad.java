package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Row;
import auralis.app.export.Batch;
import auralis.app.export.BatchRoad;
import auralis.app.export.ExportChoice;
import auralis.app.export.ExportSheet;
import auralis.app.fx.FxTask;
import auralis.app.jobs.Jobs;
import auralis.app.jobs.Standing;
import auralis.app.master.MasteringSession;
import auralis.app.text.Texts;
import auralis.dsp.master.Preset;
import auralis.library.export.ExportPlanner;
import auralis.library.export.NameTemplate;
import auralis.library.export.StemSelection;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.scan.SoundFiles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** From the wish to keep tracks to jobs that master them into files. FX thread only. */
final class ExportRoad {
    private static final NameTemplate STEM_MIX = new NameTemplate("{name} (stem mix)");

    private final Surroundings around;
    private final Services services;
    private final MasteringSession mastering;
    private final Jobs jobs;
    private final List<Preset> presets;
    private final BatchRoad road;
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
    private ExportChoice choice;
    private BrowseView browse;
    private ReadOnlyObjectProperty<Row> current;

    /**
     * @param presets those there are, from which a job that is ordered otherwise may take another
     */
    ExportRoad(
            Surroundings around,
            Services services,
            MasteringSession mastering,
            Jobs jobs,
            List<Preset> presets) {
        this.around = around;
        this.services = services;
        this.mastering = mastering;
        this.jobs = jobs;
        this.presets = presets;
        choice = services.memory().export();
        road = road(jobs::taken, this::add);
    }

    /**
     * @param playing the track that is open; exported when none is selected
     */
    void connect(BrowseView browseView, ReadOnlyObjectProperty<Row> playing) {
        browse = browseView;
        current = playing;
    }

    /** Where the last files went; null before. */
    ObjectProperty<Path> folder() {
        return folder;
    }

    /** Whether there is something to export. */
    ObservableValue<Boolean> possible() {
        ObservableValue<Boolean> selected = browse.hasSelection();
        return Bindings.createBooleanBinding(
                () -> selected.getValue() || current.get() != null, selected, current);
    }

    /** Asks how and where, then masters what is selected. */
    void start() {
        ask(batch(wanted()));
    }

    /** Masters what is selected as the last time. */
    void again() {
        begin(wanted());
    }

    /** Masters files and what is in folders, as the last time; in the library or not. */
    void master(List<Path> filesAndFolders) {
        new FxTask<>(progress -> SoundFiles.in(filesAndFolders))
                .onResult(this::masterFiles)
                .onFailure(failure -> around.notices().problem(failure.getMessage()))
                .start(around.workers());
    }

    /** Asks how and where, then writes a mix of the stems of a file. */
    void masterMix(Path file, StemSelection mix, boolean mastered) {
        Preset preset = mastering.wanted();
        Preset wanted =
                mastered
                        ? preset
                        : new Preset(
                                preset.name(),
                                preset.title(),
                                preset.description(),
                                preset.settings().withIntensity(0));
        ExportChoice named =
                new ExportChoice(
                        STEM_MIX,
                        choice.container(),
                        choice.bitDepth(),
                        choice.sampleRate(),
                        choice.ifExists());
        Batch batch = new Batch(List.of(file), folder.get(), wanted, named, false).of(mix);
        ask(batch, Texts.text(mastered ? "export.mix.master" : "export.mix.write"));
    }

    private void masterFiles(List<Path> files) {
        if (files.isEmpty()) {
            around.notices().problem(Texts.text("export.nothing"));
        } else {
            begin(files);
        }
    }

    /** As the last time; asks where there was none, or where there is no room. */
    private void begin(List<Path> sources) {
        if (folder.get() == null) {
            ask(batch(sources));
        } else {
            road.begin(batch(sources), this::ask);
        }
    }

    private List<Path> wanted() {
        List<Row> selected = browse.hasSelection().getValue() ? browse.selected() : List.of();
        return (selected.isEmpty() ? List.of(current.get()) : selected)
                .stream().map(row -> row.track().file()).toList();
    }

    private Batch batch(List<Path> sources) {
        return new Batch(
                sources, folder.get(), mastering.wanted(), choice, mastering.album().get());
    }

    private void ask(Batch first) {
        ask(first, Texts.text("export", first.sources().size()));
    }

    private void ask(Batch first, String title) {
        int count = first.sources().size();
        ExportSheet.show(
                around.root(),
                around.actions(),
                new ExportSheet.Asking(
                        first,
                        List.of(),
                        Optional.ofNullable(folder.get()),
                        speed(),
                        mastering.album(),
                        () -> askFolder(count),
                        jobs::taken,
                        ExportPlanner::room,
                        title,
                        first.preset().settings().intensity() == 0
                                ? Texts.text("stems.mix.go")
                                : Texts.text("export.go", count)),
                around.workers(),
                this::go);
    }

    /** Asks what is to be otherwise about a job, then has it done. */
    void edit(Job job) {
        if (!(job.work().orElse(null) instanceof Work.Master master)) {
            return;
        }
        Batch before = Batch.of(master.order());
        Supplier<Collection<Path>> taken = () -> jobs.takenBesides(Set.of(job.id()));
        BatchRoad again = road(taken, orders -> jobs.replace(job.id(), orders.get(0).work()));
        ExportSheet.show(
                around.root(),
                around.actions(),
                new ExportSheet.Asking(
                        before,
                        presets,
                        Optional.of(before.folder()),
                        speed(),
                        new SimpleBooleanProperty(before.inAlbum()),
                        () -> askFolder(1),
                        taken,
                        ExportPlanner::room,
                        Texts.text("export.edit", String.valueOf(job.source().getFileName())),
                        Texts.text(job.state().ended() ? "export.edit.again" : "export.edit.go")),
                around.workers(),
                again::go);
    }

    private BatchRoad road(
            Supplier<Collection<Path>> taken, Consumer<List<JobQueue.Order>> onOrders) {
        BatchRoad made =
                new BatchRoad(
                        services.library(),
                        around.root(),
                        around.actions(),
                        taken,
                        ExportPlanner::room,
                        onOrders,
                        around.workers());
        made.onProblem(around.notices()::problem);
        return made;
    }

    /** Of all jobs at once. */
    private OptionalDouble speed() {
        Standing now = jobs.standing().get();
        return now.speed().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(now.speed().getAsDouble() * Math.max(1, now.atOnce()));
    }

    private Optional<Path> askFolder(int count) {
        String title = Texts.text("choose.export", count);
        return around.askFolder(title, Optional.ofNullable(folder.get()));
    }

    private void go(Batch batch) {
        folder.set(batch.folder());
        if (batch.mix().isEmpty() && !batch.choice().equals(choice)) {
            choice = batch.choice();
            services.memory().keep(choice);
        }
        road.go(batch);
    }

    private void add(List<JobQueue.Order> orders) {
        jobs.add(orders);
        around.notices()
                .done(
                        Texts.text("toast.jobs.added", orders.size()),
                        "toast.jobs",
                        () -> around.actions().fire(Action.SHOW_JOBS));
    }
}
