package auralis.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrecedenceTest {
    private final Precedence precedence = new Precedence();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final Thread background = new Thread(this::giveWay, "background");

    private void giveWay() {
        try {
            precedence.giveWay();
            order.add("background");
        } catch (InterruptedException e) {
            order.add("cancelled");
        }
    }

    private void waitUntilItWaits() {
        while (background.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theBackgroundWaitsForWhatGoesFirst() throws Exception {
        String answer =
                precedence.first(
                        progress -> {
                            background.start();
                            waitUntilItWaits();
                            order.add("first");
                            return "answer";
                        },
                        Progress.NONE);
        background.join();
        assertThat(answer).isEqualTo("answer");
        assertThat(order).containsExactly("first", "background");
    }

    @Test
    void whatFailsGoesFirstNoLonger() throws Exception {
        assertThatThrownBy(
                        () ->
                                precedence.first(
                                        progress -> {
                                            throw new IOException("damaged");
                                        },
                                        Progress.NONE))
                .hasMessage("damaged");
        precedence.giveWay();
    }

    @Test
    void theBackgroundIsCancelledWhileItWaits() throws Exception {
        precedence.first(
                progress -> {
                    background.start();
                    waitUntilItWaits();
                    background.interrupt();
                    background.join();
                    return null;
                },
                Progress.NONE);
        assertThat(order).containsExactly("cancelled");
    }

    /** A job that the user paused holds nothing up. */
    @Test
    void theBackgroundGoesOnWhileTheFirstIsPaused() throws Exception {
        Progress pausing =
                new QuietProgress() {
                    @Override
                    public void checkpoint() throws InterruptedException {
                        background.join();
                    }
                };
        precedence.first(
                progress -> {
                    background.start();
                    waitUntilItWaits();
                    progress.checkpoint();
                    order.add("first");
                    return null;
                },
                pausing);
        assertThat(order).containsExactly("background", "first");
    }
}
