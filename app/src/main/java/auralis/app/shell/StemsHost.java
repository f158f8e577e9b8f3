package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.History.Edit;
import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.play.PlayerBar;
import auralis.app.play.StemFeed;
import auralis.app.prefs.ModelShelf;
import auralis.app.sheet.Sheet;
import auralis.app.stems.Host;
import auralis.app.stems.KeptMixes;
import auralis.app.stems.SeparatorChoice;
import auralis.app.stems.StemChoice;
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
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window around the stems of tracks. FX thread only. */
final class StemsHost implements Host {
    private final Surroundings around;
    private final Services services;
    private final Playback playback;
    private final JobsHost jobs;
    private final ModelShelf models;
    private final ObservableValue<Boolean> sounding; // held: bindings are weak
    private final StemsView view;
    private StemChoice choice;
    private String separator;
    private KeptMixes mixes;

    StemsHost(
            Surroundings around,
            Services services,
            Playback playback,
            JobsHost jobs,
            ModelShelf models) {
        this.around = around;
        this.services = services;
        this.playback = playback;
        this.jobs = jobs;
        this.models = models;
        sounding = playback.sounding();
        choice = services.memory().stems();
        separator = services.memory().separator();
        mixes = services.memory().mixes();
        view =
                new StemsView(
                        services.library().separations(),
                        jobs.jobs(),
                        this::separators,
                        around.actions(),
                        this,
                        around.workers());
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
        around.actions()
                .bind(
                        Action.SHOW_STEMS,
                        () ->
                                open(
                                        browse,
                                        selected.getValue() ? browse.chosen() : current().get()));
        around.actions().bind(Action.SEPARATE, () -> separate(browse), some);
        MenuItem item = new MenuItem(Action.SHOW_STEMS.text(), new FontIcon("mdi2t-tune-vertical"));
        item.setOnAction(event -> open(browse, current().get()));
        item.disableProperty().bind(Bindings.isNull(current()));
        bar.addToTrackMenu(item);
        jobs.openStemsBy(file -> browse.catalogue().find(file).ifPresent(row -> open(browse, row)));
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
        StemFilesSheet.show(files, separators(), around.actions(), this, around.workers());
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
    public ObservableValue<Boolean> sounding() {
        return sounding;
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
    public void mixed(StemFeed stems) {
        playback.mixed(stems);
    }

    @Override
    public void seek(double seconds) {
        playback.seek(seconds);
    }

    @Override
    public void perform(Edit edit) {
        around.history().perform(edit);
    }

    @Override
    public void problem(String sentence) {
        around.notices().problem(sentence);
    }

    @Override
    public void show(Sheet sheet, Node first) {
        around.show(sheet, first);
    }

    @Override
    public void write(Path file, StemSelection mix, boolean mastered) {
        jobs.masterMix(file, mix, mastered);
    }

    @Override
    public Optional<Path> askFolder() {
        return around.askFolder(Texts.text("choose.stems"), folder());
    }

    @Override
    public StemChoice stemChoice() {
        return choice;
    }

    @Override
    public void keep(StemChoice now) {
        choice = now;
        services.memory().keep(now);
    }

    @Override
    public String preferred() {
        return separator;
    }

    @Override
    public void prefer(SeparatorChoice now) {
        separator = now.settings().model();
        services.memory().keepSeparator(separator);
    }

    @Override
    public KeptMixes mixes() {
        return mixes;
    }

    @Override
    public void keep(KeptMixes now) {
        mixes = now;
        services.memory().keep(now);
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
        around.notices()
                .done(
                        Texts.text("toast.stems.added", orders.size()),
                        "toast.jobs",
                        () -> around.actions().fire(Action.SHOW_JOBS));
    }
}
