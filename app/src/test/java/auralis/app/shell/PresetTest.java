package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.play.Player;
import auralis.dsp.master.Preset;
import auralis.dsp.master.Reference;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Media;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presets of one's own and references in the window, by the true parts. */
class PresetTest extends WindowTestCase {
    @TempDir private Path data;
    @TempDir private Path folder;
    private FakeDesktop desktop;
    private Presets files;
    private Library library;
    private Player player;
    private Memory memory;

    @BeforeEach
    void open() throws IOException {
        desktop = new FakeDesktop(folder);
        files = new Presets(data.resolve("presets"));
        library = new Library(Database.open(data.resolve("library.db")), data);
        player = new Player(AudibleOutput.present(), Media::open);
        library.measuring().start();
        memory = new Memory(library.settings());
        show(
                Services.of(
                                library,
                                memory,
                                player,
                                files.all().presets(),
                                files,
                                new Thumbnails(data.resolve("thumbnails")),
                                Optional.empty())
                        .with(desktop));
    }

    @AfterEach
    void closeAll() throws IOException, InterruptedException {
        robot.interact(window::close);
        window.awaitEnd();
        memory.close();
        player.close();
        library.close();
    }

    @Test
    void aSavedPresetIsOnDiskChosenAndListedBehindTheFactory() throws IOException {
        save("Evening", 0.4);
        assertThat(files.find("Evening").settings().intensity()).isEqualTo(0.4);
        assertThat(titles()).endsWith("Punchy", "Evening");
        assertThat(shownPreset()).isEqualTo("Evening");
        assertThat(find("master.preset.revert").isVisible()).isFalse();
        intensity(0.7);
        assertThat(shownPreset()).isEqualTo("Evening (changed)");
        robot.interact(() -> combo().setValue(combo().getItems().get(0)));
        assertThat(intensity()).isEqualTo(1);
        robot.interact(() -> combo().setValue(combo().getItems().get(5)));
        assertThat(intensity()).isEqualTo(0.4);
    }

    @Test
    void savesByKeysAlone() {
        intensity(0.5);
        robot.interact(() -> find("master.preset.menu").requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> menu().isShowing());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        waitUntil(() -> find("preset.name").isFocused());
        assertThat(((TextField) find("preset.name")).getText()).isEqualTo("My Adaptive");
        robot.write("b by keys").type(KeyCode.ENTER);
        waitUntil(() -> titles().contains("b by keys"));
        assertThat(find("master.preset").isFocused()).isTrue();
    }

    @Test
    void aNameThatCannotBeIsRefusedInASentenceAndCanBeMended() {
        press("preset.save");
        write("warm");
        waitUntil(() -> find("preset.name.problem").isVisible());
        assertThat(label("preset.name.problem")).startsWith("\"warm\" comes with Auralis");
        write("a/b");
        waitUntil(() -> label("preset.name.problem").startsWith("\"a/b\" cannot be"));
        write("Warm at last");
        waitUntil(() -> shownPreset().equals("Warm at last"));
        assertThat(find("preset.name").getParent().isVisible()).isFalse();
    }

    @Test
    void aTakenNameSaysThatItReplacesAndEscapeDoesNothing() throws IOException {
        save("Evening", 0.4);
        intensity(0.6);
        press("preset.save");
        assertThat(((Button) find("preset.name.take")).getText()).isEqualTo("Replace");
        robot.type(KeyCode.ESCAPE);
        assertThat(find("preset.name").getParent().isVisible()).isFalse();
        assertThat(files.find("Evening").settings().intensity()).isEqualTo(0.4);
        save("evening", 0.6);
        assertThat(files.all().presets()).hasSize(6);
        assertThat(files.find("Evening").settings().intensity()).isEqualTo(0.6);
    }

    @Test
    void renamingKeepsWhatIsChanged() throws IOException {
        save("Evening", 0.4);
        intensity(0.6);
        press("preset.rename");
        write("Night");
        waitUntil(() -> shownPreset().equals("Night (changed)"));
        assertThat(intensity()).isEqualTo(0.6);
        assertThat(files.find("Night").settings().intensity()).isEqualTo(0.4);
        assertThat(titles()).hasSize(6).doesNotContain("Evening");
    }

    @Test
    void aDeletedPresetComesBackByUndoAndTheSoundStays() throws IOException {
        save("Evening", 0.4);
        Preset saved = files.find("Evening");
        press("preset.delete");
        waitUntil(() -> titles().size() == 5);
        assertThat(data.resolve("presets/Evening.json")).doesNotExist();
        assertThat(shownPreset()).isEqualTo("Adaptive (changed)");
        assertThat(intensity()).isEqualTo(0.4);
        robot.interact(() -> ((Button) find("toast.undo")).fire());
        waitUntil(() -> shownPreset().equals("Evening"));
        assertThat(files.find("Evening")).isEqualTo(saved);
    }

    @Test
    void thoseOfTheFactoryCanNeitherBeRenamedNorDeleted() {
        for (Preset preset : List.copyOf(combo().getItems())) {
            robot.interact(() -> combo().setValue(preset));
            assertThat(item("preset.rename").isDisable()).isTrue();
            assertThat(item("preset.delete").isDisable()).isTrue();
        }
        save("Evening", 0.4);
        assertThat(item("preset.rename").isDisable()).isFalse();
        assertThat(item("preset.delete").isDisable()).isFalse();
    }

