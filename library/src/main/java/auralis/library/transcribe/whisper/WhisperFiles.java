package auralis.library.transcribe.whisper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which libraries of whisper-jni's jar are for this computer. Its own loader looks the same way,
 * but asks for a file that is not there on 64-bit ARM without 16-bit arithmetic (Raspberry Pi 4).
 */
final class WhisperFiles {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final List<String> FAST = List.of("avx2", "fma", "f16c", "avx");

    private WhisperFiles() {}

    /** Names of files, in the order of their needs, and where they are in the jar. */
    static Map<String, String> here() throws IOException {
        if (isWindows()) {
            return Map.of("whisper-jni.dll", "/win-amd64/whisper-jni_full.dll");
        }
        String system = system();
        return system.startsWith("mac")
                ? files("/macos-" + machine(), "libggml", ".dylib", ".1.dylib")
                : files("/debian-" + machine(), ggmlOfLinux(), ".so", ".so.1");
    }

    private static Map<String, String> files(
            String folder, String ggml, String suffix, String numbered) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("libggml" + suffix, folder + "/" + ggml + suffix);
        files.put("libwhisper" + numbered, folder + "/libwhisper" + numbered);
        files.put("libwhisper-jni" + suffix, folder + "/libwhisper-jni" + suffix);
        return files;
    }

    private static String ggmlOfLinux() throws IOException {
        String processor = Files.isReadable(PROCESSOR) ? Files.readString(PROCESSOR) : "";
        return switch (machine()) {
            case "amd64" ->
                    FAST.stream().allMatch(processor::contains)
                            ? "libggml+mf16c+mfma+mavx+mavx2"
                            : "libggml";
            case "arm64" -> processor.contains("fphp") ? "libggml+fp16" : "libggml+crc";
            default -> processor.contains("crc32") ? "libggml+crc" : "libggml";
        };
    }

    static boolean isWindows() {
        return system().startsWith("win");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (machine) {
            case "x86_64", "amd64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> machine.startsWith("arm") ? "armv7l" : machine;
        };
    }

    static String notForThis() {
        return "There is no Whisper for this kind of computer ("
                + system()
                + ", "
                + machine()
                + "). Use another engine.";
    }
}
