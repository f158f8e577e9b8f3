package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.action.History.Edit;
import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.play.PlayerBar;
import auralis.app.play.StemFeed;
import auralis.app.prefs.ModelShelf;
import auralis.app.sheet.Sheet;
import auralis.app.stems.Host;
import auralis.app.stems.SeparatorChoice;
import auralis.app.stems.StemFilesSheet;
import auralis.app.stems.StemsView;
import auralis.app.text.Texts;
import auralis.library.export.StemSelection;
import auralis.library.job.JobQueue;
import auralis.library.model.ModelKind;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window around the stems of tracks. FX thread only. */
final class StemsHost implements Host {
    private final Stage stage;
    private final StackPane root;
    private final Services services;
    private final Playback playback;
    private final JobsHost jobs;
    private final Notices notices;
    private final Actions actions;
    private final History history;
    private final ExecutorService workers;
    private final ModelShelf models;
    private final StemsView view;

    StemsHost(
            Stage stage,
            StackPane root,
            Services services,
            Playback playback,
            JobsHost jobs,
            Notices notices,
            Actions actions,
            History history,
            ModelShelf models,
            ExecutorService workers) {
        this.stage = stage;
        this.root = root;
        this.services = services;
        this.playback = playback;
        this.jobs = jobs;
        this.notices = notices;
        this.actions = actions;
        this.history = history;
        this.workers = workers;
        this.models = models;
        view =
                new StemsView(
                        services.library().separations(),
                        jobs.jobs(),
                        this::separators,
                        actions,
                        this,
                        workers);
        models.models().addListener((Observable changed) -> view.refresh());
    }

    /** What needs no model comes first. */
    private List<SeparatorChoice> separators() {
        return Stream.concat(
                        Stream.of(SeparatorChoice.classic()),
                        models.models().stream()
                                .filter(model -> model.kind() == ModelKind.SEPARATION)
                                .map(SeparatorChoice::of))
                .toList();
    }

    /** Puts the view into the centre and the actions to work. */
    void install(BrowseView browse, PlayerBar bar) {
        browse.add(Place.View.STEMS, view.node());
        ObservableValue<Boolean> selected = browse.hasSelection();
        ObservableValue<Boolean> some =
                Bindings.createBooleanBinding(
                        () -> selected.getValue() || current().get() != null, selected, current());
        actions.bind(
                Action.SHOW_STEMS,
                () -> open(browse, selected.getValue() ? browse.chosen() : current().get()));
        actions.bind(Action.SEPARATE, () -> separate(browse), some);
        MenuItem item = new MenuItem(Action.SHOW_STEMS.text(), new FontIcon("mdi2t-tune-vertical"));
        item.setOnAction(event -> open(browse, current().get()));
        item.disableProperty().bind(Bindings.isNull(current()));
        bar.trackMenu(new ContextMenu(item));
    }

    void close() {
        view.close();
    }

    /**
     * @param row null for the one that was shown last
     */
    private void open(BrowseView browse, Row row) {
        if (row != null) {
            view.show(row);
        }
        browse.catalogue().go(Place.STEMS);
        view.focus();
    }

    private void separate(BrowseView browse) {
        List<Row> rows =
                browse.hasSelection().getValue() ? browse.selected() : List.of(current().get());
        List<Path> files = rows.stream().map(row -> row.track().file()).distinct().toList();
        StemFilesSheet.show(files, separators(), actions, this, workers);
    }

    // ---- Host

    @Override
    public ReadOnlyObjectProperty<Row> current() {
        return playback.current();
    }

    @Override
    public ReadOnlyObjectProperty<StemFeed> playing() {
        return playback.stems();
    }

    @Override
    public ReadOnlyDoubleProperty position() {
        return playback.position();
    }

    @Override
    public void play(Row row, StemFeed stems) {
        playback.playStems(row, stems);
    }

    @Override
    public void playTrack() {
        playback.endStems();
    }

    @Override
    public void seek(double seconds) {
        playback.seek(seconds);
    }

    @Override
    public void perform(Edit edit) {
        history.perform(edit);
    }

    @Override
    public void problem(String sentence) {
        notices.problem(sentence);
    }

    @Override
    public void show(Sheet sheet, Node first) {
        sheet.show(root, first);
    }

    @Override
    public void write(Path file, StemSelection mix, boolean mastered) {
        jobs.masterMix(file, mix, mastered);
    }

    @Override
    public Optional<Path> askFolder() {
        return services.desktop().askFolder(stage, Texts.text("choose.stems"), folder());
    }

    @Override
    public Optional<Path> folder() {
        return Optional.ofNullable(jobs.exportFolder().get());
    }

    @Override
    public Collection<Path> taken() {
        return jobs.jobs().taken();
    }

    @Override
    public void separate(Path folder, List<JobQueue.Order> orders) {
        jobs.exportFolder().set(folder);
        jobs.jobs().add(orders);
        notices.done(
                Texts.text("toast.stems.added", orders.size()),
                "toast.jobs",
                () -> actions.fire(Action.SHOW_JOBS));
    }
}
