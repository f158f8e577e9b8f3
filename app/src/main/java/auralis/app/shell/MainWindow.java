package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.app.browse.BrowseView;
import auralis.app.browse.DropTarget;
import auralis.app.browse.Host;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import auralis.app.instance.Message;
import auralis.app.master.BlindTest;
import auralis.app.master.MasterPanel;
import auralis.app.master.MasteringSession;
import auralis.app.master.PresetShelf;
import auralis.app.master.ReferenceTracks;
import auralis.app.meter.MeterStrip;
import auralis.app.platform.remote.MediaKeys;
import auralis.app.play.PlayerBar;
import auralis.app.play.PlayerState;
import auralis.app.play.PlayerView;
import auralis.app.playlist.PlaylistFiles;
import auralis.app.playlist.PlaylistRows;
import auralis.app.playlist.PlaylistSection;
import auralis.app.playlist.PlaylistShelf;
import auralis.app.queue.PlayModes;
import auralis.app.queue.PlayQueue;
import auralis.app.queue.QueueEdits;
import auralis.app.queue.QueueMemory;
import auralis.app.queue.QueueView;
import auralis.app.tag.TagEditor;
import auralis.app.text.Texts;
import auralis.dsp.engine.Meters;
import auralis.library.track.Playlist;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The window of the program. FX thread only. */
public final class MainWindow {
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 840;

    /** Below, the side bar shows icons only. */
    private static final double WIDE_ENOUGH = 1120;

    private final ExecutorService workers = Workers.named("window", 3);
    private final Actions actions = new Actions();
    private final Notices notices = new Notices(() -> actions.fire(Action.PREFERENCES));
    private final History history = new History(notices);
    private final ShortcutSheet shortcuts = new ShortcutSheet();
    private final Arrangement arrangement = new Arrangement();
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private final Stage stage;
    private final Services services;
    private final PlayerView player;
    private final Preferences preferences;
    private final MasteringSession mastering;
    private final BlindTest blind;
    private final PresetShelf presets;
    private final ReferenceTracks references;
    private final PlayQueue queue = new PlayQueue(new Random());
    private final QueueEdits queueEdits = new QueueEdits(queue, history);
    private final QueueView queueView;
    private final QueueMemory queueMemory;
    private final Playback playback;
    private final JobsHost jobs;
    private final StemsHost stems;
    private final BrowseView browse;
    private final PlaylistShelf playlists;
    private final PlaylistFiles playlistFiles;
    private final PlaylistRows playlistRows;
    private final TagEditor tags;
    private final Runnable endListening;
    private final PlayerBar playerBar;
    private final MeterStrip meters;
    private final Restoration restoration;
    private final DesktopRemote remote;
    private final ObservableValue<List<Activity>> activities; // held: bindings are weak

