package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.play.PlanState;
import auralis.app.play.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Ten trials in the window, in which only the ears can tell. */
class BlindTestTest extends LibraryWindowTestCase {
    @Test
    void tenTrialsAreScoredAndNothingTellsWhichSideIsWhich() throws IOException {
        playPaused();
        blindTest();
        Map<String, Set<Set<String>>> seen = new HashMap<>();
        for (int trial = 1; trial <= 10; trial++) {
            int now = trial;
            waitUntil(() -> label("blind.trial").equals(now + " of 10"));
            seen.computeIfAbsent("X", letter -> new HashSet<>()).add(nodes(find("blind")));
            Side ofX = player().side();
            robot.type(KeyCode.B);
            waitUntil(() -> player().side() == ofX.other());
            seen.computeIfAbsent("Y", letter -> new HashSet<>()).add(nodes(find("blind")));
            answer(ofX == Side.MASTERED ? "X" : "Y");
        }
        assertThat(seen.get("X")).as("what is seen while X is heard").hasSize(1);
        assertThat(seen.get("Y")).as("what is seen while Y is heard").hasSize(1);
        assertThat(label("blind.score")).isEqualTo("10 of 10 right");
        assertThat(label("blind.meaning")).contains("less than 1 %");
        robot.type(KeyCode.ESCAPE);
        assertThat(find("blind").isVisible()).isFalse();
        assertThat(find("meters").isVisible()).isTrue();
    }

    @Test
    void escapeEndsItAndAllIsAsBefore() throws IOException {
        playPaused();
        robot.type(KeyCode.B);
        robot.press(KeyCode.SHIFT).type(KeyCode.B).release(KeyCode.SHIFT);
        assertThat(label("master.match.state")).startsWith("not matched");
        blindTest();
        assertThat(find("meters").isVisible()).isFalse();
        robot.press(KeyCode.SHIFT).type(KeyCode.B).release(KeyCode.SHIFT);
        answer("X");
        robot.type(KeyCode.ESCAPE);
        assertThat(label("blind.score")).endsWith("of 1 right");
        assertThat(player().side()).isEqualTo(Side.MASTERED);
        robot.type(KeyCode.ESCAPE);
        assertThat(toggle("master.ab.mastered").isSelected()).isTrue();
        assertThat(label("master.match.state")).startsWith("not matched");
        assertThat(find("meters").isVisible()).isTrue();
    }

    @Test
    void doesNotStartWhereTheSidesCannotBeMadeEquallyLoud() throws IOException {
        openWith("Glass River");
        robot.press(KeyCode.ALT).type(KeyCode.B).release(KeyCode.ALT);
        waitForToast("A blind test needs a track: play one first.");
        assertThat(find("blind").isVisible()).isFalse();
    }

    private void playPaused() throws IOException {
        open();
        Path file = tone("Glass River", 20, 0.05);
        robot.interact(() -> window.add(List.of(file)));
        waitUntil(() -> table().getItems().size() == 1);
        doubleClick("Glass River");
        waitUntil(() -> player().mastering() == PlanState.EXACT && player().masteredReady());
        waitUntil(() -> label("master.match.state").startsWith("matched"));
        robot.type(KeyCode.SPACE);
        waitUntil(() -> !player().playing());
    }

    private void blindTest() {
        robot.press(KeyCode.ALT).type(KeyCode.B).release(KeyCode.ALT);
        waitUntil(() -> find("blind").isVisible());
    }

    private void answer(String letter) {
        Button button = (Button) find("blind.answer." + letter);
        robot.interact(button::fire);
    }

    /** All that can be seen or read aloud, but for the number of the trial. */
    private Set<String> nodes(Node inside) {
        Set<String> all = new TreeSet<>();
        robot.interact(() -> collect(inside.getScene().getRoot(), "", all));
        return all;
    }

    private static void collect(Node node, String path, Set<String> all) {
        boolean number = node instanceof Label && "blind.trial".equals(node.getId());
        if (!node.isVisible() || number) {
            return;
        }
        all.add(
                String.join(
                        "|",
                        path,
                        String.valueOf(node.getId()),
                        node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "",
                        String.valueOf(node.getAccessibleText()),
                        String.valueOf(node.getAccessibleHelp()),
                        String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)),
                        node.getStyleClass().toString(),
                        node.getPseudoClassStates().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList()
                                .toString()));
        if (node instanceof Parent parent) {
            int place = 0;
            for (Node child : parent.getChildrenUnmodifiable()) {
                collect(child, path + "/" + place++, all);
            }
        }
    }
}
