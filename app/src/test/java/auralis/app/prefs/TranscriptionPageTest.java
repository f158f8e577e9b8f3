package auralis.app.prefs;

import static auralis.app.fx.Patience.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.transcribe.remote.EndpointStore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A server is entered, and nothing is asked of it but on request. */
@ExtendWith(ApplicationExtension.class)
class TranscriptionPageTest {
    private static final String KEY = "sk-secret-0123456789";

    @TempDir private Path folder;
    private final FxRobot robot = new FxRobot();
    private final StackPane root = new StackPane();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private EndpointStore store;
    private RemoteChoice choice;
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", it -> answer(it, "{\"data\":[{\"id\":\"large-v3\"}]}"));
        server.createContext("/v1/audio/transcriptions", it -> answer(it, "{\"text\":\"\"}"));
        server.start();
        store = new EndpointStore(folder, Map.of());
        robot.interact(
                () -> {
                    choice = new RemoteChoice(store);
                    TranscriptionPage page = new TranscriptionPage(choice);
                    root.getChildren().setAll(page.node());
                    stage = new Stage();
                    stage.setScene(new Scene(root, 640, 640));
                    stage.show();
                    page.refresh();
                });
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        asked.add(
                exchange.getRequestURI().getPath()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, json.length());
            exchange.getResponseBody().write(json.getBytes());
        }
    }

    @AfterEach
    void close() {
        robot.interact(
                () -> {
                    choice.close();
                    stage.hide();
                });
        server.stop(0);
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void enter(String id, String text) {
        robot.interact(
                () -> {
                    TextField field = (TextField) find(id);
                    field.requestFocus();
                    field.setText(text);
                });
        robot.type(KeyCode.ENTER);
    }

    private void enterServer() {
        enter("prefs.remote.url", "http://" + host() + "/v1/");
        waitUntil(() -> !find("prefs.remote.test").isDisabled());
    }

    @Test
    void itIsOfferedOnceTheUserAgreed() throws IOException {
        assertThat(words("prefs.remote.where")).contains("goes nowhere");
        enterServer();
        assertThat(store.isOffered()).isFalse();
        assertThat(choice.offered().get()).isFalse();

        press("prefs.remote.consent");
        waitUntil(() -> choice.offered().get());

        assertThat(words("prefs.remote.where"))
                .isEqualTo(
                        "Sound is sent to "
                                + host()
                                + " only when you choose the remote engine for a file.");
        assertThat(store.require().host()).isEqualTo(host());
        press("prefs.remote.consent");
        waitUntil(() -> !choice.offered().get());
        assertThat(asked).isEmpty();
    }

    @Test
    void theKeyIsKeptAndNotShown() throws IOException {
        assertThat(find("prefs.remote.key").isDisabled()).isTrue();
        enterServer();
        enter("prefs.remote.key", KEY);
        waitUntil(() -> !find("prefs.remote.key.remove").isDisabled());

        TextField field = (TextField) find("prefs.remote.key");
        assertThat(field.getText()).isEmpty();
        assertThat(field.getPromptText()).isEqualTo("One is kept for " + host());
        assertThat(store.kept().key()).contains(KEY);

        enter("prefs.remote.url", "https://other.example/v1");
        waitUntil(() -> field.getPromptText().contains("for another server"));

        press("prefs.remote.key.remove");
        waitUntil(() -> find("prefs.remote.key.remove").isDisabled());
        assertThat(Files.readString(folder.resolve("remote.json"))).doesNotContain(KEY);
    }

    @Test
    void theServerSaysWhichModelsItHasAndWhetherItWorks() throws IOException {
        enterServer();
        enter("prefs.remote.key", KEY);
        waitUntil(() -> choice.isKeyKept());

        press("prefs.remote.models");
        waitUntil(() -> words("prefs.remote.said").equals("The server has one model."));
        ComboBox<?> models = (ComboBox<?>) find("prefs.remote.model");
        assertThat(models.getItems().toString()).isEqualTo("[large-v3]");
        robot.interact(() -> models.getSelectionModel().select(0));
        waitUntil(() -> store.kept().model().equals("large-v3"));

        press("prefs.remote.test");
        waitUntil(() -> words("prefs.remote.said").contains("answered after"));
        assertThat(asked)
                .containsExactly(
                        "/v1/models Bearer " + KEY, "/v1/audio/transcriptions Bearer " + KEY);
    }

    @Test
    void whatGoesWrongIsASentence() throws IOException {
        enter("prefs.remote.url", "nowhere");
        waitUntil(() -> words("prefs.remote.said").contains("https://server.example/v1"));
        assertThat(store.kept().url()).isEmpty();

        enterServer();
        server.stop(0);
        press("prefs.remote.test");
        waitUntil(() -> words("prefs.remote.said").contains("nobody listens there"));
        assertThat(words("prefs.remote.said")).startsWith(host());
        assertThat(find("prefs.remote.test").isDisabled()).isFalse();
    }

    @Test
    void aKeyWithoutEncryptionNeedsLeave() throws IOException {
        assertThat(find("prefs.remote.unencrypted").isVisible()).isFalse();
        enter("prefs.remote.url", "http://server.invalid/v1");
        waitUntil(() -> find("prefs.remote.unencrypted").isVisible());
        enter("prefs.remote.key", KEY);
        waitUntil(() -> choice.isKeyKept());

        press("prefs.remote.test");
        waitUntil(() -> words("prefs.remote.said").contains("without encryption"));
        press("prefs.remote.unencrypted");
        waitUntil(() -> store.kept().unencryptedKey());
    }

    @Test
    void whatWasEnteredIsThereAgain() throws IOException {
        enterServer();
        enter("prefs.remote.path", "/inference");
        waitUntil(() -> store.kept().path().equals("/inference"));
        robot.interact(
                () -> ((ComboBox<?>) find("prefs.remote.at.once")).getSelectionModel().select(0));
        waitUntil(() -> store.kept().atOnce() == 1);

        robot.interact(
                () -> {
                    TranscriptionPage again = new TranscriptionPage(choice);
                    root.getChildren().setAll(again.node());
                    again.refresh();
                });

        waitUntil(() -> ((TextField) find("prefs.remote.path")).getText().equals("/inference"));
        assertThat(((ComboBox<?>) find("prefs.remote.at.once")).getValue()).isEqualTo(1);
    }

    private void press(String id) {
        robot.interact(
                () -> {
                    Node node = find(id);
                    assertThat(node.isVisible() && !node.isDisabled()).as(id).isTrue();
                    if (node instanceof CheckBox check) {
                        check.fire();
                    } else {
                        ((Button) node).fire();
                    }
                });
    }

    private Node find(String id) {
        return robot.from(root).lookup((Node node) -> id.equals(node.getId())).query();
    }

    private String words(String id) {
        return ((Labeled) find(id)).getText();
    }
}
