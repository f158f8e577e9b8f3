package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.Test;

class LineOutputTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private final AudioBlock block = new AudioBlock(2, 441);
    private final FakeLine line = new FakeLine();

    @Test
    void takes24BitsWhereItCan() throws IOException {
        SoundOutput output = LineOutput.open(FORMAT, line::ofAnyFormat);
        assertThat(output.bitDepth()).isEqualTo(24);
        assertThat(line.format.getFrameSize()).isEqualTo(6);
        assertThat(line.bufferBytes).isEqualTo(1764 * 6);
    }

    @Test
    void takes16BitsElse() throws IOException {
        SoundOutput output = LineOutput.open(FORMAT, line::of16Bits);
        assertThat(output.bitDepth()).isEqualTo(16);
        assertThat(line.format.getFrameSize()).isEqualTo(4);
    }

    @Test
    void withoutDeviceThereIsTheSilentOneWithTheReason() {
        SoundOutputs outputs =
                new SoundOutputs(
                        format ->
                                LineOutput.open(
                                        format,
                                        wanted -> {
                                            throw new IllegalArgumentException("No line");
                                        }));
        SoundOutput output = outputs.open(FORMAT);
        assertThat(output.audible()).isFalse();
        assertThat(output.name()).isEqualTo("no sound output");
        assertThat(output.problem()).contains("44100 Hz").contains("Connect");
        assertThatThrownBy(() -> LineOutput.open(FORMAT, FakeLine::busy))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(LineUnavailableException.class);
    }

    /** At stop the counter of a real line jumps to all that was written. */
    @Test
    void positionIsWhatWasHeardOverStops() throws IOException {
        SoundOutput output = LineOutput.open(FORMAT, line::ofAnyFormat);
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

    @Test
    void aDeviceThatGoesAwayTakesNothingAnyMore() throws IOException {
        SoundOutput output = LineOutput.open(FORMAT, line::ofAnyFormat);
        line.room = 300;
        assertThat(output.write(block)).isEqualTo(300);
        line.room = Integer.MAX_VALUE;
        assertThat(output.write(block)).isZero();
        assertThat(output.written()).isEqualTo(300);
    }

    /** What of a line the output uses, behind the whole interface. */
    private static final class FakeLine {
        final List<String> calls = new ArrayList<>();
        AudioFormat format;
        int bufferBytes;
        int room = Integer.MAX_VALUE;
        long written;
        long heard;

        SourceDataLine ofAnyFormat(AudioFormat wanted) {
            return (SourceDataLine)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {SourceDataLine.class},
                            (proxy, method, args) -> answer(method.getName(), args));
        }

        SourceDataLine of16Bits(AudioFormat wanted) {
            if (wanted.getSampleSizeInBits() != 16) {
                throw new IllegalArgumentException("No line of " + wanted);
            }
            return ofAnyFormat(wanted);
        }

        static SourceDataLine busy(AudioFormat wanted) throws LineUnavailableException {
            throw new LineUnavailableException("in use");
        }

        private Object answer(String call, Object[] args) {
            switch (call) {
                case "open" -> {
                    format = (AudioFormat) args[0];
                    bufferBytes = (Integer) args[1];
                }
                case "write" -> {
                    int frames = Math.min(room, (Integer) args[2] / format.getFrameSize());
                    written += frames;
                    return frames * format.getFrameSize();
                }
                case "getLongFramePosition" -> {
                    return heard;
                }
                case "stop" -> {
                    calls.add(call);
                    heard = written;
                }
                default -> calls.add(call);
            }
            return null;
        }
    }
}
