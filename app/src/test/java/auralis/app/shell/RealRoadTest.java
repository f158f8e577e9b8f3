package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.play.PlanState;
import auralis.app.play.Player;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of sound goes all the way through the true parts: measured, planned, heard mastered. */
class RealRoadTest extends WindowTestCase {
    @TempDir private Path data;

    @Test
    void aFileIsMeasuredPlannedAndHeardMastered() throws IOException {
        try (Library library = new Library(Database.open(data.resolve("library.db")), data);
                Memory memory = new Memory(library.settings());
                Player player = new Player(AudibleOutput.present(), Media::open)) {
            library.measuring().start();
            show(services(library, memory, player, data));
            Path file = tone("Glass River", 5, 0.05);
            robot.interact(() -> window.add(List.of(file)));
            waitUntil(() -> label("status.census").startsWith("1 track"));
            waitUntil(() -> texts().contains("−29.0"));
            doubleClick("Glass River");
            robot.type(KeyCode.B);
            waitUntil(() -> player.state().mastering() == PlanState.EXACT);
            waitUntil(() -> player.state().masteredReady());
            assertThat(label("master.before.lufs")).isEqualTo("−29.0");
            assertThat(label("master.match.state")).startsWith("matched −");
            robot.interact(window::close);
        }
    }
}
