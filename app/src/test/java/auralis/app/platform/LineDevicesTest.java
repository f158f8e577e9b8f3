package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LineDevicesTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private final FakeLines lines = new FakeLines(OutputDevice.DEFAULT_ID, "headphones");
    private final LineDevices devices = new LineDevices(lines);

    @Test
    void takes24BitsElse32Else16() throws IOException {
        assertBits(24, OutputChoice.DEFAULT, "");
        lines.bitDepths.remove(Integer.valueOf(24));
        assertBits(32, OutputChoice.DEFAULT, "");
        lines.bitDepths.remove(Integer.valueOf(32));
        assertBits(16, OutputChoice.DEFAULT, "");
    }

    @Test
    void takesTheBitsThatAreChosenElseTellsSo() throws IOException {
        assertBits(32, chosen(Optional.empty(), 32), "");
        assertBits(16, chosen(Optional.empty(), 16), "");
        lines.bitDepths.remove(Integer.valueOf(32));
        assertBits(
                24,
                chosen(Optional.empty(), 32),
                "system default does not take 32 bits; playing with 24.");
        assertThatThrownBy(() -> chosen(Optional.empty(), 20))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void playsOnTheChosenDevice() throws IOException {
        try (SoundOutput output = devices.open(FORMAT, headphones())) {
            assertThat(lines.asked).hasValue("headphones");
            assertThat(output.name()).isEqualTo("The headphones");
            assertThat(output.problem()).isEmpty();
        }
        OutputChoice named =
                new OutputChoice(Optional.of(OutputDevice.DEFAULT_ID), OptionalInt.empty());
        assertThat(named).isEqualTo(OutputChoice.DEFAULT);
    }

    @Test
    void withoutTheChosenDeviceTheDefaultPlaysAndTellsWhy() throws IOException {
        lines.devices.remove(1);
        assertFallBack("headphones is not connected; playing on the system default.");
    }

    @Test
    void aDeviceInUseLeavesTheDefaultToPlay() throws IOException {
        lines.inUse = true;
        assertFallBack(
                "The headphones is in use or does not take 44100 Hz with 2 channels;"
                        + " playing on the system default.");
    }

    @Test
    void withoutAnyDeviceThereIsASentence() {
        lines.devices.clear();
        assertThatThrownBy(() -> devices.open(FORMAT, headphones()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("44100 Hz")
                .hasMessageContaining("Connect");
        SoundOutput output = new SoundOutputs(devices).open(FORMAT);
        assertThat(output.audible()).isFalse();
        assertThat(output.name()).isEqualTo("no sound output");
        assertThat(output.problem()).contains("44100 Hz").contains("Connect");
    }

    /** Nobody waits behind a server that hangs, and a line that comes too late is not kept open. */
    @Test
    void aSystemThatHangsIsNotWaitedForTwice() throws Exception {
        List<OutputDevice> known = devices.devices();
        CountDownLatch hanging = new CountDownLatch(1);
        lines.hanging = hanging;
        assertThatThrownBy(() -> devices.open(FORMAT)).hasMessageContaining("does not answer");
        assertThat(devices.devices()).isEqualTo(known).hasSize(2);
        hanging.countDown();
        while (!lines.line.calls.contains("close")) {
            Thread.onSpinWait();
        }
        devices.open(FORMAT).close();
    }

    private void assertBits(int bits, OutputChoice choice, String problem) throws IOException {
        try (SoundOutput output = devices.open(FORMAT, choice)) {
            assertThat(output.bitDepth()).isEqualTo(bits);
            assertThat(output.problem()).isEqualTo(problem);
        }
    }

    private void assertFallBack(String problem) throws IOException {
        try (SoundOutput output = devices.open(FORMAT, headphones())) {
            assertThat(lines.asked).isEmpty();
            assertThat(output.audible()).isTrue();
            assertThat(output.name()).isEqualTo("system default");
            assertThat(output.problem()).isEqualTo(problem);
        }
    }

    static OutputChoice headphones() {
        return new OutputChoice(Optional.of("headphones"), OptionalInt.empty());
    }

    private static OutputChoice chosen(Optional<String> device, int bitDepth) {
        return new OutputChoice(device, OptionalInt.of(bitDepth));
    }
}
