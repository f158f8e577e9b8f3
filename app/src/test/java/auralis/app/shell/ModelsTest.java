package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.ModelServer;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models in the window: by keys alone, and downloads whose page is closed. */
class ModelsTest extends LibraryWindowTestCase {
    private ModelServer server;

    @BeforeEach
    void publish() throws Exception {
        server = new ModelServer();
        server.offerIn(data.resolve("models"));
    }

    @AfterEach
    void unpublish() {
        server.close();
    }

    @Test
    void aDownloadGoesOnAtTheFootOfTheWindow() throws Exception {
        openPage();
        server.hold(true);
        tabTo("models.download.published");
        robot.type(KeyCode.SPACE);
        waitUntil(() -> exists("models.consent"));
        assertThat(find("models.ask.cancel").isFocused()).isTrue();
        tabTo("models.consent.go");
        assertThat(server.asked).isEmpty();
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> !exists("prefs"));
        waitUntil(() -> label("status.tasks").contains("2 MB of 3 MB"));
        assertThat(label("status.tasks")).startsWith("Downloading Published model");
        robot.clickOn(find("status.stop"));
        waitUntil(() -> !find("status.tasks").getParent().isVisible());
        assertThat(server.asked).isEqualTo(List.of("null"));
    }

    private void openPage() throws Exception {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        waitUntil(() -> exists("prefs.models"));
        robot.clickOn(find("prefs.models"));
        waitUntil(() -> exists("models.download.published"));
    }

    private void tabTo(String id) {
        for (int i = 0; i < 20 && !find(id).isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(find(id).isFocused()).isTrue();
    }

    private boolean exists(String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).tryQuery().isPresent();
    }
}
