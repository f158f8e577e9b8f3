package auralis.app.shell;

import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Row;
import auralis.app.export.Exports;
import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.master.MasteringSession;
import auralis.app.text.Texts;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/** From the wish to keep tracks to their files: asks where, masters, tells. FX thread only. */
final class ExportRoad {
    /** As many failures as the bar has room for; of the others it tells the number. */
    private static final int TOLD = 3;

    private final Stage stage;
    private final Desktop desktop;
    private final Exports exports;
    private final MasteringSession mastering;
    private final Notices notices;
    private final ExecutorService workers;
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
    private BrowseView browse;
    private ReadOnlyObjectProperty<Row> current;

    ExportRoad(
            Stage stage,
            Services services,
            MasteringSession mastering,
            Notices notices,
            ExecutorService workers) {
        this.stage = stage;
        this.desktop = services.desktop();
        this.exports = new Exports(services.fileMaster());
        this.mastering = mastering;
        this.notices = notices;
        this.workers = workers;
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

    ReadOnlyObjectProperty<Activity> activity() {
        return exports.activity();
    }

    /** Whether there is something to export and nothing being exported. */
    ObservableValue<Boolean> possible() {
        ObservableValue<Boolean> selected = browse.hasSelection();
        return Bindings.createBooleanBinding(
                () -> activity().get() == null && (selected.getValue() || current.get() != null),
                activity(),
                selected,
                current);
    }

    void start() {
        List<Track> tracks = wanted();
        String title = Texts.text("choose.export", tracks.size());
        desktop.askFolder(stage, title, Optional.ofNullable(folder.get()))
                .ifPresent(
                        chosen -> {
                            folder.set(chosen);
                            exports.start(
                                    tracks,
                                    chosen,
                                    mastering.wanted(),
                                    mastering.album().get(),
                                    this::tell);
                        });
    }

    void close() {
        exports.close();
    }

    void awaitEnd() throws InterruptedException {
        exports.awaitEnd();
    }

    private List<Track> wanted() {
        List<Row> selected = browse.selected();
        return (selected.isEmpty() ? List.of(current.get()) : selected)
                .stream().map(Row::track).toList();
    }

    private void tell(Exports.Outcome outcome) {
        if (outcome.mastered() > 0) {
            notices.done(
                    Texts.text("toast.exported", outcome.mastered(), outcome.folder()),
                    "toast.folder",
                    () -> show(outcome.folder()));
        }
        if (!outcome.problems().isEmpty()) {
            notices.problem(words(outcome.problems()));
        }
    }

    private static String words(List<String> problems) {
        List<String> lines = new ArrayList<>(problems.stream().limit(TOLD).toList());
        if (problems.size() > TOLD) {
            lines.add(Texts.text("export.failed.more", problems.size() - TOLD));
        }
        return String.join("\n", lines);
    }

    private void show(Path shown) {
        new FxTask<Void>(
                        progress -> {
                            desktop.showFolder(shown);
                            return null;
                        })
                .onFailure(failure -> notices.problem(failure.getMessage()))
                .start(workers);
    }
}
