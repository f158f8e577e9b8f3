package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Action;
import auralis.library.track.Playlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** Playlists in a user's hands. */
class PlaylistTest extends LibraryWindowTestCase {
    private static final KeyCode[] UNDO = {KeyCode.CONTROL, KeyCode.Z};
    private static final KeyCode[] REDO = {KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z};

    @Test
    void aPlaylistIsMadeNamedFilledAndItsStepsAreTakenBack() throws IOException {
        openWith("Glass River", "Night Bus");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        waitUntil(() -> find("side.playlist.name") instanceof TextField f && f.isFocused());
        robot.write("Evening").type(KeyCode.ENTER);
        waitUntil(() -> names().equals(List.of("Evening")));
        waitUntil(() -> texts().contains("This playlist is empty. Drag tracks onto its name."));
        robot.clickOn(find("side.tracks"));
        waitForTitles("Glass River", "Night Bus");
        robot.clickOn("Night Bus");
        robot.interact(() -> append("Evening"));
        waitForToast("1 track added to “Evening”.");
        waitUntil(() -> count("Evening").equals("1"));
        assertThat(line("Evening").getAccessibleText()).isEqualTo("Evening, 1 track");
        robot.clickOn(line("Evening"));
        waitForTitles("Night Bus");
        robot.push(UNDO);
        waitForToast("Undone: Add 1 track to “Evening”");
        waitForTitles();
        robot.push(REDO);
        waitForToast("Done again: Add 1 track to “Evening”");
        waitForTitles("Night Bus");
    }

