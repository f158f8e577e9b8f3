package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.MemorySource;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessedSourceTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 20_000})
    void isAlignedAndAsLongAsItsSource(int latency) throws IOException {
        float[][] music = TestSignals.music(FORMAT, 50_001);
        for (int block : new int[] {1000, 8192, 30_000}) {
            var source = new ProcessedSource(new MemorySource(FORMAT, music), new Delay(latency));
            assertThat(MemorySource.readAll(source, block)).isDeepEqualTo(music);
        }
    }

    @Test
    void seeksToTheExactFrame() throws IOException {
        float[][] music = TestSignals.music(FORMAT, 50_000);
        var source = new ProcessedSource(new MemorySource(FORMAT, music), new Delay(777), 0.1);
        for (int frame : new int[] {10, 49_999, 0, 30_000}) {
            source.seek(frame);
            AudioBlock block = new AudioBlock(2, 1);
            assertThat(source.read(block)).isEqualTo(1);
            assertThat(block.plane(1)[0]).isEqualTo(music[1][frame]);
        }
    }

    @Test
    void endsBehindTheEnd() throws IOException {
        var source =
                new ProcessedSource(
                        new MemorySource(FORMAT, TestSignals.music(FORMAT, 100)), new Delay(50));
        source.seek(100);
        assertThat(source.read(new AudioBlock(2, 10))).isEqualTo(-1);
        source.seek(1000);
        assertThat(source.read(new AudioBlock(2, 10))).isEqualTo(-1);
    }

    /** Late by a number of frames, and nothing else. */
    private static final class Delay implements AudioProcessor {
        private final int latency;
        private float[][] ring;
        private int at;

        Delay(int latency) {
            this.latency = latency;
        }

        @Override
        public void prepare(StreamFormat format, int maxFrames) {
            ring = new float[format.channels()][latency];
            at = 0;
        }

        @Override
        public void process(AudioBlock block) {
            for (int i = block.from(); i < block.to() && latency > 0; i++) {
                for (int c = 0; c < ring.length; c++) {
                    float late = ring[c][at];
                    ring[c][at] = block.plane(c)[i];
                    block.plane(c)[i] = late;
                }
                at = (at + 1) % latency;
            }
        }

        @Override
        public void reset() {
            ring = new float[ring.length][latency];
            at = 0;
        }

        @Override
        public int latency() {
            return latency;
        }
    }
}
