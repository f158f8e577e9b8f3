package auralis.library.transcribe.align;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.resample.ResampledSource;
import auralis.dsp.speech.Mfcc;
import auralis.dsp.wav.WavSource;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Speaks text by the program espeak-ng, where the user has it. It is a process of its own for every
 * line: its licence and its crashes stay there. One thread at a time.
 */
final class EspeakVoice implements Closeable {
    private static final String DEFAULT = "en";
    private static final int POLL_MS = 50;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int BLOCK = 16_384;

    /** Where a program of the desktop finds no path to, though people install it there. */
    private static final List<String> USUAL_FOLDERS =
            List.of("/opt/homebrew/bin", "/usr/local/bin", "C:\\Program Files\\eSpeak NG");

    /** What it calls some languages. */
    private static final Map<String, String> NAMES = Map.of("zh", "cmn", "no", "nb", "iw", "he");

    /** A language that is written so, where nobody said which. */
    private static final Map<Character.UnicodeScript, String> BY_SCRIPT =
            Map.of(
                    Character.UnicodeScript.CYRILLIC, "ru",
                    Character.UnicodeScript.GREEK, "el",
                    Character.UnicodeScript.ARABIC, "ar",
                    Character.UnicodeScript.HEBREW, "he",
                    Character.UnicodeScript.HANGUL, "ko",
                    Character.UnicodeScript.HAN, "cmn",
                    Character.UnicodeScript.HIRAGANA, "ja",
                    Character.UnicodeScript.KATAKANA, "ja",
                    Character.UnicodeScript.DEVANAGARI, "hi");

    private final Path program;
    private final String voice;
    private final Path folder;

    /**
     * @param voice as {@link #voice} names it
     */
    EspeakVoice(Path program, String voice) throws IOException {
        this.program = program;
        this.voice = voice;
        this.folder = Files.createTempDirectory("auralis-voice");
    }

    /** The program, where it is installed. */
    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), USUAL_FOLDERS.stream())
                .filter(folder -> !folder.isBlank())
                .flatMap(EspeakVoice::programs)
                .filter(program -> program.isFile() && program.canExecute())
                .map(File::toPath)
                .findFirst();
    }

    private static Stream<File> programs(String folder) {
        return Stream.of("espeak-ng", "espeak-ng.exe").map(name -> new File(folder, name));
    }

    /**
     * The voice for a language, or for how a text is written where the language is not told.
     *
     * @param language of ISO 639-1, or any other word when nobody knows it
     */
    static String voice(String language, String text) {
        if (language.matches("[a-z]{2,3}(-[A-Za-z0-9-]+)?")) {
            return NAMES.getOrDefault(language, language);
        }
        return text.codePoints()
                .mapToObj(sign -> BY_SCRIPT.get(Character.UnicodeScript.of(sign)))
                .filter(known -> known != null)
                .findFirst()
                .orElse(DEFAULT);
    }

    /**
     * A text as it sounds, at {@link Mfcc#SAMPLE_RATE}.
     *
     * @throws IOException when the program fails
     */
    float[] speak(String text, Progress progress) throws IOException, InterruptedException {
        Path wav = folder.resolve("line.wav");
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "-v",
                                voice,
                                "-b",
                                "1",
                                "--stdin",
                                "-w",
                                wav.toString())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                // Two brackets would begin phonemes.
                in.write(text.replaceAll("[\\[\\]]+", " ").getBytes(StandardCharsets.UTF_8));
            }
            long started = System.nanoTime();
            while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
                progress.checkpoint();
                if (System.nanoTime() - started > LONGEST_NANOS) {
                    throw new IOException(program + " does not come to an end");
                }
            }
        } finally {
            // Killed, it ends at once, and holds no file in the folder any more.
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    program
                            + " ended with code "
                            + process.exitValue()
                            + " for the voice "
                            + voice);
        }
        return Files.exists(wav) ? read(wav) : new float[0];
    }

    private static float[] read(Path wav) throws IOException {
        try (AudioSource source =
                ResampledSource.of(new WavSource(FileChannel.open(wav)), Mfcc.SAMPLE_RATE)) {
            AudioBlock block = new AudioBlock(source.format().channels(), BLOCK);
            float[] samples = new float[BLOCK];
            int count = 0;
            for (int read = source.read(block); read >= 0; read = source.read(block.all())) {
                samples = Arrays.copyOf(samples, Math.max(samples.length, count + read));
                System.arraycopy(block.plane(0), 0, samples, count, read);
                count += read;
            }
            return Arrays.copyOf(samples, count);
        } finally {
            Files.delete(wav);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("line.wav"));
        Files.delete(folder);
    }
}
