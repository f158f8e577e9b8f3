package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.StreamFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoundOutputsTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private final FakeLines lines = new FakeLines(OutputDevice.DEFAULT_ID, "headphones");
    private final SoundOutputs outputs = new SoundOutputs(new LineDevices(lines));
    private long revision;

    SoundOutputsTest() {
        lines.line.plays = true;
    }

    @AfterEach
    void close() {
        outputs.close();
    }

    @Test
    void anotherChoiceIsARevision() {
        outputs.choose(LineDevicesTest.headphones());
        assertThat(changed()).isTrue();
        outputs.choose(LineDevicesTest.headphones());
        outputs.look();
        assertThat(changed()).isFalse();
        assertThat(outputs.choice()).isEqualTo(LineDevicesTest.headphones());
    }

    @Test
    void unpluggingAndPluggingInTheChosenDeviceAreRevisions() {
        outputs.choose(LineDevicesTest.headphones());
        outputs.look();
        changed();
        lines.devices.remove(1);
        outputs.look();
        assertThat(changed()).isTrue();
        assertThat(openName()).isEqualTo("system default");
        lines.devices.add(FakeLines.device("headphones"));
        outputs.look();
        assertThat(changed()).isTrue();
        assertThat(openName()).isEqualTo("The headphones");
    }

    @Test
    void devicesThatNobodyPlaysOnComeAndGoWithoutDisturbing() {
        outputs.look();
        lines.devices.remove(1);
        lines.devices.add(FakeLines.device("speakers"));
        outputs.look();
        assertThat(changed()).isFalse();
    }

    /** A device that is there need not play: its server may hang, or it may be suspended. */
    @Test
    void soundThatIsPossibleAgainIsARevision() {
        lines.bitDepths.clear();
        outputs.look();
        assertThat(openName()).isEqualTo(SilentOutput.NAME);
        outputs.look();
        assertThat(changed()).isFalse();
        lines.bitDepths.add(16);
        lines.line.plays = false;
        lines.line.clogged = 1764 - 100;
        outputs.look();
        assertThat(changed()).isFalse();
        lines.line.clogged = 0;
        lines.line.plays = true;
        outputs.look();
        assertThat(changed()).isTrue();
        assertThat(lines.line.calls).endsWith("close");
        outputs.look();
        assertThat(changed()).isFalse();
    }

    @Test
    void aDeviceThatWasLostIsTriedAgain() {
        outputs.silent(FORMAT, "It went away.").close();
        outputs.look();
        assertThat(changed()).isTrue();
    }

    @Test
    void theWatchLooksByItself() {
        outputs.silent(FORMAT, "It went away.").close();
        outputs.watch();
        outputs.watch();
        while (outputs.revision() == 0) {
            Thread.onSpinWait();
        }
        assertThat(lines.line.written).isEqualTo(44_100);
    }

    private boolean changed() {
        boolean changed = outputs.revision() > revision;
        revision = outputs.revision();
        return changed;
    }

    private String openName() {
        try (SoundOutput output = outputs.open(FORMAT)) {
            return output.name();
        }
    }
}
