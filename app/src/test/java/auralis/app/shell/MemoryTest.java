package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.action.Action;
import auralis.app.play.Player;
import auralis.app.play.Side;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A window comes back as it was left. */
class MemoryTest extends WindowTestCase {
    @TempDir private Path data;
    private Player player;

    @Test
    void theWindowComesBackAsItWasLeft() throws IOException {
        inAWindow(
                () -> {
                    robot.interact(
                            () -> {
                                stage.setX(60);
                                stage.setY(50);
                                stage.setWidth(1100);
                                stage.setHeight(700);
                                window.actions().fire(Action.LIGHT_THEME);
                                ((Slider) find("play.volume")).setValue(0.4);
                                combo("master.preset").getSelectionModel().select(2);
                                combo("master.target").getSelectionModel().select(2);
                            });
                    robot.clickOn(find("master.ab.mastered"));
                });
        inAWindow(
                () -> {
                    assertThat(stage.getX()).isEqualTo(60);
                    assertThat(stage.getY()).isEqualTo(50);
                    assertThat(stage.getWidth()).isEqualTo(1100);
                    assertThat(stage.getHeight()).isEqualTo(700);
                    assertThat(isLight()).isTrue();
                    assertThat(((Slider) find("play.volume")).getValue()).isEqualTo(0.4);
                    assertThat(toggle("master.ab.mastered").isSelected()).isTrue();
                    assertThat(player.state().side()).isEqualTo(Side.MASTERED);
                    assertThat(combo("master.preset").getSelectionModel().getSelectedIndex())
                            .isEqualTo(2);
                    assertThat(combo("master.target").getSelectionModel().getSelectedIndex())
                            .isEqualTo(2);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{}", "[]", "{\"volume\": 7}"})
    void whatCannotBeReadIsAsIfNew(String kept) throws IOException {
        try (Library library = library()) {
            library.settings().put("window", kept);
        }
        inAWindow(
                () -> {
                    assertThat(isLight()).isFalse();
                    assertThat(((Slider) find("play.volume")).getValue()).isEqualTo(1);
                });
    }

    private void inAWindow(Runnable use) throws IOException {
        try (Library library = library();
                Memory memory = new Memory(library.settings());
                Player opened = new Player(AudibleOutput.present(), Media::open)) {
            player = opened;
            show(services(library, memory, player, data));
            use.run();
            robot.interact(window::close);
        }
    }

    private Library library() throws IOException {
        return new Library(Database.open(data.resolve("library.db")), data);
    }

    private boolean isLight() {
        return stage.getScene()
                .getRoot()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("light"));
    }

    private ComboBox<?> combo(String id) {
        return (ComboBox<?>) find(id);
    }
}
