package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.app.action.Action;
import auralis.app.catalogue.Row;
import auralis.app.platform.SoundOutputs;
import auralis.app.prefs.VolumeMatching;
import auralis.library.track.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** What the user prefers is heard, and remembered. */
class PreferencesTest extends LibraryWindowTestCase {
    private static final KeyCode[] OPEN = {KeyCode.CONTROL, KeyCode.COMMA};
    private static final int SECOND = 8_000;

    private final TwoDevices devices = new TwoDevices();
    private SoundOutputs outputs = new SoundOutputs(devices);

    @Override
    SoundOutputs outputs() {
        return outputs;
    }

    @Test
    void theChosenDeviceIsPlayedOnAtOnceAndRemembered() throws Exception {
        play("A", 60, 0.5);
        waitUntil(() -> player().outputName().equals("Standard"));
        robot.push(OPEN);
        waitUntil(() -> combo("prefs.device").getItems().size() == 3);
        assertThat(combo("prefs.device").isFocused()).isTrue();
        robot.type(KeyCode.DOWN, 2);
        waitUntil(() -> player().outputName().equals("Headphones"));
        assertThat(player().playing()).isTrue();
        select("prefs.depth", 1);
        waitUntil(() -> player().path().outputBits() == 16);
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !isOpen());

        restart();
        assertThat(outputs.choice().deviceId()).contains(TwoDevices.HEADPHONES);
        assertThat(outputs.choice().bitDepth()).hasValue(16);
        devices.plugged = false;
        robot.push(OPEN);
        waitUntil(() -> shown("prefs.device").equals("Headphones (not connected)"));
        robot.clickOn(find("prefs.reset"));
        assertThat(outputs.choice().deviceId()).isEmpty();
        waitUntil(() -> shown("prefs.device").equals("System default"));
        waitUntil(() -> combo("prefs.device").getItems().size() == 2);
    }

    @Test
    void offIsBitIdenticalAndOnIsTheTarget() throws IOException {
        add("A", 60, 0.5);
        measure();
        Track track = ((Row) table().getItems().get(0)).track();
        double measuredLufs = track.integratedLufs().orElseThrow();
        robot.interact(() -> window.actions().fire(Action.MATCH));
        play();
        waitForFrames(SECOND);
        float[] off = devices.heard();
        for (int i = 0; i < SECOND; i++) {
            long sample = Math.round(0.5 * 32_767 * Math.sin(2 * Math.PI * 997 * i / 8_000));
            assertThat(off[i]).isEqualTo(sample / 32_768f);
        }
        robot.push(OPEN);
        waitUntil(
                () ->
                        label("prefs.path")
                                .equals("What leaves Auralis is exactly what is in the file."));
        select("prefs.mode", VolumeMatching.TRACK.ordinal());
        waitUntil(() -> label("prefs.path").endsWith("volume matching."));
        assertThat(levelDb() - levelDb(off)).isCloseTo(-18 - measuredLufs, within(0.01));
        // Compared sides stay at the target, whichever of them is the quieter.
        robot.interact(() -> window.actions().fire(Action.MATCH));
        waitUntil(() -> player().masteredReady());
        assertThat(levelDb() - levelDb(off)).isCloseTo(-18 - measuredLufs, within(0.01));
        robot.interact(() -> ((Slider) find("prefs.target")).setValue(-14));
        assertThat(levelDb() - levelDb(off)).isCloseTo(-14 - measuredLufs, within(0.01));
        select("prefs.mode", VolumeMatching.OFF.ordinal());
        waitUntil(() -> player().path().levelGain() == 1);
    }

    @Test
    void aTrackThatIsNotMeasuredGetsTheFallback() throws IOException {
        play("A", 60, 0.5);
        robot.interact(() -> window.actions().fire(Action.MATCH));
        robot.push(OPEN);
        select("prefs.mode", VolumeMatching.AUTO.ordinal());
        waitUntil(() -> Math.abs(player().path().levelGain() - Math.pow(10, -6 / 20.0)) < 1e-9);
        robot.interact(() -> ((Slider) find("prefs.fallback")).setValue(-3));
        waitUntil(() -> Math.abs(player().path().levelGain() - Math.pow(10, -3 / 20.0)) < 1e-9);
    }

    @Test
    void tracksOverlapAsLongAsIsPreferred() throws Exception {
        openWith();
        robot.push(OPEN);
        robot.interact(() -> ((Slider) find("prefs.crossfade")).setValue(1));
        robot.type(KeyCode.ESCAPE);
        restart();
        addToOpen("A", 4, 0.1);
        addToOpen("B", 4, 0.2);
        play();
        waitUntil(() -> label("play.title").equals("B") && player().ended());
        assertThat(devices.heard().length).isBetween(7 * SECOND - 200, 7 * SECOND + 200);
    }

    @Test
    void withoutSoundTheBarLeadsThere() throws IOException {
        outputs = AudibleOutput.absent();
        restartPlayer();
        play("A", 60, 0.5);
        waitUntil(() -> find("notice.nosound").isVisible());
        robot.clickOn(find("notice.output"));
        waitUntil(this::isOpen);
        waitUntil(() -> label("prefs.path").startsWith("No sound output"));
    }

    @Test
    void theWheelSeeksAndTurnsTheVolume() throws IOException {
        play("A", 60, 0.5);
        turn(find("play.wave"), 2);
        waitUntil(() -> player().positionSeconds() > 9);
        assertThat(player().positionSeconds()).isLessThan(30);
        turn(find("play.wave"), -2);
        waitUntil(() -> player().positionSeconds() < 9);
        Slider volume = (Slider) find("play.volume");
        turn(volume, -2);
        assertThat(volume.getValue()).isCloseTo(0.9, within(1e-9));
        assertThat(volume.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo("Volume, 90 %");
        robot.push(OPEN);
        waitUntil(() -> label("prefs.path").contains("volume below 100 %"));
    }

    private void add(String title, int seconds, double peak) throws IOException {
        open();
        addToOpen(title, seconds, peak);
    }

    private void addToOpen(String title, int seconds, double peak) throws IOException {
        int there = table().getItems().size() + 1;
        Path file = tone(title, seconds, peak);
        robot.interact(() -> window.add(List.of(file)));
        waitUntil(() -> table().getItems().size() == there);
    }

    private void play(String title, int seconds, double peak) throws IOException {
        add(title, seconds, peak);
        play();
    }

    private void play() {
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().clearAndSelect(0);
                });
        robot.type(KeyCode.ENTER);
        waitUntil(() -> player().playing() && player().positionSeconds() > 0);
    }

    private void measure() throws IOException {
        library.measuring().start();
        waitUntil(() -> ((Row) table().getItems().get(0)).track().state() == Track.State.ANALYZED);
    }

    private void restart() throws Exception {
        closeWindow();
        window.awaitEnd();
        outputs = new SoundOutputs(devices);
        restartPlayer();
        reopen();
    }

    private void waitForFrames(int frames) {
        waitUntil(() -> devices.heard().length >= frames);
    }

    /** Of the next second: 997 periods and so exact, behind what was rendered before a change. */
    private double levelDb() {
        int from = devices.heard().length + SECOND / 4;
        waitForFrames(from + SECOND);
        return levelDb(Arrays.copyOfRange(devices.heard(), from, from + SECOND));
    }

    private static double levelDb(float[] heard) {
        double power = IntStream.range(0, SECOND).mapToDouble(i -> heard[i] * heard[i]).sum();
        return 10 * Math.log10(power / SECOND);
    }

    private boolean isOpen() {
        return robot.lookup((Node node) -> "prefs".equals(node.getId())).tryQuery().isPresent();
    }

    /** By notches, up for more. */
    private void turn(Node node, int notches) {
        for (int i = 0; i < Math.abs(notches); i++) {
            robot.interact(() -> Event.fireEvent(node, notch(Math.signum(notches) * 40)));
        }
    }

    @Test
    void theSheetFitsIntoTheSmallestWindow() throws IOException {
        openWith("A");
        robot.interact(
                () -> {
                    double bar = 36; // of the desktop, above the window
                    double height = stage.getMinHeight() - bar;
                    stage.setMinHeight(height);
                    stage.setHeight(height);
                });
        robot.push(OPEN);
        waitUntil(this::isOpen);
        Region sheet = (Region) ((StackPane) find("prefs")).getChildren().get(0);
        assertThat(sheet.getHeight()).isGreaterThanOrEqualTo(sheet.prefHeight(sheet.getWidth()));
    }

    private static ScrollEvent notch(double deltaY) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                deltaY,
                0,
                0,
                40,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private ComboBox<?> combo(String id) {
        return (ComboBox<?>) find(id);
    }

    private void select(String id, int index) {
        robot.interact(() -> combo(id).getSelectionModel().select(index));
    }

    private String shown(String id) {
        return String.valueOf(combo(id).getValue());
    }
}
