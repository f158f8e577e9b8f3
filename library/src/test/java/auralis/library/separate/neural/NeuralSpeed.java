package auralis.library.separate.neural;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What the work around a model costs: transforms, overlap and conversion of the rate, on a hybrid
 * model of the size of htdemucs whose own work is next to nothing. Prints processor time of the
 * calling thread, which is the host's, and of the whole process, and the peak of resident memory.
 *
 * <pre>docs/bench/neural [SECONDS…]</pre>
 */
final class NeuralSpeed {
    private NeuralSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("neural-speed");
        Path model = folder.resolve("hybrid.onnx");
        try {
            Files.write(model, GeneratedModels.hybrid(GeneratedModels.SEGMENT, 4));
            ModelContract contract = ModelInspection.inspect(model, Progress.NONE);
            measure(
                    model,
                    contract,
                    Integer.parseInt(arguments[0]),
                    Integer.parseInt(arguments[1]));
        } finally {
            Files.deleteIfExists(model);
            Files.delete(folder);
        }
    }

    private static void measure(Path model, ModelContract contract, int rate, int seconds)
            throws Exception {
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long process = processNanos();
        long wall = System.nanoTime();
        try (NeuralSeparator separator =
                new NeuralSeparator(model, contract, NeuralSettings.USUAL)) {
            separator.separate(new Hum(rate, (long) rate * seconds), stems -> {}, Progress.NONE);
        }
        double host =
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%5d s at %d Hz: host %.1f s of processor time = %.1f x real time; process %.1f s;"
                        + " wall clock %.1f s; peak %s%n",
                seconds,
                rate,
                host,
                seconds / host,
                (processNanos() - process) / 1e9,
                (System.nanoTime() - wall) / 1e9,
                peak());
    }

    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static String peak() throws Exception {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .findFirst()
                .orElse("unknown");
    }

    /** A sound of any length that takes no memory. */
    private static final class Hum implements AudioSource {
        private final StreamFormat format;
        private final long frames;
        private long position;

        Hum(int rate, long frames) {
            this.format = StreamFormat.stereo(rate);
            this.frames = frames;
        }

        @Override
        public StreamFormat format() {
            return format;
        }

        @Override
        public OptionalLong frames() {
            return OptionalLong.of(frames);
        }

        @Override
        public int read(AudioBlock block) {
            int count = (int) Math.min(block.frames(), frames - position);
            for (int i = 0; i < count; i++) {
                long n = position + i;
                // Noise of a linear congruence (Knuth, MMIX), which needs no state.
                long mixed = n * 6364136223846793005L + 1442695040888963407L;
                float value = (mixed >>> 40) / (float) (1 << 24) - 0.5f;
                block.plane(0)[block.from() + i] = value;
                block.plane(1)[block.from() + i] = value / 2;
            }
            position += Math.max(0, count);
            return count > 0 ? count : -1;
        }

        @Override
        public void seek(long frame) {
            position = frame;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
