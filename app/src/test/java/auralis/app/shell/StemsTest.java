package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.app.action.Action;
import auralis.app.export.ExportChoice.IfExists;
import auralis.app.stems.SeparatorChoice;
import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.separate.SeparationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A track is taken apart, its stems are mixed, heard and written. */
class StemsTest extends LibraryWindowTestCase {

    @Test
    void aTrackIsTakenApartAndTheMixerAppearsByItself() throws IOException {
        openWith("Night Bus");
        robot.clickOn("Night Bus");
        press(KeyCode.T);
        waitUntil(() -> seen("stems.page"));
        assertThat(label("stems.page.title")).contains("Night Bus");
        waitUntil(() -> stage.getScene().getFocusOwner() == find("stems.begin"));
        robot.type(KeyCode.SPACE);
        waitUntil(() -> seen("stems.mixer"));
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("stems.strip.vocals");
        waitForToast("Stems of “Night Bus” are ready");
        press(KeyCode.J);
        waitUntil(() -> !seen("stems.mixer"));
        robot.clickOn("Open mixer");
        waitUntil(() -> seen("stems.mixer"));
        assertThat(label("stems.title")).isEqualTo("Night Bus");
        assertThat(label("stems.facts")).isEqualTo("Classic (basic quality)");
        assertThat(seen("stems.strip.vocals") && seen("stems.strip.other")).isTrue();
        assertThat(music.toFile().list()).containsExactly("Night Bus.wav");
    }

    @Test
    void whatFailsIsToldAndTriedAgain() throws IOException {
        openWith("Night Bus");
        Path file = music.resolve("Night Bus.wav");
        byte[] sound = Files.readAllBytes(file);
        robot.clickOn("Night Bus");
        press(KeyCode.T);
        waitUntil(() -> seen("stems.page"));
        Files.write(file, new byte[2_000]);
        robot.clickOn(find("stems.begin"));
        waitUntil(() -> text("stems.begin").equals("Retry"));
        assertThat(label("stems.state")).isNotBlank();
        Files.write(file, sound);
        robot.clickOn(find("stems.begin"));
        waitUntil(() -> seen("stems.mixer"));
    }

