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
import auralis.app.prefs.ModelShelf;
import auralis.app.prefs.RemoteChoice;
import auralis.app.queue.PlayModes;
import auralis.app.queue.PlayQueue;
import auralis.app.queue.QueueEdits;
import auralis.app.queue.QueueMemory;
import auralis.app.queue.QueueView;
import auralis.app.tag.TagEditor;
import auralis.dsp.engine.Meters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private final Stage stage;
    private final Services services;
    private final Surroundings around;
    private final PlayerView player;
    private final ModelShelf models;
    private final RemoteChoice remoteChoice;
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
    private final TranscriptHost transcripts;
    private final ObservableValue<Boolean> playing; // held: bindings are weak
    private final BrowseView browse;
    private final Playlists playlists;
    private final TagEditor tags;
    private final PlayerBar playerBar;
    private final MeterStrip meters;
    private final Restoration restoration;
    private final DesktopRemote remote;
    private final StayAwake awake;
    private final ObservableValue<List<Activity>> activities; // held: bindings are weak

    public MainWindow(Stage stage, Services services) {
        this.stage = stage;
        this.services = services;
        around =
                new Surroundings(
                        stage, root, services.desktop(), notices, actions, history, workers);
        player = new PlayerView(services.player());
        models =
                new ModelShelf(
                        services.library().models(), services.library().separations(), workers);
        remoteChoice = new RemoteChoice(services.library().endpoints());
        remoteChoice.refresh();
        preferences =
                new Preferences(
                        services,
                        player.state(),
                        arrangement.notifications(),
                        models,
                        new ModelWindow(around),
                        remoteChoice,
                        actions,
                        workers);
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
        jobs = new JobsHost(around, services, preferences.jobs(), mastering, presets.presets());
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
                new Playlists(
                        services.library(),
                        browse,
                        history,
                        new ListHost(around),
                        actions,
                        notices::problem,
                        workers);
        tags =
                new TagEditor(
                        services.library(), history, new TagHost(around), root, actions, workers);
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
        playback.connect(browse, playlists::listName, playerBar, levelling());
        jobs.install(browse, playback.current());
        stems = new StemsHost(around, services, playback, jobs, models);
        stems.install(browse, playerBar);
        playing = player.state().map(PlayerState::playing);
        transcripts =
                new TranscriptHost(
                        around,
                        services,
                        playback,
                        playing,
                        jobs,
                        new TranscriptEngines(models, services.library().endpoints(), workers));
        activities =
                jobs.activities(
                        List.of(
                                history.activity(),
                                tags.activity(),
                                browse.activity(),
                                references.activity(),
                                mastering.activity()),
                        models.activities());
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
        awake =
                new StayAwake(
                        services.wakefulness(),
                        jobs.atWork(),
                        player.state().map(PlayerState::playing),
                        preferences.jobs());
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
        models.refresh();
        playlists.load(services.memory().remembered());
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
        playlists.importFrom(given.get(true));
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
        awake.close();
        models.close();
        remoteChoice.close();
        remote.close();
        restoration.close();
        queueMemory.close();
        playlists.close();
        tags.close();
        history.close();
        meters.close();
        stems.close();
        transcripts.close();
        playback.close();
        browse.close();
        jobs.close();
        workers.shutdownNow();
        stage.hide();
    }

    /** Waits, on any other thread, until all that {@link #close} ended is gone. */
    public void awaitEnd() throws InterruptedException {
        history.awaitEnd();
        transcripts.awaitEnd();
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
        new HistoryActions(history, transcripts.view(), actions).bind();
        new LibraryActions(
                        around, services.demo(), browse, playlists.rows(), tags, host(), readOnly)
                .bind();
        new QueueActions(queue, queueEdits, queueView, browse, actions).bind();
        playlists.bind(readOnly);
        new PlayActions(playback, queue, browse, actions).bind();
        transcripts.install(browse, playerBar, arrangement.lyrics());
        actions.bind(Action.QUIT, () -> jobs.quit(this::close));
        actions.bindSwitch(Action.SIDE_BAR, arrangement.sideBar());
        actions.bindSwitch(Action.INSPECTOR, arrangement.inspector());
        actions.bindSwitch(Action.METERS, arrangement.meters());
        actions.bindSwitch(Action.LIGHT_THEME, arrangement.light());
        actions.bindSwitch(Action.NOTIFY, arrangement.notifications(), remote.canAnnounce());
        actions.bind(Action.SWITCH_SIDE, this::switchSide);
        actions.bindSwitch(Action.MATCH, mastering.matching(), mastering.concealed().not());
        actions.bind(Action.PREFERENCES, () -> preferences.show(root));
        actions.bind(Action.SHORTCUTS, shortcuts::toggle);
    }

    private void compose() {
        StatusBar status =
                new StatusBar(
                        browse.catalogue(),
                        activities,
                        jobs.unread(),
                        () -> actions.fire(Action.SHOW_JOBS),
                        player.state().map(PlayerState::outputName));
        // The meters show which side is heard.
        showWhile(meters.node(), arrangement.meters().and(mastering.concealed().not()));
        mastering.concealed().subscribe(this::showPanelOfBlindTest);
        WindowFrame frame =
                new WindowFrame(
                        sideBar(),
                        browse.node(),
                        inspector(),
                        meters.node(),
                        new VBox(transcripts.view().lyricLine().node(), playerBar.node()),
                        status.node());
        root.getChildren().addAll(frame.compose(scene, notices, actions), status.card());
        DropTarget.install(root, jobs.offers(this::add));
        root.getChildren().add(shortcuts.node());
    }

    private Node sideBar() {
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
        playlists.install(bar, wide);
        return bar.node();
    }

    private Node inspector() {
        PanelHost host = new PanelHost(around, browse);
        MasterPanel panel =
                new MasterPanel(
                        mastering, presets, references, services.effects(), blind, actions, host);
        showWhile(panel.node(), arrangement.inspector());
        return panel.node();
    }

    private static void showWhile(Node region, ObservableValue<Boolean> shown) {
        region.visibleProperty().bind(shown);
        region.managedProperty().bind(shown);
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

    private Host host() {
        return new CentreHost(around, playback::play);
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
