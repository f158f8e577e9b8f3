package auralis.library.transcribe.align;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.VoiceActivity;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Tells how well, how fast and in how much memory ten thousand words are aligned that are read in
 * one go, with a quarter of a second between lines and noise 20 dB under them. {@code
 * docs/bench/speech long} runs it.
 */
public final class EvaluateReading {
    private static final int LINES = 1_100;
    private static final int RATE = SpeechFile.SAMPLE_RATE;
    private static final float NOISE = 0.008f;
    private static final String[] VOICE = {"en-us+f3", "190", "60"};

    private EvaluateReading() {}

    /** {@code write FOLDER SEED} or {@code align FOLDER}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(folder, new Random(Long.parseLong(arguments[2])));
        } else {
            align(folder);
        }
    }

    private static void write(Path folder, Random random) throws IOException, InterruptedException {
        Map<String, float[]> said = new HashMap<>();
        List<String> starts = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        long at = 0;
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve("reading.raw")))) {
            for (int i = 0; i < LINES; i++) {
                String line = SpokenLines.ENGLISH.get(random.nextInt(SpokenLines.ENGLISH.size()));
                if (!said.containsKey(line)) {
                    said.put(line, Spoken.trimmed(Spoken.say(folder, line, VOICE)));
                }
                write(new float[RATE / 4], random, out);
                lines.add(line);
                starts.add(Double.toString((double) (at + RATE / 4) / RATE));
                write(said.get(line), random, out);
                at += RATE / 4 + said.get(line).length;
            }
        }
        Files.write(folder.resolve("reading.txt"), lines);
        Files.write(folder.resolve("starts.txt"), starts);
    }

    private static void write(float[] sound, Random random, OutputStream out) throws IOException {
        for (float sample : sound) {
            double noisy = 0.7 * sample + NOISE * random.nextGaussian();
            int rounded = (int) Math.round(32_767 * Math.max(-1, Math.min(1, noisy)));
            out.write(rounded);
            out.write(rounded >> 8);
        }
    }

    private static void align(Path folder) throws IOException, InterruptedException {
        String text = Files.readString(folder.resolve("reading.txt"));
        List<String> starts = Files.readAllLines(folder.resolve("starts.txt"));
        try (SpeechFile recording = new SpeechFile(folder.resolve("reading.raw"))) {
            List<Span> voice = voice(recording);
            System.out.printf(
                    Locale.ROOT,
                    "%d words in %.0f s, in a heap of %d MB%n",
                    text.split("\\s+").length,
                    recording.seconds(),
                    Runtime.getRuntime().maxMemory() >> 20);
            for (TextAligner aligner :
                    List.of(new TextAligner(), new TextAligner(Optional.empty()))) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                List<Segment> segments = aligner.align(recording, voice, text, "en", Progress.NONE);
                long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
                List<Double> errors = new ArrayList<>();
                for (int i = 0; i < starts.size(); i++) {
                    double truth = Double.parseDouble(starts.get(i));
                    errors.add(Math.abs(segments.get(i).start() - truth));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-10s %5.1f %% of %d lines within 0.5 s, median %.2f s; %.0f s of one"
                                + " processor%n",
                        aligner.method(),
                        EvaluateSpeech.near(errors),
                        errors.size(),
                        EvaluateSpeech.median(errors),
                        used / 1e9);
            }
        }
    }

    private static List<Span> voice(SpeechFile recording) throws IOException {
        VoiceActivity activity = new VoiceActivity(RATE);
        for (double at = 0; at < recording.seconds(); at += 10) {
            float[] piece = recording.samples(new Span(at, at + 10));
            activity.add(piece, 0, piece.length);
        }
        return activity.voice();
    }
}
