package auralis.app.stems;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Actions;
import auralis.app.action.History;
import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import auralis.library.separate.SeparationSettings;
import auralis.library.separate.StemSet;
import auralis.library.separate.Stems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What one does with a strip is what the player is told. */
@ExtendWith(ApplicationExtension.class)
class StripViewTest {
    private static final List<Stem> SIX =
            List.of(Stem.VOCALS, Stem.DRUMS, Stem.BASS, Stem.OTHER, Stem.GUITAR, Stem.PIANO);
    private static final int BASS = 2;

    private final FxRobot robot = new FxRobot();
    private final List<History.Edit> edits = new ArrayList<>();
    private final MixedTrack track = track();
    private Stage stage;

    @BeforeEach
    void show() {
        robot.interact(
                () -> {
                    Actions actions = new Actions();
                    MixEdits changes = new MixEdits(edits::add);
                    VBox strips = new VBox();
                    for (int i = 0; i < SIX.size(); i++) {
                        StripView strip = new StripView(track, i, changes, actions, seconds -> {});
                        strips.getChildren().add(strip.node());
                    }
                    stage = new Stage();
                    stage.setScene(new Scene(strips, 800, 600));
                    stage.show();
                });
        robot.interact(() -> find("stems.strip.bass").requestFocus());
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
    }

    @Test
    void keysSwitchSoloAndMute() {
        robot.type(KeyCode.S);
        assertThat(bass()).isEqualTo(Strip.NEUTRAL.withSolo(true));
        robot.type(KeyCode.M);
        assertThat(bass()).isEqualTo(Strip.NEUTRAL.withSolo(true).withMute(true));
        robot.type(KeyCode.S).type(KeyCode.M);
        assertThat(track.mix().isNeutral()).isTrue();
        assertThat(edits).extracting(History.Edit::label).startsWith("Solo Bass", "Mute Bass");
    }

    @Test
    void theWayOfASliderIsOneChangeThatCanBeTakenBack() {
        robot.interact(
                () -> {
                    slider("stems.gain.bass").setValue(4);
                    slider("stems.gain.bass").setValue(1);
                });
        assertThat(bass().gainDb()).isEqualTo(1);
        robot.type(KeyCode.M);
        assertThat(edits)
                .extracting(History.Edit::label)
                .containsExactly("Volume of Bass", "Mute Bass");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(bass()).isEqualTo(Strip.NEUTRAL);
    }

    @Test
    void aStepIsTakenBackAtOnceAsFarAsItWent() throws Exception {
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(edits).extracting(History.Edit::label).containsExactly("Volume of Bass");
        History.Change undo = edits.get(0).change().run(Progress.NONE);
        History.Change redo = undo.run(Progress.NONE);
        robot.interact(() -> {});
        assertThat(bass()).isEqualTo(Strip.NEUTRAL);
        redo.run(Progress.NONE);
        robot.interact(() -> {});
        assertThat(bass().gainDb()).isEqualTo(2);
        robot.type(KeyCode.LEFT);
        assertThat(edits).as("another step").hasSize(2);
    }

    @Test
    void arrowsMoveTheVolumeAndShiftMovesItLess() {
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.LEFT);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(bass().gainDb()).isEqualTo(1.1);
    }

    @Test
    void theVolumeStopsAtItsBounds() {
        robot.interact(() -> track.set(track.mix().with(BASS, Strip.NEUTRAL.withGain(11.8))));
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(bass().gainDb()).isEqualTo(StemMix.MOST_GAIN_DB);
    }

    @Test
    void slidersSetPlaceAndTone() {
        robot.interact(() -> slider("stems.pan.bass").setValue(-0.3));
        robot.interact(() -> slider("stems.low.bass").setValue(3.5));
        robot.interact(() -> slider("stems.high.bass").setValue(-2));
        assertThat(bass()).isEqualTo(Strip.NEUTRAL.withPan(-0.3).withTone(3.5, 0, -2));
        assertThat(track.mix().strips().get(5)).isEqualTo(Strip.NEUTRAL);
    }

    @Test
    void aScreenReaderHearsTheStripAndItsValues() {
        robot.interact(() -> track.set(track.mix().with(0, Strip.NEUTRAL.withSolo(true))));
        assertThat(find("stems.strip.bass").queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo("Bass, volume 0.0 dB, balance centre, not heard");
        assertThat(find("stems.solo.bass").getAccessibleText()).isEqualTo("Solo of Bass");
    }

    private Strip bass() {
        return track.mix().strips().get(BASS);
    }

    private Slider slider(String id) {
        return (Slider) find(id);
    }

    private Node find(String id) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> id.equals(node.getId()))
                .query();
    }

    private static MixedTrack track() {
        List<StemSet.Part> parts = SIX.stream().map(s -> new StemSet.Part(s, 1, -20)).toList();
        return new MixedTrack(
                null,
                new SeparatorChoice("Six", "", SeparationSettings.with("six"), SIX),
                new Stems(Path.of("nowhere"), new StemSet("Six", 44_100, 2, 44_100, parts, -200)));
    }
}