    @Test
    void aNameThatIsTakenIsNotTakenAgain() throws IOException {
        library.playlists().create("Evening");
        Playlist other = library.playlists().create("Morning");
        open();
        waitUntil(() -> names().equals(List.of("Evening", "Morning")));
        robot.interact(() -> line("Morning").requestFocus());
        robot.type(KeyCode.F2);
        robot.write("evening").type(KeyCode.ENTER);
        assertThat(find("side.playlist.name").isFocused()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(line("Morning").isFocused()).isTrue();
        robot.type(KeyCode.F2);
        robot.write("Noon").type(KeyCode.ENTER);
        waitUntil(() -> names().equals(List.of("Evening", "Noon")));
        robot.push(KeyCode.ALT, KeyCode.UP);
        waitUntil(() -> names().equals(List.of("Noon", "Evening")));
        assertThat(library.playlists().all().get(0).id()).isEqualTo(other.id());
    }

    @Test
    @NeedsDisplay
    void tracksAreMovedByKeysAndByDraggingAndOneMayStandThereTwice() throws IOException {
        Playlist list = library.playlists().create("Evening");
        openWith("A", "B", "C");
        fill(list, "A", "B", "A", "C");
        robot.clickOn(line("Evening"));
        waitForTitles("A", "B", "A", "C");
        select(2);
        robot.push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.UP);
        waitForTitles("A", "A", "B", "C");
        assertThat(selected()).containsExactly(0);
        robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.DOWN);
        waitForTitles("A", "B", "A", "C");
        assertThat(selected()).containsExactly(2);
        waitUntil(() -> stored(list).equals(List.of("A", "B", "A", "C")));
        robot.drag("C", MouseButton.PRIMARY).dropTo("B");
        waitUntil(() -> titles().indexOf("C") < 3);
        waitUntil(() -> stored(list).equals(titles()));
    }

    @Test
    void altOpensAMenuOnlyTogetherWithItsLetter() throws IOException {
        openWith("A");
        Menu file = ((MenuBar) find("menu")).getMenus().get(0);
        robot.type(KeyCode.ALT).push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(file.isShowing()).isFalse();
        robot.push(KeyCode.ALT, KeyCode.F);
        waitUntil(file::isShowing);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theWindowComesBackToThePlaylistThatWasShown() throws Exception {
        Playlist list = library.playlists().create("Evening");
        openWith("A", "B");
        fill(list, "B");
        robot.clickOn(line("Evening"));
        waitForTitles("B");
        closeWindow();
        window.awaitEnd();
        reopen();
        waitForTitles("B");
        assertThat(line("Evening").isSelected()).isTrue();
    }

    @Test
    void favouritesAndRemovalsAreTakenBackOneAfterTheOther() throws IOException {
        openWith("A", "B");
        robot.clickOn("A").type(KeyCode.F);
        waitUntil(() -> library.tracks().get(0).listened().favourite());
        robot.type(KeyCode.DELETE);
        waitForTitles("B");
        robot.push(UNDO);
        waitForToast("Undone: Remove 1 track from the library");
        waitForTitles("A", "B");
        robot.push(UNDO);
        waitForToast("Undone: Make 1 track a favourite");
        assertThat(library.tracks()).noneMatch(track -> track.listened().favourite());
    }

    @Test
    @NeedsDisplay
    void rowsAreDraggedOntoAPlaylist() throws IOException {
        Playlist list = library.playlists().create("Evening");
        openWith("A", "B", "C");
        select(0, 2);
        robot.drag("C", MouseButton.PRIMARY).dropTo(line("Evening"));
        waitForToast("2 tracks added to “Evening”.");
        assertThat(stored(list)).containsExactly("A", "C");
        assertThat(titles()).containsExactly("A", "B", "C");
    }

    @Test
    void whatIsRemovedFromAPlaylistStaysInTheLibraryAndComesBack() throws IOException {
        Playlist list = library.playlists().create("Evening");
        openWith("A", "B");
        fill(list, "A", "B", "A");
        robot.clickOn(line("Evening"));
        waitForTitles("A", "B", "A");
        select(2);
        robot.type(KeyCode.DELETE);
        waitForTitles("A", "B");
        waitForToast("1 track removed from “Evening”.");
        assertThat(library.tracks()).hasSize(2);
        robot.clickOn(find("toast.undo"));
        waitForTitles("A", "B", "A");
        robot.clickOn("Title");
        waitForTitles("A", "A", "B");
        select(1);
        robot.type(KeyCode.DELETE);
        waitForTitles("A", "B");
        assertThat(stored(list)).containsExactly("A", "B");
    }

    @Test
    void aDeletedPlaylistComesBackWithItsTracks() throws IOException {
        Playlist list = library.playlists().create("Evening");
        openWith("A", "B");
        fill(list, "B", "A");
        robot.clickOn(line("Evening"));
        waitForTitles("B", "A");
        robot.interact(() -> window.actions().fire(Action.DELETE_PLAYLIST));
        waitUntil(() -> names().isEmpty());
        waitForTitles("A", "B");
        robot.clickOn(find("toast.undo"));
        waitUntil(() -> count("Evening").equals("2"));
        robot.clickOn(line("Evening"));
        waitForTitles("B", "A");
    }

    @Test
    void aSmartPlaylistFollowsItsSearch() throws IOException {
        openWith("Night Bus", "Night Sky", "Glass River");
        robot.clickOn(find("head.search")).write("night");
        waitUntil(() -> table().getItems().size() == 2);
        robot.clickOn(find("head.search.keep"));
        waitUntil(() -> find("side.playlist.name") instanceof TextField f && f.isFocused());
        robot.write("Nights").type(KeyCode.ENTER);
        waitUntil(() -> names().equals(List.of("Nights")));
        waitUntil(() -> count("Nights").equals("2"));
        robot.interact(
                () -> {
                    try {
                        window.add(List.of(tone("Night Train", 1, 0.1)));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        waitUntil(() -> titles().size() == 3 && titles().contains("Night Train"));
        waitUntil(() -> count("Nights").equals("3"));
        Playlist list = library.playlists().all().get(0);
        library.playlists().setSearch(list, "river");
        waitForTitles("Glass River");
    }

    @Test
    void anImportedPlaylistSaysWhatIsMissing() throws IOException {
        Path there = tone("A", 1, 0.1);
        Path file = music.resolve("Trip.m3u8");
        Files.writeString(file, "#EXTM3U\n" + there.getFileName() + "\nGone.flac\n");
        desktop.file = file;
        open();
        robot.interact(() -> window.actions().fire(Action.IMPORT_PLAYLIST));
        waitForToast("“Trip” imported: 1 track, 1 new in the library. 1 entry was not found.");
        waitForTitles("A");
        robot.clickOn(find("toast.details"));
        assertThat(((ListView<?>) find("details.list")).getItems())
                .singleElement()
                .asString()
                .isEqualTo("Gone.flac");
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> find("table").isFocused() || !texts().contains("Not found for “Trip”"));
        robot.interact(() -> window.actions().fire(Action.EXPORT_PLAYLIST));
        waitUntil(() -> !Files.readString(file).contains("Gone"));
        assertThat(Files.readString(file)).contains("A.wav");
    }

    private List<String> names() {
        return library("all playlists", () -> library.playlists().all()).stream()
                .map(Playlist::name)
                .filter(name -> lineOf(name).isPresent())
                .toList();
    }

    private Optional<ToggleButton> lineOf(String name) {
        return robot
                .from(stage.getScene().getRoot())
                .lookup((Node node) -> node instanceof ToggleButton b && isLine(b))
                .queryAll()
                .stream()
                .map(ToggleButton.class::cast)
                .filter(button -> text(button, 1).equals(name))
                .findFirst();
    }

    private static boolean isLine(ToggleButton button) {
        return button.getId() != null && button.getId().matches("side\\.playlist\\.\\d+");
    }

    private static String text(ToggleButton button, int index) {
        HBox line = (HBox) button.getGraphic();
        return ((Labeled) line.getChildren().get(index)).getText();
    }

    private ToggleButton line(String name) {
        waitUntil(() -> lineOf(name).isPresent());
        return lineOf(name).orElseThrow();
    }

    private String count(String name) {
        return lineOf(name).map(line -> text(line, 3)).orElse("");
    }

    private void append(String name) {
        table().getContextMenu().getItems().stream()
                .filter(Menu.class::isInstance)
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .filter(item -> name.equals(item.getText()))
                .forEach(MenuItem::fire);
    }

    private void fill(Playlist list, String... titles) throws IOException {
        library.playlists().append(list, List.of(titles).stream().map(this::id).toList());
    }

    private long id(String title) {
        return library("tracks", () -> library.tracks()).stream()
                .filter(track -> track.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> stored(Playlist list) {
        return library("tracks", () -> library.tracks(library.playlists().tracks(list))).stream()
                .map(track -> track.title())
                .toList();
    }

    private static <T> T library(String what, Callable<T> read) {
        try {
            return read.call();
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }

    private void select(int... rows) {
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().clearSelection();
                    table().getSelectionModel().selectIndices(rows[0], rows);
                });
    }

    private List<Integer> selected() {
        return List.copyOf(table().getSelectionModel().getSelectedIndices());
    }
}
