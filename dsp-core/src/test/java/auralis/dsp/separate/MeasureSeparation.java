package auralis.dsp.separate;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.wav.WavSource;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How fast WAV files are separated and in how much memory, and what can be told of the stems
 * without the originals. {@code docs/bench/stems speed} and {@code check} run it.
 */
public final class MeasureSeparation {
    private MeasureSeparation() {}

    /** {@code speed FILE} or {@code check FILE…}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("speed")) {
            speed(Path.of(arguments[1]));
            return;
        }
        System.out.println(
                "largest error of the sum, bend where blocks meet over the bends around it, and of"
                        + " vocals, drums, bass, other: share of the power, musical noise over that"
                        + " of the mix");
        for (int i = 1; i < arguments.length; i++) {
            System.out.println(check(Path.of(arguments[i])));
        }
    }

    private static void speed(Path file) throws IOException, InterruptedException {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long[] frames = {0};
        double seconds;
        long wall = System.nanoTime();
        long processor = system.getProcessCpuTime();
        try (AudioSource source = open(file)) {
            new ClassicSeparator()
                    .separate(source, stems -> frames[0] += stems.get(0).frames(), Progress.NONE);
            seconds = (double) frames[0] / source.format().sampleRate();
        }
        double wallSeconds = (System.nanoTime() - wall) / 1e9;
        double processorSeconds = (system.getProcessCpuTime() - processor) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%.0f s of sound: %.1f times real time by the clock, %.1f by one processor"
                        + " (%.3f s of it per second); load %.1f; %s%n",
                seconds,
                seconds / wallSeconds,
                seconds / processorSeconds,
                processorSeconds / seconds,
                system.getSystemLoadAverage(),
                peakMemory());
    }

    private static AudioSource open(Path file) throws IOException {
        return new WavSource(FileChannel.open(file));
    }

    /** Of the whole process; where Linux tells it. */
    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "memory unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .map(line -> "at most " + line.replaceAll("\\D+", "") + " kB resident")
                .orElse("memory unknown");
    }

    private static String check(Path file) throws IOException, InterruptedException {
        try (AudioSource source = open(file);
                AudioSource again = open(file)) {
            StemCheck check = new StemCheck(source.format(), again);
            new ClassicSeparator().separate(source, check::take, Progress.NONE);
            return file.getFileName() + check.result();
        }
    }
}