    @Test
    void whatIsHeardIsExportedAndImportedAgain() throws IOException {
        save("Evening", 0.4);
        intensity(0.6);
        press("preset.export");
        desktop.file = folder.resolve("Evening.json");
        waitUntil(() -> texts().contains("Preset exported to " + desktop.file));
        press("preset.import");
        waitUntil(() -> shownPreset().equals("Evening 2"));
        assertThat(intensity()).isEqualTo(0.6);
        Files.writeString(desktop.file, "{}");
        press("preset.import");
        waitUntil(() -> find("notice.problem").isVisible());
        assertThat(titles()).hasSize(7);
    }

    @Test
    void anOwnPresetBringsItsTarget() {
        ComboBox<?> target = (ComboBox<?>) find("master.target");
        robot.interact(() -> target.getSelectionModel().select(2));
        save("Louder", 1);
        assertThat(shown(target)).isEqualTo("Loud: −11.0 LUFS");
        robot.interact(() -> combo().setValue(combo().getItems().get(0)));
        assertThat(shown(target)).isEqualTo("As the preset: −14.0 LUFS");
        robot.interact(() -> combo().setValue(combo().getItems().get(5)));
        assertThat(shown(target)).isEqualTo("Loud: −11.0 LUFS");
        assertThat(find("master.preset.revert").isVisible()).isFalse();
    }

    @Test
    void aReferenceIsHeardByThePlanAndGoesAgain() throws IOException {
        add(tone("Glass River", 5, 0.05), tone("Loud Bus", 5, 0.4));
        doubleClick("Glass River");
        waitUntil(() -> label("master.after.lufs").equals("−14.0"));
        fire("master.reference");
        assertThat(find("master.reference.amount").isVisible()).isTrue();
        robot.clickOn("Loud Bus");
        fire("master.reference.use");
        waitUntil(() -> label("master.after.lufs").equals("−11.0"));
        assertThat(texts()).contains("Loud Bus");
        robot.interact(() -> ((Slider) find("master.reference.amount")).setValue(0.5));
        waitUntil(() -> label("master.after.lufs").equals("−12.5"));
        robot.interact(() -> ((CheckBox) find("master.reference.loudness")).fire());
        waitUntil(() -> label("master.after.lufs").equals("−14.0"));
        assertThat(shownPreset()).isEqualTo("Adaptive (changed)");
        fire("master.reference.0.remove");
        waitUntil(() -> texts().stream().anyMatch(isReferenceHint()));
    }

    @Test
    void aFileBecomesAReferenceWithItsNumbersInTheSavedPreset() throws IOException {
        desktop.file = tone("Glass River", 5, 0.05);
        fire("master.reference");
        fire("master.reference.add");
        waitUntil(() -> texts().contains("Glass River.wav"));
        save("Like glass", 1);
        Reference kept = files.find("Like glass").settings().reference();
        assertThat(kept.tracks()).hasSize(1);
        assertThat(kept.tracks().get(0).name()).isEqualTo("Glass River.wav");
        assertThat(kept.tracks().get(0).lufs()).isPresent();
        fire("master.reference.add");
        waitUntil(() -> texts().contains("Glass River.wav is a reference already."));
        robot.interact(() -> combo().setValue(combo().getItems().get(0)));
        assertThat(texts()).anyMatch(isReferenceHint());
    }

    @Test
    void whatCannotBeHeardIsToldAndChangesNothing() throws IOException {
        desktop.file = Files.writeString(folder.resolve("words.wav"), "no sound at all");
        fire("master.reference.add");
        waitUntil(() -> find("notice.problem").isVisible());
        assertThat(texts()).anyMatch(text -> text != null && text.contains("words.wav"));
        assertThat(shownPreset()).isEqualTo("Adaptive");
        assertThat(find("master.reference.add").isDisabled()).isFalse();
    }

    private static Predicate<String> isReferenceHint() {
        return text -> text != null && text.startsWith("Add music you like");
    }

    private static <T> String shown(ComboBox<T> combo) {
        return combo.getConverter().toString(combo.getValue());
    }

    private void save(String name, double intensity) {
        intensity(intensity);
        press("preset.save");
        write(name);
        waitUntil(() -> shownPreset().equalsIgnoreCase(name));
    }

    private void write(String name) {
        robot.interact(
                () -> {
                    ((TextField) find("preset.name")).setText(name);
                    ((Button) find("preset.name.take")).fire();
                });
    }

    private void press(String item) {
        robot.interact(() -> item(item).fire());
    }

    private void fire(String button) {
        waitUntil(() -> !find(button).isDisabled());
        robot.interact(() -> ((Button) find(button)).fire());
    }

    private MenuButton menu() {
        return (MenuButton) find("master.preset.menu");
    }

    private MenuItem item(String name) {
        return menu().getItems().stream()
                .filter(item -> ("master." + name).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Preset> combo() {
        return (ComboBox<Preset>) find("master.preset");
    }

    private List<String> titles() {
        return combo().getItems().stream().map(Preset::title).toList();
    }

    private String shownPreset() {
        return combo().getAccessibleText().substring("Preset ".length());
    }

    private double intensity() {
        return ((Slider) find("master.intensity")).getValue();
    }

    private void intensity(double value) {
        robot.interact(() -> ((Slider) find("master.intensity")).setValue(value));
    }

    private void add(Path... tracks) {
        robot.interact(() -> window.add(List.of(tracks)));
        waitUntil(() -> table().getItems().size() == tracks.length);
        waitUntil(
                () ->
                        library.tracks().stream()
                                .allMatch(track -> track.integratedLufs().isPresent()));
    }
}
