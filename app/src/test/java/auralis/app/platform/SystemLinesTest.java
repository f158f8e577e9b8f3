package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.Port;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.Test;

class SystemLinesTest {
    private final List<Mixer.Info> infos = new ArrayList<>();
    private final Map<Mixer.Info, Line.Info[]> lineInfos = new ConcurrentHashMap<>();
    private final SystemLines lines =
            new SystemLines(() -> infos.toArray(Mixer.Info[]::new), this::mixer);

    @Test
    void listsWhatTakesSoundAndTheDefaultFirst() {
        mixer("default [default]", "Direct Audio Device: default, default", format(16, -1));
        mixer(
                "PCH [plughw:0,0]",
                "Direct Audio Device: HDA Intel, ALC 1, ALC 1",
                format(24, 44_100),
                format(16, 48_000));
        lineInfos.put(info("Port PCH [hw:0]", "HDA"), new Line.Info[] {Port.Info.SPEAKER});
        List<OutputDevice> devices = lines.devices();
        assertThat(devices)
                .extracting(OutputDevice::id)
                .containsExactly("default", "PCH [plughw:0,0]");
        assertThat(devices.get(0).systemDefault()).isTrue();
        assertThat(devices.get(0).sampleRates()).isEmpty();
        assertThat(devices.get(1).name()).isEqualTo("HDA Intel, ALC 1");
        assertThat(devices.get(1).bitDepths()).containsExactly(16, 24);
        assertThat(devices.get(1).sampleRates()).containsExactly(44_100, 48_000);
        assertThat(devices.get(1).maxChannels()).isEqualTo(2);
    }

    @Test
    void equalNamesAreNumbered() {
        mixer("Speakers", "", format(16, -1));
        mixer("Speakers", "", format(16, -1));
        assertThat(lines.devices())
                .extracting(OutputDevice::id)
                .containsExactly("default", "Speakers", "Speakers #2");
    }

    @Test
    void aBrokenMixerIsLeftOut() {
        info("Broken", "");
        mixer("Speakers", "", format(16, -1));
        assertThat(lines.devices())
                .extracting(OutputDevice::name)
                .containsExactly("system default", "Speakers");
    }

    @Test
    void withoutMixersThereIsNoDefault() {
        assertThat(lines.devices()).isEmpty();
    }

    /** The JDK has no formats for a device that is open elsewhere. */
    @Test
    void aDeviceInUseStaysAndAnUnpluggedOneGoes() {
        mixer("Speakers", "", format(16, -1));
        List<OutputDevice> before = lines.devices();
        lineInfos.put(infos.get(0), new Line.Info[0]);
        assertThat(lines.devices()).isEqualTo(before);
        infos.clear();
        assertThat(lines.devices()).isEmpty();
    }

    private void mixer(String name, String description, AudioFormat... formats) {
        Line.Info line = new DataLine.Info(SourceDataLine.class, formats, 32, -1);
        lineInfos.put(info(name, description), new Line.Info[] {line});
    }

    private Mixer.Info info(String name, String description) {
        Mixer.Info info = new Mixer.Info(name, "vendor", description, "1") {};
        infos.add(info);
        return info;
    }

    /** One that fails at everything unless it is known. */
    private Mixer mixer(Mixer.Info info) {
        return (Mixer)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Mixer.class},
                        (proxy, method, args) -> {
                            if (!lineInfos.containsKey(info)) {
                                throw new IllegalStateException("broken driver");
                            }
                            return lineInfos.get(info);
                        });
    }

    private static AudioFormat format(int bits, float rate) {
        return new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED, rate, bits, 2, bits / 4, rate, false);
    }
}