    public MainWindow(Stage stage, Services services) {
        this.stage = stage;
        this.services = services;
        player = new PlayerView(services.player());
        preferences =
                new Preferences(
                        services, player.state(), arrangement.notifications(), actions, workers);
        mastering =
                new MasteringSession(
                        services.player(),
                        services.planner(),
                        services.effects(),
                        services.presets().get(0),
                        workers);
        blind = new BlindTest(mastering, new Random());
        presets = new PresetShelf(services.presetFiles(), services.presets(), workers);
        references =
                new ReferenceTracks(
                        mastering.settings(), services.references(), notices::problem, workers);
        jobs =
                new JobsHost(
                        stage,
                        root,
                        services,
                        notices,
                        actions,
                        history,
                        preferences.jobs(),
                        mastering,
                        workers);
        playback =
                new Playback(
                        services.player(),
                        player,
                        mastering,
                        services.waveforms(),
                        queue,
                        this::countPlay,
                        notices::done,
                        workers);
        browse =
                new BrowseView(
                        services.shelf(),
                        workers,
                        actions,
                        history,
                        services.demo().isPresent(),
                        host());
        playlists =
                new PlaylistShelf(
                        services.library().playlists(),
                        history,
                        browse.catalogue(),
                        workers,
                        notices::problem);
        playlistFiles =
                new PlaylistFiles(
                        playlists,
                        history,
                        new ListHost(stage, root, services.desktop(), notices, actions),
                        workers);
        playlistRows = new PlaylistRows(playlists, browse, actions);
        tags =
                new TagEditor(
                        services.library(),
                        history,
                        new TagHost(stage, root, services.desktop(), notices, actions),
                        root,
                        actions,
                        workers);
        endListening = services.library().onEvent(playlists::accept);
        queueMemory = new QueueMemory(queue, services.library().queue(), playback::seconds);
        queueView =
                new QueueView(
                        queue,
                        player.state().map(PlayerState::playing),
                        queueEdits,
                        playback,
                        browse.catalogue(),
                        actions);
        browse.add(Place.View.QUEUE, queueView.node());
        browse.catalogue().census().addListener((Observable census) -> queue.look());
        playerBar =
                new PlayerBar(
                        player,
                        actions,
                        PlayModes.buttons(queue, actions),
                        playback.volume(),
                        playback::seek);
        meters = new MeterStrip(new Meters(services.player().tap()), player, mastering, actions);
        playback.connect(browse, this::listName, playerBar, levelling());
        jobs.install(browse, playback.current());
        stems =
                new StemsHost(
                        stage, root, services, playback, jobs, notices, actions, history, workers);
        stems.install(browse, playerBar);
        activities =
                jobs.activities(
                        List.of(
                                history.activity(),
                                tags.activity(),
                                browse.activity(),
                                references.activity(),
                                mastering.activity()));
        remote =
                new DesktopRemote(
                        stage,
                        actions,
                        playback,
                        services.player(),
                        player,
                        queue,
                        arrangement.notifications(),
                        file -> open(List.of(file)));
        remote.control().install(scene);
        jobs.announceBy(remote::tell);
        bindActions();
        compose();
        new StageDress(stage, scene, root).put(arrangement.light(), playback.current());
        actions.installKeys(scene);
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    jobs.quit(this::close);
                });
        restoration =
                new Restoration(
                        services.memory(),
                        stage,
                        arrangement,
                        playback.volume(),
                        mastering,
                        jobs.exportFolder(),
                        browse,
                        preferences.playback());
        restoration.restore(presets.presets());
        browse.load();
        services.memory()
                .remembered()
                .flatMap(Remembered::browsed)
                .ifPresent(left -> playlists.restore(left.place()));
        playlists.load();
        queueMemory.load(browse.catalogue(), playback.position(), playback::resume);
        lookWhetherReadOnly();
        player.state().subscribe(this::tellTrouble);
    }

    public void show() {
        stage.show();
        browse.focusTable();
    }

    /** Adds files and folders to the library, and makes playlists of playlist files. */
    public void add(List<Path> filesAndFolders) {
        Map<Boolean, List<Path>> given =
                filesAndFolders.stream()
                        .collect(Collectors.partitioningBy(PlaylistFiles::isPlaylist));
        given.get(true).forEach(playlistFiles::importFrom);
        if (!given.get(false).isEmpty()) {
            browse.add(given.get(false));
        }
    }

    /** Has the desktop know what plays, and obeys it; once. The media keys are the caller's. */
    public void attend(MediaKeys keys) {
        remote.attend(keys);
    }

    /** Does what this start, or a later one, was told to do. */
    public void receive(Message message) {
        switch (message.wish()) {
            case OPEN -> open(message.files());
            case PLAY_PAUSE -> actions.fire(Action.PLAY_PAUSE);
            case NEXT -> actions.fire(Action.NEXT);
            case PREVIOUS -> actions.fire(Action.PREVIOUS);
        }
    }

    private void open(List<Path> files) {
        stage.setIconified(false);
        stage.toFront();
        files.stream().limit(1).filter(Files::isRegularFile).forEach(browse::addAndPlay);
        if (!files.isEmpty()) {
            add(files);
        }
    }

    /** Tells what went wrong before the window was there. */
    public void warn(List<String> sentences) {
        notices.problem(String.join("\n", sentences));
    }

    /** Ends what the window started; the player and the library are the caller's. */
    public void close() {
        remote.close();
        restoration.close();
        queueMemory.close();
        endListening.run();
        playlists.close();
        tags.close();
        history.close();
        meters.close();
        stems.close();
        playback.close();
        browse.close();
        jobs.close();
        workers.shutdownNow();
        stage.hide();
    }

    /** Waits, on any other thread, until all that {@link #close} ended is gone. */
    public void awaitEnd() throws InterruptedException {
        history.awaitEnd();
        queueMemory.awaitEnd();
        jobs.awaitEnd();
    }

    Actions actions() {
        return actions;
    }

    private Levelling levelling() {
        return new Levelling(
                services.player(), mastering, preferences.playback(), services.library(), workers);
    }

    private void bindActions() {
        ObservableValue<Boolean> open = playback.current().map(row -> true).orElse(false);
        ObservableValue<Boolean> playable =
                Bindings.isNotEmpty(browse.catalogue().visible())
                        .or(Bindings.createBooleanBinding(open::getValue, open))
                        .or(queue.upcoming().isNotNull());
        BooleanBinding changeable =
                Bindings.createBooleanBinding(
                        () -> !readOnly.get() && browse.hasSelection().getValue(),
                        readOnly,
                        browse.hasSelection());
        actions.bind(Action.ADD_FILES, this::chooseFiles, readOnly.not());
        actions.bind(Action.ADD_FOLDER, this::chooseFolder, readOnly.not());
        actions.bind(
                Action.TRY_DEMO,
                () -> browse.addAndPlay(services.demo().orElseThrow()),
                new SimpleBooleanProperty(services.demo().isPresent()));
        actions.bind(Action.QUIT, () -> jobs.quit(this::close));
        bindEdits();
        new QueueActions(queue, queueEdits, queueView, browse, actions).bind();
        new PlaylistActions(playlists, playlistFiles, browse.catalogue(), readOnly, actions).bind();
        actions.bind(Action.FIND, browse::focusSearch);
        actions.bind(
                Action.SHOW_FILE,
                () -> host().showInFolder(browse.chosen().track().file()),
                browse.hasSelection());
        actions.bind(Action.FAVOURITE, browse::toggleFavourite, changeable);
        actions.bind(Action.MORE_LIKE_THIS, browse::moreLikeThis, browse.hasSelection());
        actions.bind(Action.REMOVE, this::remove, changeable);
        actions.bind(Action.EDIT_TAGS, this::editTags, browse.hasSelection());
        actions.bindSwitch(Action.SIDE_BAR, arrangement.sideBar());
        actions.bindSwitch(Action.INSPECTOR, arrangement.inspector());
        actions.bindSwitch(Action.METERS, arrangement.meters());
        actions.bindSwitch(Action.LIGHT_THEME, arrangement.light());
        actions.bind(
                Action.PLAY_SELECTED, () -> playback.play(browse.chosen()), browse.hasSelection());
        actions.bind(Action.PLAY_PAUSE, playback::toggle, playable);
        actions.bind(Action.NEXT, playback::next, open);
        actions.bind(Action.PREVIOUS, playback::previous, open);
        actions.bind(Action.FORWARD, playback::forward, open);
        actions.bind(Action.BACK, playback::back, open);
        actions.bind(Action.LOUDER, playback::louder);
        actions.bind(Action.SOFTER, playback::softer);
        actions.bind(Action.MUTE, playback::mute);
        actions.bindSwitch(Action.NOTIFY, arrangement.notifications(), remote.canAnnounce());
        actions.bind(Action.SWITCH_SIDE, this::switchSide);
        actions.bindSwitch(Action.MATCH, mastering.matching(), mastering.concealed().not());
        actions.bind(Action.PREFERENCES, () -> preferences.show(root));
        actions.bind(Action.SHORTCUTS, shortcuts::toggle);
    }

    private void bindEdits() {
        bindHistory(Action.UNDO, history::undo, history.undoable());
        bindHistory(Action.REDO, history::redo, history.redoable());
    }

    /** What the list shows, in words. */
    private String listName() {
        String typed = browse.catalogue().search().get().strip();
        if (!typed.isEmpty()) {
            return Texts.text("queue.search", typed);
        }
        Place place = browse.catalogue().place().get();
        Playlist playlist = playlists.shown().get();
        if (place.parent().isPresent()) {
            return place.name();
        }
        return playlist == null ? Texts.text(place.id()) : playlist.name();
    }

    /** The menu says what would be taken back. */
    private void bindHistory(Action action, Runnable run, ObservableValue<String> label) {
        actions.bind(action, run, label.map(text -> !text.isEmpty()));
        actions.bindText(
                action,
                label.map(
                        text ->
                                text.isEmpty()
                                        ? action.text()
                                        : Texts.text("action.history", action.text(), text)));
    }

    private void compose() {
        ObservableValue<Boolean> wide =
                arrangement.sideBar().and(scene.widthProperty().greaterThan(WIDE_ENOUGH));
        SideBar bar =
                new SideBar(
                        browse.catalogue(),
                        browse.counts(),
                        Bindings.size(queue.entries()).asObject(),
                        jobs.left(),
                        wide);
        QueueView.installDrop(
                bar.line(Place.QUEUE),
                queueEdits,
                browse.catalogue(),
                () -> browse.catalogue().go(Place.QUEUE));
        PlaylistSection section =
                new PlaylistSection(
                        playlists,
                        playlistFiles,
                        browse.catalogue(),
                        actions,
                        wide,
                        bar.group(),
                        bar.heading("side.playlists"));
        actions.bind(
                Action.RENAME_PLAYLIST,
                section::renameShown,
                playlists.shown().map(list -> true).orElse(false));
        bar.playlists().getChildren().add(section.node());
        Node side = bar.node();
        Node inspector =
                new MasterPanel(
                                mastering,
                                presets,
                                references,
                                services.effects(),
                                blind,
                                actions,
                                new PanelHost(stage, services.desktop(), browse, notices))
                        .node();
        inspector.visibleProperty().bind(arrangement.inspector());
        inspector.managedProperty().bind(arrangement.inspector());
        // The meters show which side is heard.
        BooleanBinding metered = arrangement.meters().and(mastering.concealed().not());
        meters.node().visibleProperty().bind(metered);
        meters.node().managedProperty().bind(metered);
        mastering.concealed().subscribe(this::showPanelOfBlindTest);
        Regions regions =
                new Regions(
                        List.of(side, browse.node(), inspector, meters.node(), playerBar.node()));
        actions.bind(Action.NEXT_REGION, () -> regions.next(scene));
        actions.bind(Action.PREVIOUS_REGION, () -> regions.previous(scene));

        StackPane centre = new StackPane(browse.node(), notices.toast());
        StackPane.setAlignment(notices.toast(), Pos.BOTTOM_CENTER);
        StackPane.setMargin(notices.toast(), new Insets(0, 16, 20, 16));
        ObservableValue<String> output = player.state().map(MainWindow::outputWords);
        StatusBar status =
                new StatusBar(
                        browse.catalogue(),
                        activities,
                        jobs.unread(),
                        () -> actions.fire(Action.SHOW_JOBS),
                        output);
        // In a low window they give way, not the bars above and below them.
        Stream.of(side, centre, inspector).map(Region.class::cast).forEach(r -> r.setMinHeight(0));
        frame.setTop(new VBox(actions.menuBar(), notices.bars()));
        frame.setLeft(side);
        frame.setCenter(centre);
        frame.setRight(inspector);
        frame.setBottom(new VBox(meters.node(), playerBar.node(), status.node()));
        root.getChildren().add(frame);
        root.getChildren().add(status.card());
        DropTarget.install(root, jobs.offers(this::add));
        root.getChildren().add(shortcuts.node());
    }

    private void countPlay(Row row) {
        new FxTask<Void>(
                        progress -> {
                            services.shelf().tracks().played(row.track().id());
                            return null;
                        })
                .onFailure(failure -> notices.problem(failure.getMessage()))
                .start(workers);
    }

    private void switchSide() {
        if (blind.isRunning()) {
            blind.switchSide();
        } else {
            mastering.side().set(mastering.side().get().other());
        }
    }

    private void showPanelOfBlindTest(boolean runs) {
        if (runs) {
            arrangement.inspector().set(true);
        }
    }

    /** What the user dismissed stays away until something else is the matter. */
    private void tellTrouble(PlayerState before, PlayerState now) {
        notices.noSound(now.audible() ? "" : now.message());
        if (now.audible() && !now.message().equals(before.message())) {
            notices.problem(now.message());
        }
    }

    private static String outputWords(PlayerState state) {
        return state.outputName();
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.text("choose.files"));
        List<File> files = chooser.showOpenMultipleDialog(stage);
        if (files != null) {
            browse.add(files.stream().map(File::toPath).toList());
        }
    }

    private void chooseFolder() {
        services.desktop()
                .askFolder(stage, Texts.text("choose.folder"), Optional.empty())
                .ifPresent(folder -> browse.add(List.of(folder)));
    }

    private void remove() {
        if (playlistRows.isFilled()) {
            playlistRows.removeSelected();
        } else {
            browse.removeSelected();
        }
    }

    private void editTags() {
        tags.edit(browse.selected().stream().map(Row::track).toList());
    }

    private Host host() {
        return new CentreHost(stage, services.desktop(), notices, workers, playback::play);
    }

    private void lookWhetherReadOnly() {
        new FxTask<>(progress -> services.shelf().tracks().readOnly().orElse(""))
                .onResult(
                        reason -> {
                            readOnly.set(!reason.isEmpty());
                            notices.readOnly(reason);
                            if (reason.isEmpty()) {
                                jobs.begin();
                            }
                        })
                .onFailure(failure -> notices.problem(failure.getMessage()))
                .start(workers);
    }
}
