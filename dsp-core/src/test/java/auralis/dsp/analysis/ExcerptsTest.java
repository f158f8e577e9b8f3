package auralis.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.MemorySource;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptsTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(8000);
    private static final int SECOND = 8000;
    private static final int COUNT = 14;

    /** The middles of the excerpts are those of fourteen equal parts of the track. */
    @Test
    void theyAreSpreadOverTheTrack() throws IOException {
        int frames = 140 * SECOND;
        float[] place = new float[frames];
        for (int i = 0; i < frames; i++) {
            place[i] = (float) i / frames;
        }
        float[] heard = read(new float[][] {place, place}, 4096)[0];
        assertThat(heard).hasSize(COUNT * SECOND);
        for (int excerpt = 0; excerpt < COUNT; excerpt++) {
            assertThat((double) heard[excerpt * SECOND + SECOND / 2])
                    .isCloseTo((excerpt + 0.5) / COUNT, within(1e-5));
        }
    }

    @Test
    void theirEdgesFadeAndTheRestIsAsItIs() throws IOException {
        float[] heard = read(TestSignals.constant(FORMAT, 60 * SECOND, 0.5), 4096)[1];
        int fade = SECOND / 100;
        for (int start = 0; start < heard.length; start += SECOND) {
            assertThat(heard[start]).isBetween(0f, 0.001f);
            assertThat(heard[start + SECOND - 1]).isBetween(0f, 0.001f);
            assertThat(Arrays.copyOfRange(heard, start + fade, start + SECOND - fade))
                    .containsOnly(0.5f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 333, 8192, 20_000})
    void theLengthOfBlocksDoesNotMatter(int blockFrames) throws IOException {
        float[][] track = TestSignals.noise(FORMAT, 20 * SECOND, 0.5, 3);
        assertThat(read(track, blockFrames)).isDeepEqualTo(read(track, 4096));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, COUNT * SECOND})
    void aShortTrackIsHeardAsItIs(int frames) throws IOException {
        float[][] track = TestSignals.noise(FORMAT, frames, 0.5, 3);
        assertThat(read(track, 4096)).isDeepEqualTo(track);
    }

    @Test
    void seekingFindsTheSameFrames() throws IOException {
        float[][] track = TestSignals.noise(FORMAT, 33 * SECOND, 0.5, 4);
        float[] all = read(track, 4096)[0];
        Excerpts excerpts = new Excerpts(new MemorySource(FORMAT, track));
        AudioBlock block = new AudioBlock(2, 100);
        for (int frame : new int[] {5 * SECOND + 17, 0, 14 * SECOND - 100, SECOND}) {
            excerpts.seek(frame);
            assertThat(excerpts.read(block)).isEqualTo(100);
            assertThat(block.plane(0)).isEqualTo(Arrays.copyOfRange(all, frame, frame + 100));
        }
        excerpts.seek(excerpts.frames().orElseThrow());
        assertThat(excerpts.read(block)).isEqualTo(-1);
    }

    private static float[][] read(float[][] track, int blockFrames) throws IOException {
        return MemorySource.readAll(new Excerpts(new MemorySource(FORMAT, track)), blockFrames);
    }
}