    @Test
    void soloMuteAndVolumeAreHeardAndTakenBack() throws Exception {
        openMixer();
        robot.clickOn(find("stems.play"));
        waitUntil(() -> player().playing() && text("stems.play").equals("Hear the file"));
        robot.interact(() -> find("stems.strip.vocals").requestFocus());
        robot.type(KeyCode.M);
        waitUntil(() -> isOn("stems.mute.vocals"));
        assertThat(hasClass("stems.strip.vocals", "unheard")).isTrue();
        waitUntil(() -> undo().contains("Mute Vocals"));
        robot.type(KeyCode.DOWN).type(KeyCode.S);
        assertThat(isOn("stems.solo.drums")).isTrue();
        robot.type(KeyCode.LEFT);
        assertThat(slider("stems.gain.drums").getValue()).isEqualTo(-1);
        waitUntil(() -> undo().contains("Volume of Drums"));
        press(KeyCode.Z);
        waitUntil(() -> slider("stems.gain.drums").getValue() == 0);
        press(KeyCode.Z);
        waitUntil(() -> !isOn("stems.solo.drums"));
        press(KeyCode.Z);
        waitUntil(() -> !isOn("stems.mute.vocals"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        waitUntil(() -> isOn("stems.mute.vocals"));
        robot.clickOn(find("stems.play"));
        waitUntil(() -> text("stems.play").equals("Hear the stems"));
        assertThat(player().file()).hasValue(music.resolve("Night Bus.wav"));
    }

    @Test
    void masteringFollowsTheMixAndGoesBack() throws Exception {
        openMixer();
        robot.clickOn(find("stems.play"));
        waitUntil(() -> player().playing() && isMeasured());
        double before = lufs();
        robot.interact(
                () -> {
                    for (Stem stem : List.of(Stem.VOCALS, Stem.DRUMS, Stem.BASS, Stem.OTHER)) {
                        slider("stems.gain." + stem.word()).setValue(-6);
                    }
                });
        assertThat(label("master.plan.state")).isEqualTo("of the mix before its last change");
        waitUntil(() -> isMeasured() && lufs() != before);
        assertThat(lufs()).isCloseTo(before - 6, within(0.11));
        assertThat(label("master.match.state")).isNotBlank();
        robot.clickOn(find("stems.reset"));
        waitUntil(() -> isMeasured() && lufs() == before);
    }

    private boolean isMeasured() {
        return !find("master.plan.state").isVisible()
                && label("master.before.lufs").matches("\\W*[\\d.]+");
    }

    private double lufs() {
        return Double.parseDouble(label("master.before.lufs").replace('−', '-'));
    }

    @Test
    void whoMixesTheFileThatIsHeardHearsTheMix() throws Exception {
        openMixer();
        robot.clickOn(find("side.tracks"));
        doubleClick("Night Bus");
        waitUntil(() -> player().playing() && player().sampleRate() > 0);
        press(KeyCode.T);
        waitUntil(() -> seen("stems.mixer"));
        assertThat(text("stems.play")).isEqualTo("Hear the stems");
        robot.clickOn(find("stems.instrumental"));
        waitUntil(() -> text("stems.play").equals("Hear the file"));
        robot.clickOn(find("stems.play"));
        waitUntil(() -> text("stems.play").equals("Hear the stems"));
        robot.clickOn(find("stems.reset"));
        waitUntil(() -> find("stems.reset").isDisabled());
        assertThat(text("stems.play")).isEqualTo("Hear the stems");
    }

    @Test
    void aMixIsThereAgainAfterARestart() throws Exception {
        openMixer();
        robot.interact(() -> slider("stems.gain.drums").setValue(-6));
        robot.clickOn(find("stems.instrumental"));
        waitUntil(() -> isOn("stems.mute.vocals"));
        robot.interact(window::close);
        reopen();
        robot.clickOn(find("side.tracks"));
        waitForTitles("Night Bus");
        robot.clickOn("Night Bus");
        press(KeyCode.T);
        waitUntil(() -> seen("stems.mixer"));
        waitUntil(() -> isOn("stems.mute.vocals"));
        assertThat(slider("stems.gain.drums").getValue()).isEqualTo(-6);
        assertThat(isOn("stems.mute.drums")).isFalse();
    }

    @Test
    void aClickMakesAnInstrumentalOrAnACappella() throws Exception {
        openMixer();
        robot.clickOn(find("stems.instrumental"));
        waitUntil(() -> isOn("stems.mute.vocals") && !isOn("stems.mute.bass"));
        robot.clickOn(find("stems.acappella"));
        waitUntil(() -> !isOn("stems.mute.vocals") && isOn("stems.mute.bass"));
        robot.interact(() -> slider("stems.pan.vocals").setValue(0.5));
        robot.clickOn(find("stems.all"));
        waitUntil(() -> !isOn("stems.mute.bass"));
        assertThat(slider("stems.pan.vocals").getValue()).isEqualTo(0.5);
        robot.clickOn(find("stems.reset"));
        waitUntil(() -> slider("stems.pan.vocals").getValue() == 0);
        waitUntil(() -> find("stems.reset").isDisabled());
    }

    @Test
    void stemsGoOnWhereTheTrackIsAndBack() throws Exception {
        openMixer();
        robot.interact(() -> window.actions().fire(Action.PLAY_PAUSE));
        waitUntil(() -> player().playing() && player().sampleRate() > 0);
        robot.interact(() -> window.actions().fire(Action.FORWARD));
        waitUntil(() -> player().positionSeconds() >= 10);
        robot.clickOn(find("stems.play"));
        waitUntil(() -> text("stems.play").equals("Hear the file"));
        assertThat(player().positionSeconds()).isGreaterThanOrEqualTo(10);
        waitUntil(() -> player().sampleRate() > 0);
        assertThat(player().positionSeconds()).isGreaterThanOrEqualTo(10);
        assertThat(player().playing()).isTrue();
        robot.interact(() -> window.actions().fire(Action.PLAY_PAUSE));
        robot.clickOn(find("stems.play"));
        waitUntil(() -> text("stems.play").equals("Hear the stems"));
        waitUntil(() -> player().sampleRate() > 0 && !player().playing());
        assertThat(player().positionSeconds()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void severalTracksAreSeparatedAtOnce() throws IOException {
        openWith("Glass River", "Night Bus");
        robot.clickOn("Glass River");
        press(KeyCode.A);
        robot.interact(() -> window.actions().fire(Action.SEPARATE));
        robot.interact(() -> ((TextField) find("stems.folder")).setText(data.toString()));
        robot.interact(() -> ((ComboBox<?>) find("stems.what")).getSelectionModel().select(1));
        waitUntil(
                () ->
                        label("stems.names")
                                .equals(
                                        "Glass River.vocals.wav\nGlass River.instrumental.wav\n"
                                                + "Night Bus.vocals.wav\n"
                                                + "Night Bus.instrumental.wav"));
        robot.interact(() -> ((TextField) find("stems.name")).setText("{stem} of {nobody}"));
        waitUntil(() -> find("stems.go").isDisabled());
        assertThat(label("stems.names")).contains("nobody");
    }

    @Test
    void theSeparatorThatWasChosenIsProposedAgain() throws Exception {
        writeModel("choir");
        openWith("Night Bus");
        robot.clickOn("Night Bus");
        press(KeyCode.T);
        waitUntil(() -> separators().getItems().size() == 2);
        assertThat(separator()).isEqualTo(SeparationSettings.BUILT_IN);
        robot.interact(() -> separators().getSelectionModel().selectLast());
        robot.clickOn(find("side.tracks"));
        closeWindow();
        reopen();
        waitForTitles("Night Bus");
        robot.clickOn("Night Bus");
        press(KeyCode.T);
        waitUntil(() -> separator().equals("choir"));
        assertThat(label("stems.quality")).startsWith("A neural model");
    }

    /** Enough of one to be offered. */
    private void writeModel(String id) throws IOException {
        Model model =
                new Model(
                        id,
                        ModelKind.SEPARATION,
                        "Choir",
                        "",
                        "",
                        List.of(),
                        "",
                        List.of("vocals", "other"),
                        "2026-01-01T00:00:00Z");
        Path folder = data.resolve("models").resolve(ModelKind.SEPARATION.word()).resolve(id);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("model.json"), Json.write(model));
    }

    private ComboBox<?> separators() {
        return (ComboBox<?>) find("stems.separator");
    }

    private String separator() {
        return ((SeparatorChoice) separators().getValue()).settings().model();
    }

    @Test
    void theMixStaysWhileOneIsElsewhere() throws Exception {
        openMixer();
        robot.clickOn(find("stems.mute.bass"));
        robot.clickOn(find("side.tracks"));
        waitUntil(() -> !seen("stems.mixer"));
        robot.clickOn(find("side.stems"));
        waitUntil(() -> seen("stems.mixer"));
        assertThat(isOn("stems.mute.bass")).isTrue();
    }

    @Test
    void stemsBecomeFilesOfTheNamesThatWereShown() throws Exception {
        openMixer();
        robot.clickOn(find("stems.export"));
        robot.clickOn("Export stems…");
        assertThat(find("stems.go").isDisabled()).isTrue();
        Path folder = Files.createDirectory(data.resolve("out"));
        robot.interact(() -> ((TextField) find("stems.folder")).setText(folder.toString()));
        robot.clickOn(find("stems.file.drums"));
        waitUntil(
                () ->
                        label("stems.names")
                                .equals(
                                        "Night Bus.vocals.wav\nNight Bus.bass.wav\n"
                                                + "Night Bus.other.wav"));
        robot.clickOn(find("stems.go"));
        waitForToast("1 done, in " + folder);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "Night Bus.vocals.wav", "Night Bus.bass.wav", "Night Bus.other.wav");
        press(KeyCode.J);
        waitUntil(() -> texts().contains("Take apart"));
    }

    @Test
    void askedOnceAboutAllFilesThatAreThere() throws Exception {
        openMixer();
        Path folder = Files.createDirectory(data.resolve("out"));
        Path drums = Files.writeString(folder.resolve("Night Bus.drums.wav"), "mine");
        Files.writeString(folder.resolve("Night Bus.bass.wav"), "mine");
        exportStems(folder);
        waitUntil(() -> seen("stems.conflicts"));
        assertThat(label("stems.conflicts.names"))
                .isEqualTo("Night Bus.drums.wav\nNight Bus.bass.wav");
        robot.clickOn(find("stems.conflicts.skip"));
        waitUntil(() -> Files.exists(folder.resolve("Night Bus.other.wav")));
        assertThat(drums).hasContent("mine");
        assertThat(folder.toFile().list()).hasSize(4);

        robot.clickOn(find("stems.export"));
        robot.clickOn("Export stems…");
        assertThat(((ComboBox<?>) find("stems.exists")).getValue()).isEqualTo(IfExists.ASK);
    }

    private void exportStems(Path folder) {
        robot.clickOn(find("stems.export"));
        robot.clickOn("Export stems…");
        robot.interact(() -> ((TextField) find("stems.folder")).setText(folder.toString()));
        robot.interact(() -> ((ComboBox<?>) find("stems.exists")).getSelectionModel().selectLast());
        waitUntil(() -> !find("stems.go").isDisabled());
        robot.clickOn(find("stems.go"));
    }

    @Test
    void theMixBecomesAFileUnmastered() throws Exception {
        openMixer();
        robot.clickOn(find("stems.instrumental"));
        robot.clickOn(find("stems.export"));
        robot.clickOn("Export this mix as it is…");
        Path folder = Files.createDirectory(data.resolve("out"));
        robot.interact(() -> ((TextField) find("export.folder")).setText(folder.toString()));
        waitUntil(() -> label("export.names").equals("Night Bus (stem mix).wav"));
        robot.clickOn(find("export.go"));
        waitUntil(() -> Files.exists(folder.resolve("Night Bus (stem mix).wav")));
    }

    private void openMixer() throws Exception {
        open();
        Path file = tone("Night Bus", 30, 0.1);
        library.separations().of(file, SeparationSettings.CLASSIC, Progress.NONE);
        robot.interact(() -> window.add(List.of(file)));
        waitForTitles("Night Bus");
        robot.clickOn("Night Bus");
        press(KeyCode.T);
        waitUntil(() -> seen("stems.mixer"));
        assertThat(List.of(Stem.VOCALS, Stem.DRUMS, Stem.BASS, Stem.OTHER))
                .allMatch(stem -> seen("stems.strip." + stem.word()));
    }

    private void press(KeyCode code) {
        robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
    }

    private boolean seen(String id) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> id.equals(node.getId()) && node.isVisible())
                .tryQuery()
                .isPresent();
    }

    private boolean isOn(String id) {
        return ((ToggleButton) find(id)).isSelected();
    }

    private boolean hasClass(String id, String pseudo) {
        return find(id).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals(pseudo));
    }

    private Slider slider(String id) {
        return (Slider) find(id);
    }

    private String text(String id) {
        return ((Labeled) find(id)).getText();
    }

    private String undo() {
        return window.actions().menuItem(Action.UNDO).getText();
    }
}
