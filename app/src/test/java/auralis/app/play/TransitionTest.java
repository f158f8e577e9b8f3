package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering.Rendering;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No switch, seek or change of the mastering makes a larger step than the music itself. */
class TransitionTest {
    private static final int FRAMES = 3_000_000;
    private static final float[][] TRACK = chord();
    private static final float[] LARGEST = {largestStep(TRACK[0]), largestStep(TRACK[1])};

    /** What a fade adds to the music's own steps. */
    private static final float FADE = 1.05f;

    private static final Path FILE = Path.of("chord.wav");

    private final RecordingOutput device = new RecordingOutput(Tracks.FORMAT, 24, 1764);
    private final Player player =
            new Player(new SoundOutputs(format -> device), file -> new Tracks.Memory(TRACK, 24));

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void toggledSides() {
        long track = open();
        player.mastering(track, Mastering.exact(new Rendering(new Half(), "Half", false)));
        Listening.await(() -> player.state().masteredReady());
        for (int i = 0; i < 20; i++) {
            player.side(i % 2 == 0 ? Side.MASTERED : Side.ORIGINAL);
            awaitFrames(3_000);
        }
        assertNoStep();
    }

    @Test
    void rapidSeeksOfWhichTheLastWins() {
        open();
        for (int i = 1; i <= 50; i++) {
            player.seek(i * 20_011L);
            awaitFrames(i % 5 == 0 ? 2_000 : 0);
        }
        Listening.await(() -> player.state().positionFrames() > 1_000_550 + 10_000);
        assertThat(player.state().positionFrames()).isLessThan(2_000_000);
        assertNoStep();
    }

    @Test
    void otherMastering() {
        long track = open();
        player.side(Side.MASTERED);
        for (int i = 1; i <= 20; i++) {
            AudioProcessor chain = new Gain(0.2f + 0.04f * (i * 7 % 20));
            player.mastering(track, Mastering.exact(new Rendering(chain, i, false)));
            awaitFrames(3_000);
        }
        assertNoStep();
    }

    private long open() {
        long track = player.open(FILE, true);
        Listening.await(() -> player.state().positionFrames() > 5_000);
        return track;
    }

    private void awaitFrames(int frames) {
        long goal = device.written() + frames;
        Listening.await(() -> device.written() >= goal);
    }

    /** Of what was heard; it starts at the start and is cut off at the end. */
    private void assertNoStep() {
        float[][] heard = device.heard();
        for (int c = 0; c < 2; c++) {
            assertThat(largestStep(heard[c])).isLessThanOrEqualTo(FADE * LARGEST[c]);
        }
    }

    private static float largestStep(float[] plane) {
        float largest = 0;
        for (int i = 1; i < plane.length; i++) {
            largest = Math.max(largest, Math.abs(plane[i] - plane[i - 1]));
        }
        return largest;
    }

    /** Deep enough that a cut is many times what the music does from frame to frame. */
    private static float[][] chord() {
        float[][] planes = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            double t = i / 44_100.0;
            double low = 0.4 * Math.sin(2 * Math.PI * 73 * t);
            planes[0][i] = (float) (low + 0.2 * Math.sin(2 * Math.PI * 110 * t));
            planes[1][i] = (float) (low + 0.2 * Math.sin(2 * Math.PI * 146 * t));
        }
        return planes;
    }

    /** A stand-in for a mastering chain. */
    private record Gain(float gain) implements AudioProcessor {
        @Override
        public void prepare(StreamFormat format, int maxFrames) {}

        @Override
        public void process(AudioBlock block) {
            for (int c = 0; c < block.channels(); c++) {
                for (int i = block.from(); i < block.to(); i++) {
                    block.plane(c)[i] *= gain;
                }
            }
        }

        @Override
        public void reset() {}
    }
}
