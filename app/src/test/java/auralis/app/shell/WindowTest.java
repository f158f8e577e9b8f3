package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.browse.album.Covers;
import auralis.app.catalogue.Row;
import auralis.app.catalogue.Shelf;
import auralis.app.platform.SoundOutputs;
import auralis.app.platform.remote.Wakefulness;
import auralis.app.play.PlanState;
import auralis.app.play.Player;
import auralis.app.play.Side;
import auralis.app.play.WaveBar;
import auralis.app.text.Texts;
import auralis.dsp.Progress;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.dsp.master.Reference;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.job.JobQueue;
import auralis.library.job.Outcome;
import auralis.library.job.Worker;
import auralis.library.media.Media;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window in a user's hands: with the true player, a device that only keeps time. */
class WindowTest extends WindowTestCase {
    /** Names of controls that other programs, tests and texts rely on. */
    private static final Set<String> PROMISED =
            Set.of(
                    "side.tracks",
                    "head.search",
                    "head.add",
                    "table",
                    "master.ab.original",
                    "master.ab.mastered",
                    "master.match",
                    "master.preset",
                    "master.intensity",
                    "master.target",
                    "master.eq.on",
                    "master.dynamics.on",
                    "master.width.on",
                    "master.limiter.ceiling",
                    "master.export",
                    "side.jobs",
                    "play.toggle",
                    "play.next",
                    "play.previous",
                    "play.wave",
                    "play.volume",
                    "status.tasks");

    private static final Worker IDLE = (work, assignment) -> new Outcome.Done("");

    @TempDir private Path data;
    private FakeTracks tracks;
    private Library library;
    private final FakePlanner planner = new FakePlanner();
    private final Memory memory = new Memory(new FakeStore());
    private Player player;

    @AfterEach
    void closePlayer() throws IOException {
        closeWindow();
        player.close();
        tracks.close();
        library.close();
        memory.close();
    }

    @Test
    void theFirstRunInvitesAndAsksNothing() throws IOException {
        open(AudibleOutput.present());
        waitUntil(() -> find("empty").isVisible());
        assertThat(find("empty.add.folder").isDisabled()).isFalse();
        assertThat(find("play.toggle").isDisabled()).isTrue();
        assertThat(find("notice.nosound").isVisible()).isFalse();
        assertThat(window.actions().unbound()).isEmpty();
    }

    @Test
    @NeedsDisplay
    void droppedFilesAppearWithTheirAnalysis() throws IOException {
        open(AudibleOutput.present());
        Stage desktop = desktopWith(List.of(tone("Glass River", 20, 0), tone("broken", 20, 0)));
        robot.drag("#files", MouseButton.PRIMARY).dropTo(find("table"));
        waitUntil(() -> table().getItems().size() == 2);
        waitUntil(() -> texts().contains("−18.2"));
        assertThat(texts()).contains("Glass River", "0:20", "−3.4");
        assertThat(texts()).contains("broken – the file ends early at 0:01.");
        waitUntil(() -> find("side.problems").isVisible());
        robot.interact(desktop::hide);
    }

    @Test
    @NeedsDisplay
    void filesDroppedOnMasterTheseBecomeJobs() throws IOException {
        open(AudibleOutput.present());
        Stage desktop = desktopWith(List.of(tone("Glass River", 2, 0.1), tone("Bus", 2, 0.1)));
        robot.drag("#files", MouseButton.PRIMARY).dropTo(find("master.export"));
        waitUntil(() -> robot.lookup("#export").tryQuery().isPresent());
        robot.interact(desktop::hide);
        robot.clickOn(find("export.folder.choose")); // nothing was exported before
        waitUntil(() -> label("export.names").equals("Glass River (2).wav\nBus (2).wav"));
        robot.clickOn(find("export.go"));
        waitUntil(() -> texts().contains("2 tracks are being mastered.") || hasMastered(2));
        assertThat(table().getItems()).as("added to the library too").isEmpty();
    }

    private boolean hasMastered(int count) {
        return texts().stream()
                .anyMatch(text -> text != null && text.startsWith(count + " mastered"));
    }

    @Test
    void aDoubleClickPlaysAndThePlannedMasteringIsToldInWords() throws IOException {
        openWith("Glass River", "Night Bus");
        doubleClick("Night Bus");
        waitUntil(() -> player.state().playing() && player.state().positionSeconds() > 0);
        assertThat(player.state().file()).hasValue(music.resolve("Night Bus.wav"));
        waitUntil(() -> find("play.toggle").getAccessibleText().equals("Pause"));
        assertThat(label("play.title")).isEqualTo("Night Bus");
        waitUntil(() -> texts().contains("+4.2 dB of gain towards −14.0 LUFS."));
        assertThat(label("master.match.state")).isEqualTo("matched −4.2 dB");
    }

