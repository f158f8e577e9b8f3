package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WaveBarTest {
    private final List<Double> sought = new ArrayList<>();
    private WaveBar bar;

    @Start
    void show(Stage stage) {
        bar = new WaveBar(sought::add);
        bar.duration().set(100);
        stage.setScene(new Scene(bar, 400, 60));
        stage.show();
    }

    @Test
    void goesWhereTheMouseIsReleased() {
        fire(MouseEvent.MOUSE_PRESSED, 200);
        fire(MouseEvent.MOUSE_DRAGGED, 100);
        fire(MouseEvent.MOUSE_RELEASED, 100);
        assertThat(sought).hasSize(1).allMatch(seconds -> Math.abs(seconds - 25) < 2);
    }

    @Test
    void aTrackThatGoesMeanwhileTakesTheDragAlong() {
        fire(MouseEvent.MOUSE_PRESSED, 200);
        WaitForAsyncUtils.waitForAsyncFx(
                5_000,
                () -> {
                    bar.duration().set(0);
                    bar.duration().set(60);
                });
        fire(MouseEvent.MOUSE_RELEASED, 200);
        assertThat(sought).isEmpty();
    }

    private void fire(EventType<MouseEvent> type, double x) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        WaitForAsyncUtils.waitForAsyncFx(
                5_000,
                () ->
                        Event.fireEvent(
                                bar,
                                new MouseEvent(
                                        type,
                                        x,
                                        20,
                                        x,
                                        20,
                                        MouseButton.PRIMARY,
                                        1,
                                        false,
                                        false,
                                        false,
                                        false,
                                        down,
                                        false,
                                        false,
                                        false,
                                        false,
                                        true,
                                        new PickResult(bar, x, 20))));
    }
}
