package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real sound server whose device goes away and comes back. */
@EnabledIfEnvironmentVariable(named = PulseRecording.SINK, matches = ".+")
class PulseLossTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final AudioBlock BLOCK = new AudioBlock(2, 441);
    private final SoundOutputs outputs = SoundOutputs.system();
    private boolean plugged = true;
    private boolean awake = true;

    @AfterEach
    void restore() throws Exception {
        outputs.close();
        if (!plugged) {
            PulseSink.plugIn();
        }
        if (!awake) {
            suspend(false);
        }
    }

    @Test
    void anUnpluggedDeviceIsNoticedAndSoIsItsReturn() throws Exception {
        try (SoundOutput output = playing()) {
            PulseSink.unplug();
            plugged = false;
            awaitLoss(output);
        }
        try (SoundOutput none = outputs.open(FORMAT)) {
            assertThat(none.audible()).isFalse();
            assertThat(none.problem()).contains("Connect");
        }
        outputs.look();
        assertThat(outputs.revision()).isZero();
        PulseSink.plugIn();
        plugged = true;
        assertSoundIsBack();
    }

    /**
     * Its server takes nothing and tells nothing, as when the computer sleeps or a server hangs.
     */
    @Test
    void aSuspendedDeviceIsNoticedAndSoIsItsReturn() throws Exception {
        try (SoundOutput output = playing()) {
            suspend(true);
            awaitLoss(output);
        }
        outputs.silent(FORMAT, "It went away.").close();
        outputs.look();
        assertThat(outputs.revision()).isZero();
        suspend(false);
        assertSoundIsBack();
    }

    @Test
    void theDefaultIsListedWithItsFormats() {
        OutputDevice first = outputs.devices().get(0);
        assertThat(first.systemDefault()).isTrue();
        assertThat(first.bitDepths()).containsExactly(16, 24, 32);
        assertThat(first.maxChannels()).isGreaterThanOrEqualTo(2);
    }

    private SoundOutput playing() {
        SoundOutput output = outputs.open(FORMAT);
        assertThat(output.audible()).as(output.problem()).isTrue();
        for (int i = 0; i < 20; i++) {
            assertThat(output.write(BLOCK)).isEqualTo(BLOCK.frames());
        }
        return output;
    }

    private static void awaitLoss(SoundOutput output) {
        long before = output.written();
        while (output.write(BLOCK) == BLOCK.frames()) {
            assertThat(output.written() - before).isLessThan(60L * FORMAT.sampleRate());
        }
        assertThat(output.write(BLOCK)).isZero();
    }

    private void assertSoundIsBack() {
        outputs.look();
        assertThat(outputs.revision()).isEqualTo(1);
        playing().close();
    }

    private void suspend(boolean suspended) throws IOException, InterruptedException {
        PulseSink.suspend(suspended);
        awake = !suspended;
    }
}
