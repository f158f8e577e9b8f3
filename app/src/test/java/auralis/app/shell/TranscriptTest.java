package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Action;
import auralis.library.media.Tags;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/** A transcript comes into the window, is changed, and stays with its track. */
class TranscriptTest extends LibraryWindowTestCase {
    private static final Transcript NOTHING =
            new Transcript(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    0,
                    0);
    private static final String SRT =
            """
            1
            00:00:00,100 --> 00:00:00,400
            Glass on the water

            2
            00:00:00,500 --> 00:00:00,900
            River of light
            """;

    @Test
    void subtitlesAreChangedWrittenToTagsAndKept() throws IOException {
        openWithSubtitles();
        robot.interact(() -> window.actions().fire(Action.SHOW_TRANSCRIPT));
        robot.interact(() -> ((ListView<?>) find("transcript.list")).getSelectionModel().select(0));
        robot.interact(() -> ((Button) find("transcript.retype")).fire());
        robot.interact(() -> ((TextArea) find("transcript.edit")).setText("Grass on the water"));
        robot.interact(() -> find("transcript.list").requestFocus());
        waitUntil(() -> kept().segments().get(0).text().equals("Grass on the water"));
        robot.interact(() -> window.actions().fire(Action.UNDO));
        waitUntil(() -> kept().segments().get(0).text().equals("Glass on the water"));
        robot.interact(() -> ((MenuButton) find("transcript.more")).getItems().get(0).fire());
        waitUntil(() -> Tags.field(file(), "lyrics").contains("[00:00.10]Glass on the water"));
        waitUntil(() -> kept().segments().size() == 2);
    }

    @Test
    void whatWasChangedLastIsKeptAtTheEnd() throws Exception {
        openWithSubtitles();
        robot.interact(() -> window.actions().fire(Action.SHOW_TRANSCRIPT));
        robot.interact(() -> ((ListView<?>) find("transcript.list")).getSelectionModel().select(0));
        robot.interact(() -> ((Button) find("transcript.join")).fire());
        closeWindow();
        window.awaitEnd();
        assertThat(kept().segments()).hasSize(1);
    }

    @Test
    void wordsThatAreKnownGetTheirTimesByTheQueue() throws IOException {
        openWith("Glass River");
        robot.clickOn("Glass River");
        robot.interact(() -> window.actions().fire(Action.SHOW_TRANSCRIPT));
        waitUntil(() -> find("transcript.begin").isVisible());
        robot.interact(() -> ((TextArea) find("transcript.text")).setText("la la la"));
        robot.clickOn(find("transcript.begin"));
        waitUntil(() -> find("transcript.list").isVisible() && !kept().segments().isEmpty());
        assertThat(kept().segments().get(0).text()).isEqualTo("la la la");
        assertThat(find("transcript.undo").isDisabled()).isTrue();
    }

    private void openWithSubtitles() throws IOException {
        openWith("Glass River");
        desktop.file = Files.writeString(data.resolve("song.srt"), SRT);
        robot.clickOn("Glass River");
        robot.interact(() -> window.actions().fire(Action.IMPORT_TRANSCRIPT));
        waitUntil(() -> find("transcript.list").isVisible() && kept().segments().size() == 2);
    }

    private Path file() {
        return music.resolve("Glass River.wav");
    }

    /** Of nothing, before anything is kept. */
    private Transcript kept() throws IOException {
        return library.transcriptions().find(file()).orElse(NOTHING);
    }
}
