package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.PulseRecording;
import auralis.app.platform.PulseSink;
import auralis.app.play.PlanState;
import auralis.app.play.Side;
import auralis.dsp.master.Preset;
import auralis.library.media.Encoding;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What is heard while somebody uses everything, and while the device goes away. */
@EnabledIfEnvironmentVariable(named = PulseRecording.SINK, matches = ".+")
class PulseTransitionTest extends PulseWindowTestCase {
    private static final int SECONDS = 60;

    /** What fades add to the music's own steps. */
    private static final double FADE = 1.1;

    @Test
    void nothingThatIsPressedMakesAClickAndTheLastWins() throws Exception {
        float[][] track = music();
        Path file = write("Low", track, new Encoding.Flac(24));
        add(file);
        playRow(0);
        recording.await(() -> player.state().mastering() == PlanState.EXACT);
        recording.await(() -> player.state().masteredReady());
        double largest = largestStep(asDoubles(track));
        for (int preset : new int[] {0, 2, 4}) {
            float[][] rendered = samples(render(file, presets().getItems().get(preset)));
            largest = Math.max(largest, largestStep(asDoubles(rendered)));
        }
        for (int i = 0; i < 20; i++) {
            robot.type(KeyCode.B);
            awaitFrames(4_000);
        }
        assertThat(player.state().side()).isEqualTo(Side.ORIGINAL);
        robot.type(KeyCode.B);
        for (int preset : new int[] {2, 4, 0}) {
            robot.interact(() -> presets().setValue(presets().getItems().get(preset)));
            awaitFrames(20_000);
            robot.interact(() -> ((Slider) find("master.intensity")).setValue(0.5));
            awaitFrames(20_000);
        }
        Node wave = find("play.wave");
        for (int i = 1; i <= 50; i++) {
            double at = wave.getLayoutBounds().getWidth() * (i * 37 % 50) / 70;
            robot.clickOn(wave.localToScreen(at, wave.getLayoutBounds().getHeight() / 2));
        }
        robot.clickOn(find("master.ab.original")).clickOn(find("master.match"));
        long last = Math.round(37.0 * 50 % 50 / 70 * SECONDS * RATE);
        awaitFrames(RATE);
        assertThat(player.state().positionFrames()).isBetween(last, last + 20L * RATE);
        robot.clickOn(find("play.toggle"));
        recording.await(() -> !player.state().playing());
        recording.awaitSeconds(1);
        double[][] heard = recording.heard(0);
        assertThat(largestStep(heard)).isLessThan(FADE * largest);
        assertEndsAs(heard, track);
    }

    @Test
    void theMusicGoesOnWithoutItsDeviceAndIsHeardAgainWithIt() throws Exception {
        add(write("Low", music(), new Encoding.Flac(24)));
        playRow(0);
        recording.await(() -> player.state().positionFrames() > RATE);
        PulseSink.unplug();
        try {
            waitUntil(() -> find("notice.nosound").isVisible());
            assertThat(player.state().audible()).isFalse();
            assertThat(player.state().playing()).isTrue();
            long lost = player.state().positionFrames();
            waitUntil(() -> player.state().positionFrames() > lost + RATE);
        } finally {
            PulseSink.plugIn();
        }
        long before = player.state().positionFrames();
        waitUntil(() -> player.state().audible());
        waitUntil(() -> !find("notice.nosound").isVisible());
        assertThat(player.state().positionFrames()).isGreaterThanOrEqualTo(before);
        try (PulseRecording again = new PulseRecording(data.resolve("again.raw"))) {
            again.awaitSeconds(1);
            assertThat(again.heard(0)[0]).hasSizeGreaterThan(RATE);
        }
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Preset> presets() {
        return (ComboBox<Preset>) find("master.preset");
    }

    private void awaitFrames(int frames) {
        long goal = player.state().positionFrames() + frames;
        recording.await(() -> player.state().positionFrames() > goal);
    }

    /** The last quarter of a second is found in the track, bit for bit. */
    private static void assertEndsAs(double[][] heard, float[][] track) {
        int frames = RATE / 4;
        int from = heard[0].length - frames;
        for (int at = 0; at + frames <= track[0].length; at++) {
            int alike = 0;
            while (alike < frames
                    && heard[0][from + alike] == track[0][at + alike]
                    && heard[1][from + alike] == track[1][at + alike]) {
                alike++;
            }
            if (alike == frames) {
                return;
            }
        }
        assertThat(frames).as("the end of the recording is in the track").isZero();
    }

    private static double[][] asDoubles(float[][] planes) {
        double[][] result = new double[planes.length][planes[0].length];
        for (int c = 0; c < planes.length; c++) {
            for (int i = 0; i < planes[c].length; i++) {
                result[c][i] = planes[c][i];
            }
        }
        return result;
    }

    private static double largestStep(double[][] planes) {
        double largest = 0;
        for (double[] plane : planes) {
            for (int i = 1; i < plane.length; i++) {
                largest = Math.max(largest, Math.abs(plane[i] - plane[i - 1]));
            }
        }
        return largest;
    }

    /**
     * Deep and swelling: a cut is many times what it does from frame to frame. The sides are never
     * silent at once.
     */
    private static float[][] music() {
        float[][] planes = new float[2][SECONDS * RATE];
        for (int i = 0; i < planes[0].length; i++) {
            double t = i / (double) RATE;
            double low = 0.3 * Math.sin(2 * Math.PI * 73 * t);
            double late = 0.3 * Math.cos(2 * Math.PI * 73 * t);
            double swell = 0.1 * (1.2 + Math.sin(2 * Math.PI * 0.7 * t));
            planes[0][i] = sample(low + swell * Math.sin(2 * Math.PI * 110 * t));
            planes[1][i] = sample(late + swell * Math.sin(2 * Math.PI * 146 * t));
        }
        return planes;
    }
}
