package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Action;
import auralis.app.platform.remote.MediaState;
import auralis.app.platform.remote.MediaState.Status;
import auralis.library.track.Repeat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The window as the desktop sees and commands it, and the media keys of its own. */
class RemoteTest extends LibraryWindowTestCase {
    private final FakeMediaKeys desktop = new FakeMediaKeys();
    private Stage other;

    @AfterEach
    void closeOther() {
        if (other != null) {
            robot.interact(other::close);
        }
    }

    @Test
    void theDesktopIsToldWhatPlaysAndCommandsIt() throws IOException {
        openWithDesktop("A", "B", "C");
        assertThat(desktop.last().track()).isEmpty();
        assertThat(desktop.last().status()).isEqualTo(Status.STOPPED);
        assertThat(desktop.last().canGoNext()).isFalse();
        play(0);
        waitForTold("A", Status.PLAYING);
        assertThat(desktop.last().canPlay()).isTrue();
        waitUntil(() -> desktop.last().canSeek() && desktop.last().canGoNext());
        assertThat(desktop.last().track().orElseThrow().seconds()).hasValue(60);
        desktop.commands.play();
        desktop.commands.pause();
        waitForTold("A", Status.PAUSED);
        desktop.commands.pause();
        desktop.commands.playPause();
        waitForTold("A", Status.PLAYING);
        long first = number();
        desktop.commands.next();
        waitForTold("B", Status.PLAYING);
        assertThat(number()).isNotEqualTo(first);
        desktop.commands.previous();
        waitForTold("A", Status.PLAYING);
        desktop.commands.stop();
        waitForTold("A", Status.STOPPED);
        waitUntil(() -> desktop.commands.positionSeconds() == 0);
        desktop.commands.play();
        waitForTold("A", Status.PLAYING);
    }

    @Test
    void positionsAreSetOnlyOfTheTrackThatPlaysAndToldAsJumps() throws IOException {
        openWithDesktop("A", "B");
        play(0);
        waitUntil(() -> desktop.last().canSeek());
        desktop.commands.pause();
        waitForTold("A", Status.PAUSED);
        desktop.jumps.clear();
        desktop.commands.seekTo(number(), 30);
        waitUntil(() -> desktop.jumps.equals(List.of(30.0)));
        assertThat(desktop.commands.positionSeconds()).isEqualTo(30);
        desktop.commands.seekTo(number() + 1, 10);
        desktop.commands.seekTo(number(), 61);
        desktop.commands.seekTo(number(), -1);
        desktop.commands.seekBy(-5);
        waitUntil(() -> desktop.jumps.equals(List.of(30.0, 25.0)));
        desktop.commands.seekBy(-100);
        waitUntil(() -> desktop.jumps.equals(List.of(30.0, 25.0, 0.0)));
        desktop.commands.seekBy(100);
        waitForTold("B", Status.PLAYING);
    }

    @Test
    void volumeAndOrderAreTheSameHereAndThere() throws IOException {
        openWithDesktop("A");
        desktop.commands.volume(0.4);
        desktop.commands.shuffle(true);
        desktop.commands.repeat(Repeat.ALL);
        waitUntil(
                () -> {
                    MediaState last = desktop.last();
                    return last.volume() == 0.4 && last.shuffled() && last.repeat() == Repeat.ALL;
                });
        assertThat(((Slider) find("play.volume")).getValue()).isEqualTo(0.4);
    }

    @Test
    void aFileIsOpenedAndPlayed() throws IOException {
        openWithDesktop();
        Path file = tone("New", 60, 0.3);
        desktop.commands.open(file);
        waitForTold("New", Status.PLAYING);
        desktop.commands.quit();
        waitUntil(() -> !stage.isShowing());
        desktop.commands.play();
    }

    @Test
    @NeedsDisplay
    void newTracksAreAnnouncedOnWishWhileTheUserLooksElsewhere() throws IOException {
        openWithDesktop("A", "B", "C");
        play(0);
        waitUntil(() -> desktop.last().canSeek());
        assertThat(desktop.announced).as("not asked for").isEmpty();
        robot.interact(() -> window.actions().fire(Action.NOTIFY));
        desktop.commands.next();
        waitForTold("B", Status.PLAYING);
        waitUntil(() -> player().sampleRate() > 0);
        assertThat(desktop.announced).as("the window is looked at").isEmpty();
        lookElsewhere();
        desktop.commands.next();
        waitUntil(() -> desktop.announced.equals(List.of("C")));
        desktop.commands.pause();
        desktop.commands.play();
        waitForTold("C", Status.PLAYING);
        assertThat(desktop.announced).as("once").hasSize(1);
    }

    @Test
    @NeedsDisplay
    void theWishIsRemembered() throws IOException {
        openWithDesktop("A", "B");
        robot.interact(() -> window.actions().fire(Action.NOTIFY));
        robot.interact(window::close);
        reopen();
        assertThat(window.actions().enabled(Action.NOTIFY).get()).as("no desktop yet").isFalse();
        robot.interact(() -> window.attend(desktop));
        waitUntil(() -> table().getItems().size() == 2);
        play(0);
        waitForTold("A", Status.PLAYING);
        lookElsewhere();
        desktop.commands.next();
        waitUntil(() -> desktop.announced.equals(List.of("B")));
    }

    @Test
    void theKeyboardsMediaKeysWorkInTheWindow() throws IOException {
        openWithDesktop("A", "B");
        play(0);
        waitForTold("A", Status.PLAYING);
        press(KeyCode.PAUSE);
        waitForTold("A", Status.PAUSED);
        press(KeyCode.PLAY);
        waitForTold("A", Status.PLAYING);
        robot.clickOn(find("head.search"));
        press(KeyCode.TRACK_NEXT);
        waitForTold("B", Status.PLAYING);
        press(KeyCode.TRACK_PREV);
        waitForTold("A", Status.PLAYING);
        press(KeyCode.STOP);
        waitForTold("A", Status.STOPPED);
    }

    private void openWithDesktop(String... titles) throws IOException {
        open();
        int count = 0;
        for (String title : titles) { // one by one, because several come in any order
            int there = ++count;
            Path file = tone(title, 60, 0.05 * there); // else they are duplicates
            robot.interact(() -> window.add(List.of(file)));
            waitUntil(() -> table().getItems().size() == there);
        }
        robot.interact(() -> window.attend(desktop));
    }

    private void play(int row) {
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().clearAndSelect(row);
                });
        robot.type(KeyCode.ENTER);
    }

    /** No robot has these keys. */
    private void press(KeyCode code) {
        robot.interact(
                () ->
                        stage.getScene()
                                .getFocusOwner()
                                .fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                code,
                                                false,
                                                false,
                                                false,
                                                false)));
    }

    private void lookElsewhere() {
        robot.interact(
                () -> {
                    other = new Stage();
                    other.setWidth(100);
                    other.setHeight(100);
                    other.show();
                    other.requestFocus();
                });
        waitUntil(() -> !stage.isFocused());
    }

    private long number() {
        return desktop.last().track().orElseThrow().number();
    }

    private void waitForTold(String title, Status status) {
        waitUntil(() -> desktop.title().equals(title) && desktop.last().status() == status);
    }
}
