package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Optional;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineOutputTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private final AudioBlock block = new AudioBlock(2, 441);
    private final FakeLines lines = new FakeLines(OutputDevice.DEFAULT_ID);
    private final FakeLines.FakeLine line = lines.line;

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void samplesArePackedInABufferWithRoom(int bitDepth) throws LineUnavailableException {
        try (SoundOutput output = open(bitDepth)) {
            assertThat(output.bitDepth()).isEqualTo(bitDepth);
            assertThat(line.format.getFrameSize()).isEqualTo(bitDepth / 4);
            assertThat(line.bufferBytes).isEqualTo(8820 * bitDepth / 4);
        }
    }

    /** At stop the counter of a real line jumps to all that was written. */
    @Test
    void positionIsWhatWasHeardOverStops() throws LineUnavailableException {
        try (SoundOutput output = open(24)) {
            output.write(block);
            output.write(block);
            line.heard = 500;
            assertThat(output.position()).isEqualTo(500);
            output.stop();
            assertThat(line.calls).containsExactly("start", "stop", "flush");
            assertThat(output.position()).isEqualTo(500);
            assertThat(output.written()).isEqualTo(500);
            output.write(block);
            assertThat(output.position()).isEqualTo(500);
            line.heard += 100;
            assertThat(output.position()).isEqualTo(600);
            assertThat(output.written()).isEqualTo(941);
        }
    }

    @Test
    void aDeviceThatGoesAwayTakesNothingAnyMore() throws LineUnavailableException {
        try (SoundOutput output = open(24)) {
            line.life = 300;
            assertThat(output.write(block)).isEqualTo(300);
            line.life = Integer.MAX_VALUE;
            assertThat(output.write(block)).isZero();
            assertThat(output.written()).isEqualTo(300);
        }
    }

    /** As when the sound server hangs: its line has no room and would never wake its writer. */
    @Test
    void aDeviceThatPlaysNothingIsGivenUp() throws LineUnavailableException {
        try (SoundOutput output = open(24)) {
            line.clogged = 1764 - 100;
            assertThat(output.write(block)).isEqualTo(100);
            line.clogged = 0;
            assertThat(output.write(block)).isZero();
        }
    }

    /** Four blocks are 40 ms; the fifth waits until the device has played one. */
    @Test
    void littleIsKeptInTheLineUntilItRanDry() throws LineUnavailableException {
        try (SoundOutput output = open(24)) {
            for (int i = 0; i < 4; i++) {
                assertThat(output.write(block)).isEqualTo(441);
            }
            line.heard = line.written;
            for (int i = 0; i < 8; i++) {
                assertThat(output.write(block)).isEqualTo(441);
            }
            assertThat(line.written - line.heard).isEqualTo(8 * 441);
            assertThat(output.write(block)).as("80 ms are kept now, and none is played").isZero();
        }
    }

    @Test
    void theLineIsClosedOnce() throws LineUnavailableException {
        SoundOutput output = open(24);
        output.write(block);
        output.close();
        output.close();
        assertThat(line.calls).containsExactly("start", "stop", "flush", "close");
        assertThat(output.write(block)).isZero();
    }

    private LineOutput open(int bitDepth) throws LineUnavailableException {
        return LineOutput.open(lines, Optional.empty(), FORMAT, bitDepth, new Cushion());
    }
}
