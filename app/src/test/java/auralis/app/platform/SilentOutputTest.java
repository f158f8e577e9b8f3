package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import org.junit.jupiter.api.Test;

class SilentOutputTest {
    private static final long MILLISECOND = 1_000_000;
    private final StreamFormat format = StreamFormat.stereo(48_000);
    private final AudioBlock block = new AudioBlock(2, 480);
    private long nanos = 17;
    private final SilentOutput output =
            new SilentOutput(format, "There is none.", () -> nanos, wait -> nanos += wait);

    @Test
    void takesFramesAsFastAsTheyWouldBeHeard() {
        for (int i = 0; i < 100; i++) {
            assertThat(output.write(block)).isEqualTo(480);
        }
        assertThat(nanos / MILLISECOND).isEqualTo(1_000 - 40);
        assertThat(output.position()).isEqualTo(output.written() - format.frames(0.04));
        output.drain();
        assertThat(nanos / MILLISECOND).isEqualTo(1_000);
        assertThat(output.position()).isEqualTo(48_000);
    }

    @Test
    void stopDropsWhatWasNotHeard() {
        output.write(block);
        nanos += 5 * MILLISECOND;
        output.stop();
        assertThat(output.written()).isEqualTo(240);
        nanos += 1_000 * MILLISECOND;
        assertThat(output.position()).isEqualTo(240);
        output.write(block);
        nanos += 5 * MILLISECOND;
        assertThat(output.position()).isEqualTo(480);
    }

    @Test
    void lateFramesAreNotPlayedFaster() {
        output.write(block);
        nanos += 1_000 * MILLISECOND;
        output.write(block);
        assertThat(output.position()).isEqualTo(480);
        nanos += 5 * MILLISECOND;
        assertThat(output.position()).isEqualTo(720);
    }
}
