package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The null sink that {@link PulseRecording} listens to, as a device that comes and goes. */
public final class PulseSink {
    private PulseSink() {}

    public static void unplug() throws IOException, InterruptedException {
        pactl("unload-module", "module-null-sink");
    }

    public static void plugIn() throws IOException, InterruptedException {
        pactl(
                "load-module",
                "module-null-sink",
                "sink_name=" + name(),
                "norewinds=1",
                "format=s32le",
                "rate=44100",
                "channels=2");
    }

    static void suspend(boolean suspended) throws IOException, InterruptedException {
        pactl("suspend-sink", name(), suspended ? "1" : "0");
    }

    private static String name() {
        return System.getenv(PulseRecording.SINK).replace(".monitor", "");
    }

    private static void pactl(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("pactl"));
        all.addAll(Arrays.asList(command));
        Process process =
                new ProcessBuilder(all)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).as(String.join(" ", all)).isZero();
    }
}
