package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.browse.BrowseView;
import auralis.library.media.Artwork;
import auralis.library.media.Media;
import auralis.library.media.Tags;
import auralis.library.tag.TagEdit;
import auralis.library.tag.TaggedFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Tags of true files, edited in the window. */
class TagEditorTest extends LibraryWindowTestCase {
    private final List<Path> files = new ArrayList<>();

    @Test
    void manyFilesAreChangedAtOnceAndChangedBack() throws IOException {
        openThree();
        List<Path> copies = copies();
        edit();
        assertThat(text("tags.artist").getText()).isEmpty();
        assertThat(text("tags.artist").getPromptText()).isEqualTo("(different values)");
        assertThat(text("tags.album").getText()).isEqualTo("Rivers");
        assertThat(find("tags.apply").isDisabled()).isTrue();
        robot.clickOn(find("tags.artist")).write("Ana Ko; Bo");
        robot.clickOn(find("tags.year")).write("2021");
        assertThat(preview())
                .contains("Line[track=A, field=Artist, before=One, after=Ana Ko; Bo]")
                .contains("Line[track=B, field=Artist, before=Two, after=Ana Ko; Bo]")
                .hasSize(6);
        assertThat(((Button) find("tags.apply")).getText()).isEqualTo("Change 3 files");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        waitForToast("Tags of 3 files changed.");
        for (int i = 0; i < 3; i++) {
            assertThat(fields(files.get(i), "artist")).containsExactly("Ana Ko", "Bo");
            assertThat(Tags.read(files.get(i)).album()).isEqualTo("Rivers");
            assertThat(sound(files.get(i), copies.get(i))).isTrue();
        }
        waitUntil(() -> texts().contains("Ana Ko; Bo"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        waitForToast("Undone: Change tags of 3 files");
        for (int i = 0; i < 3; i++) {
            assertThat(Tags.read(files.get(i))).isEqualTo(Tags.read(copies.get(i)));
            assertThat(sound(files.get(i), copies.get(i))).isTrue();
        }
        waitUntil(() -> texts().contains("One"));
    }

    @Test
    void whatDiffersIsRemovedOnlyByItsButton() throws IOException {
        openThree();
        edit();
        robot.clickOn(find("tags.artist")).write("x").type(KeyCode.BACK_SPACE);
        assertThat(find("tags.apply").isDisabled()).isTrue();
        robot.clickOn(find("tags.artist.button"));
        assertThat(text("tags.artist").getPromptText()).isEqualTo("(removed from all)");
        assertThat(((Button) find("tags.apply")).getText()).isEqualTo("Change 3 files");
        robot.clickOn(find("tags.artist.button"));
        assertThat(find("tags.apply").isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !isShown("tags.apply"));
    }

    @Test
    void theKeyboardStaysInTheFormAndEnterGoesOn() throws IOException {
        openThree();
        edit();
        assertThat(find("tags.title").isFocused()).isTrue();
        robot.type(KeyCode.TAB, KeyCode.TAB).write("Bo").type(KeyCode.ENTER);
        waitUntil(() -> find("tags.album").isFocused());
        robot.type(KeyCode.ENTER, KeyCode.ENTER);
        waitUntil(() -> find("tags.track").isFocused());
        assertThat(find("tags.artist")).extracting("text").isEqualTo("Bo");
        for (int i = 0; i < 40; i++) {
            robot.type(KeyCode.TAB);
            assertThat(isInForm()).isTrue();
        }
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !isShown("tags.apply"));
        assertThat(table().isFocused()).isTrue();
    }

    @Test
    void aCoverIsPutInAndTakenBack() throws IOException {
        openThree();
        Path picture = music.resolve("art.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        desktop.file = picture;
        edit();
        robot.clickOn(find("tags.artwork.replace"));
        waitUntil(() -> !find("tags.apply").isDisabled());
        robot.clickOn(find("tags.apply"));
        waitForToast("Tags of 3 files changed.");
        assertThat(Artwork.of(files.get(0)).orElseThrow().bytes())
                .isEqualTo(Files.readAllBytes(picture));
        robot.clickOn(find("toast.undo"));
        waitForToast("Undone: Change tags of 3 files");
        assertThat(Artwork.of(files.get(0))).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndTheOthersAreChanged() throws IOException {
        openThree();
        edit();
        robot.clickOn(find("tags.genre")).write("Folk");
        Files.delete(files.get(1));
        robot.clickOn(find("tags.apply"));
        waitForToast("Tags of 2 files changed.");
        waitUntil(() -> find("notice.problem").isVisible());
        assertThat(texts())
                .anySatisfy(text -> assertThat(text + "").contains("1 file was not", "B.wav"));
        assertThat(Tags.read(files.get(0)).genre()).isEqualTo("Folk");
        assertThat(Tags.read(files.get(2)).genre()).isEqualTo("Folk");
    }

    private void openThree() throws IOException {
        files.add(tone("A", 1, 0.1));
        files.add(tone("B", 1, 0.2));
        Path flac = music.resolve("C.flac");
        try (InputStream in =
                BrowseView.class.getResourceAsStream("/auralis/assets/demo/glass-river.flac")) {
            Files.copy(in, flac);
        }
        files.add(flac);
        tag(0, "A", "One");
        tag(1, "B", "Two");
        tag(2, "C", "Three");
        open();
        robot.interact(() -> window.add(files));
        waitUntil(() -> table().getItems().size() == 3);
    }

    private void tag(int index, String title, String artist) throws IOException {
        TagEdit edit =
                TagEdit.NONE
                        .with("title", title)
                        .with("artist", artist)
                        .with("album", "Rivers")
                        .with("year", "2001")
                        .withoutPicture();
        Media.retag(files.get(index), edit);
    }

    private List<Path> copies() throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path file : files) {
            Path copy = data.resolve(file.getFileName());
            copies.add(Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING));
        }
        return copies;
    }

    /** The robot's way in: everything selected, then the keys. */
    private void edit() {
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().selectAll();
                });
        robot.push(KeyCode.CONTROL, KeyCode.I);
        waitUntil(() -> isShown("tags.apply"));
    }

    private boolean isShown(String id) {
        return robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> id.equals(node.getId()))
                .tryQuery()
                .isPresent();
    }

    private boolean isInForm() {
        for (Node node = stage.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if ("tags".equals(node.getId())) {
                return true;
            }
        }
        return false;
    }

    private TextInputControl text(String id) {
        return (TextInputControl) find(id);
    }

    private List<String> preview() {
        return ((TableView<?>) find("tags.preview"))
                .getItems().stream().map(Object::toString).toList();
    }

    private static List<String> fields(Path file, String name) throws IOException {
        try (TaggedFile tagged = TaggedFile.open(file).orElseThrow()) {
            return tagged.fields().get(name);
        }
    }

    private static boolean sound(Path file, Path copy) throws IOException {
        try (TaggedFile one = TaggedFile.open(file).orElseThrow();
                TaggedFile other = TaggedFile.open(copy).orElseThrow()) {
            return one.soundsLike(other);
        }
    }
}
