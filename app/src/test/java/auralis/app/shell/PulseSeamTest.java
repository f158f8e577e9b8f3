package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import auralis.app.platform.PulseRecording;
import auralis.app.play.PlanState;
import auralis.library.media.Encoding;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Files that are one piece of music sound as one, whatever they are coded as. */
@EnabledIfEnvironmentVariable(named = PulseRecording.SINK, matches = ".+")
class PulseSeamTest extends PulseWindowTestCase {
    private static final double PERIOD = 100; // 441 Hz
    private static final double AMPLITUDE = 0.25;

    /** Of no coder's frame and no period a multiple. */
    private static final int LENGTH = 66_157;

    /** What a lossy coder may make of a sine; one frame too many or too few is 0.016. */
    private static final double CODED = 0.004;

    /** And of its cut edges, so many frames long. */
    private static final double CODED_EDGE = 0.02;

    private static final int EDGE = 8_820;

    @Test
    void aSineCutIntoFilesOfManyKindsIsOneSine() throws Exception {
        assumeTrue(run("oggenc", "--version"), "oggenc is installed");
        Path ogg = music.resolve("4.ogg");
        Path wav = write("4", piece(3), new Encoding.Wav(24));
        assertThat(run("oggenc", "-Q", "-q", "10", "-o", ogg.toString(), wav.toString())).isTrue();
        add(
                write("1", piece(0), new Encoding.Flac(24)),
                write("2", piece(1), new Encoding.Flac(24)),
                write("3", piece(2), new Encoding.Mp3Constant(320)),
                ogg,
                write("5", piece(4), new Encoding.Flac(24)));
        robot.clickOn(find("master.match"));
        playRow(0);
        recording.await(() -> label("play.title").equals("5") && player.state().ended());
        recording.awaitSeconds(1);
        double[][] heard = recording.heard(0);
        assertThat(heard[0]).hasSize(5 * LENGTH);
        for (int i = 0; i < heard[0].length; i++) {
            boolean exact = i / LENGTH < 2 || i / LENGTH == 4;
            int inside = Math.min(i % LENGTH, LENGTH - 1 - i % LENGTH);
            double tolerance = exact ? 0 : inside < EDGE ? CODED_EDGE : CODED;
            assertThat(Math.abs(heard[0][i] - left(i))).as("%d", i).isLessThanOrEqualTo(tolerance);
            assertThat(Math.abs(heard[1][i] - right(i))).as("%d", i).isLessThanOrEqualTo(tolerance);
        }
    }

    @Test
    void masteredTracksFollowEachOtherAsTheirFilesDo() throws Exception {
        Path first = write("First", chord(220), new Encoding.Flac(24));
        Path second = write("Second", chord(262), new Encoding.Flac(24));
        float[][] one = samples(render(first, Presets.factory().get(0)));
        float[][] other = samples(render(second, Presets.factory().get(0)));
        add(first, second);
        robot.clickOn(find("master.ab.mastered"));
        playRow(0);
        robot.clickOn(find("play.toggle"));
        recording.await(() -> !player.state().playing());
        recording.await(() -> player.state().mastering() == PlanState.EXACT);
        robot.clickOn(find("master.match"));
        player.seek(0);
        recording.await(() -> player.state().masteredReady());
        recording.awaitSeconds(2);
        long from = recording.frames();
        robot.clickOn(find("play.toggle"));
        recording.await(() -> label("play.title").equals("Second") && player.state().ended());
        recording.awaitSeconds(1);
        recording.assertHolds(from, joined(one, other));
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static float[][] joined(float[][] a, float[][] b) {
        float[][] all = new float[a.length][];
        for (int c = 0; c < a.length; c++) {
            all[c] = Arrays.copyOf(a[c], a[c].length + b[c].length);
            System.arraycopy(b[c], 0, all[c], a[c].length, b[c].length);
        }
        return all;
    }

    private static float[][] piece(int number) {
        float[][] planes = new float[2][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            planes[0][i] = left(number * LENGTH + i);
            planes[1][i] = right(number * LENGTH + i);
        }
        return planes;
    }

    private static float left(long frame) {
        return sample(AMPLITUDE * Math.sin(2 * Math.PI * frame / PERIOD));
    }

    /** A quarter of a period later, so that no frame is silence. */
    private static float right(long frame) {
        return sample(AMPLITUDE * Math.cos(2 * Math.PI * frame / PERIOD));
    }

    /** Two tones that swell, and a knock twice a second. */
    private static float[][] chord(double hertz) {
        float[][] planes = new float[2][6 * RATE + 11];
        for (int i = 0; i < planes[0].length; i++) {
            double t = i / (double) RATE;
            double swell = 0.06 * (1.2 + Math.sin(2 * Math.PI * 0.7 * t));
            double knock = 0.4 * Math.exp(-40 * (t % 0.5)) * Math.sin(2 * Math.PI * 80 * t);
            planes[0][i] = sample(swell * Math.sin(2 * Math.PI * hertz * t) + knock);
            planes[1][i] = sample(swell * Math.sin(2 * Math.PI * 1.5 * hertz * t) + knock);
        }
        return planes;
    }
}