    @Test
    void theKeyBSwitchesSidesExceptWhereOneTypes() throws IOException {
        openWith("Glass River");
        robot.type(KeyCode.B);
        waitUntil(() -> player.state().side() == Side.MASTERED);
        assertThat(toggle("master.ab.mastered").isSelected()).isTrue();
        robot.clickOn(find("head.search")).type(KeyCode.B);
        assertThat(player.state().side()).isEqualTo(Side.MASTERED);
        assertThat(((TextField) find("head.search")).getText()).isEqualTo("b");
        robot.clickOn(find("master.ab.original"));
        waitUntil(() -> player.state().side() == Side.ORIGINAL);
    }

    @Test
    void aClickInTheWaveformSeeksThere() throws IOException {
        openWith("Glass River");
        doubleClick("Glass River");
        WaveBar wave = (WaveBar) find("play.wave");
        waitUntil(() -> wave.duration().get() > 19.9);
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !player.state().playing());
        robot.clickOn(wave);
        waitUntil(() -> Math.abs(player.state().positionSeconds() - 10) < 0.1);
        robot.type(KeyCode.RIGHT);
        waitUntil(() -> Math.abs(player.state().positionSeconds() - 15) < 0.1);
    }

    @Test
    void withoutADeviceABarSaysSoAndEverythingElseWorks() throws IOException {
        open(AudibleOutput.absent());
        add("Glass River");
        doubleClick("Glass River");
        waitUntil(() -> find("notice.nosound").isVisible());
        assertThat(texts()).contains("No sound output. There is no sound device.");
        waitUntil(() -> player.state().positionSeconds() > 0);
    }

    @Test
    void everythingIsReachedByKeysAlone() throws IOException {
        openWith("Glass River", "Night Bus");
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("bus");
        waitUntil(() -> table().getItems().size() == 1);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        waitUntil(() -> label("play.title").equals("Night Bus"));
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !player.state().playing());
        Set<String> regions = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            robot.type(KeyCode.F6);
            regions.add(region(robot.window(0).getScene().getFocusOwner()));
        }
        assertThat(regions)
                .containsExactlyInAnyOrder("side", "browse", "inspect", "meters", "player");
        robot.interact(() -> table().requestFocus());
        robot.type(KeyCode.F1);
        assertThat(find("shortcuts").isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(find("shortcuts").isVisible()).isFalse();
    }

    @Test
    void aClickOnAHeadSorts() throws IOException {
        openWith("Night Bus", "Glass River", "Öland");
        robot.clickOn("Title");
        waitUntil(() -> titles().equals(List.of("Glass River", "Night Bus", "Öland")));
        robot.clickOn("Title");
        waitUntil(() -> titles().equals(List.of("Öland", "Night Bus", "Glass River")));
    }

    @Test
    void removedTracksComeBackByUndo() throws IOException {
        openWith("Glass River", "Night Bus");
        robot.clickOn("Night Bus").type(KeyCode.DELETE);
        waitUntil(() -> table().getItems().size() == 1);
        assertThat(music.resolve("Night Bus.wav")).exists();
        robot.clickOn(find("toast.undo"));
        waitUntil(() -> table().getItems().size() == 2);
    }

    @Test
    void settingsAreOneValueAndGoBackToThePreset() throws IOException {
        openWith("Glass River");
        doubleClick("Glass River");
        waitUntil(() -> label("master.after.lufs").equals("−14.0"));
        robot.interact(() -> ((ComboBox<?>) find("master.target")).getSelectionModel().select(2));
        waitUntil(() -> label("master.after.lufs").equals("−11.0"));
        robot.clickOn(find("master.preset.revert"));
        waitUntil(() -> label("master.after.lufs").equals("−14.0"));
    }

    @Test
    void effectsArePartOfTheSettings() throws IOException {
        openWith("Glass River");
        doubleClick("Glass River");
        waitUntil(() -> label("master.after.lufs").equals("−14.0"));
        int plans = planner.exactPlans.get();
        robot.interact(() -> ((Button) find("master.effects")).fire());
        MenuButton add = (MenuButton) find("master.effects.add");
        robot.interact(() -> add.getItems().get(0).fire());
        assertThat(find("master.effects.0")).isNotNull();
        waitUntil(() -> planner.exactPlans.get() > plans);
        assertThat(planner.wanted.effects().effects()).hasSize(1);
        robot.interact(() -> ((Button) find("master.preset.revert")).fire());
        waitUntil(() -> texts().contains(Texts.text("master.effects.empty")));
    }

    @Test
    void anEstimateIsHeardUntilTheExactPlanIsThere() throws IOException {
        openWith("Glass River");
        planner.hold();
        List<String> shown = new ArrayList<>();
        robot.interact(
                () ->
                        ((Label) find("master.after.lufs"))
                                .textProperty()
                                .subscribe(text -> shown.add(text)));
        doubleClick("Glass River");
        waitUntil(() -> player.state().mastering() == PlanState.PROVISIONAL);
        waitUntil(() -> label("master.plan.state").equals("estimated, refining…"));
        waitUntil(() -> label("status.tasks").contains("Planning"));
        robot.interact(() -> ((ComboBox<?>) find("master.target")).getSelectionModel().select(2));
        assertThat(label("master.after.lufs")).isEqualTo("≈ −11.0");
        planner.release();
        waitUntil(() -> player.state().mastering() == PlanState.EXACT);
        waitUntil(() -> planner.exactPlans.get() == 2);
        assertThat(shown).containsExactly("–", "≈ −14.0", "≈ −11.0", "−11.0");
        assertThat(find("master.plan.state").isVisible()).isFalse();
    }

    @Test
    void everyControlHasOneNameAndWords() throws IOException {
        openWith("Glass River");
        List<Node> nodes = new ArrayList<>();
        collect(stage.getScene().getRoot(), nodes);
        List<String> ids = nodes.stream().map(Node::getId).filter(id -> id != null).toList();
        assertThat(ids).doesNotHaveDuplicates().containsAll(PROMISED);
        assertThat(nodes)
                .filteredOn(node -> node instanceof Control && node.isFocusTraversable())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        control -> {
                            assertThat(control.getId()).as(control.toString()).isNotNull();
                            assertThat(words(control)).as(control.getId()).isNotBlank();
                        });
    }

    private List<String> titles() {
        return table().getItems().stream().map(row -> ((Row) row).track().title()).toList();
    }

    private void openWith(String... titles) throws IOException {
        open(AudibleOutput.present());
        add(titles);
    }

    private void open(SoundOutputs outputs) throws IOException {
        tracks = new FakeTracks(data);
        library = new Library(Database.open(data.resolve("library.db")), data);
        player = new Player(outputs, Media::open);
        Services services =
                new Services(
                        new Shelf(tracks, Covers.NONE, Optional.empty(), Optional.empty()),
                        player,
                        planner,
                        WindowTest::waveform,
                        WindowTest::reference,
                        List.of(new Preset("adaptive", "Adaptive", "", MasteringSettings.ADAPTIVE)),
                        new Presets(music.resolve("presets")),
                        EffectCatalogue.BUILT_IN,
                        Optional.empty(),
                        new FakeDesktop(music),
                        memory,
                        library,
                        new JobQueue(library.jobs(), IDLE),
                        Wakefulness.NONE);
        show(services);
    }

    private void add(String... titles) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String title : titles) {
            files.add(tone(title, 20, 0));
        }
        robot.interact(() -> window.add(files));
        waitUntil(() -> table().getItems().size() == titles.length);
        waitUntil(() -> texts().contains("−18.2"));
    }

    private static Reference.Track reference(String name, Path file, Progress progress) {
        throw new UnsupportedOperationException("no test here listens to a reference");
    }

    private static WaveformSummary waveform(Path file, Progress progress) {
        float[] flat = new float[20];
        return new WaveformSummary(20 * 8_192, 8_192, flat, flat, flat);
    }

    /** A second window from which files can be dragged. */
    private Stage desktopWith(List<Path> files) {
        List<Stage> opened = new ArrayList<>();
        robot.interact(
                () -> {
                    Label label = new Label("files");
                    label.setId("files");
                    label.setOnDragDetected(
                            event -> {
                                ClipboardContent content = new ClipboardContent();
                                content.putFiles(files.stream().map(Path::toFile).toList());
                                label.startDragAndDrop(TransferMode.COPY).setContent(content);
                            });
                    Stage desktop = new Stage();
                    desktop.setScene(new Scene(new StackPane(label), 120, 80));
                    desktop.setX(Math.min(1400, Screen.getPrimary().getBounds().getMaxX() - 130));
                    desktop.setY(20);
                    stage.setX(0);
                    stage.setY(0);
                    desktop.show();
                    opened.add(desktop);
                });
        return opened.get(0);
    }

    private static String region(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (Set.of("side", "browse", "inspect", "meters", "player")
                    .contains(node.getId() + "")) {
                return node.getId();
            }
        }
        return "";
    }

    private static String words(Node control) {
        boolean labelled = control instanceof Labeled l && l.getText() != null;
        return control.getAccessibleText() != null
                ? control.getAccessibleText()
                : labelled ? ((Labeled) control).getText() : "";
    }

    /** Our own nodes: what a control is made of by its skin is not ours. */
    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        boolean opaque = node instanceof Control && !(node instanceof ScrollPane);
        if (node instanceof Parent parent && !opaque) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }
}
