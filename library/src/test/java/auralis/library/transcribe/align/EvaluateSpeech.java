package auralis.library.transcribe.align;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.VoiceActivity;
import auralis.library.transcribe.engine.SpeechFile;
import auralis.library.transcript.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Tells how well voice is found, and the lines of a known text. {@code docs/bench/speech evaluate}
 * runs it.
 *
 * <p>Speech is lines that espeak-ng says one by one, by voices and at speeds that the aligner does
 * not use, with 0.5 to 5 s between them: so it is known when each begins. Noise is added, or the
 * instruments of a song. The songs are those by which separation is judged; when their lines begin
 * is known from the speech that was made into singing.
 */
public final class EvaluateSpeech {
    private static final double NEAR_SECONDS = 0.5;
    private static final String[][] VOICES = {
        {"en-us+f3", "190", "60"},
        {"en-gb-scotland+m4", "150", "40"},
        {"en-gb-x-rp+f5", "215", "75"}
    };
    private static final String[][] GERMAN = {{"de+f2", "190", "60"}};

    private final Path folder;
    private final long seed;

    private EvaluateSpeech(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** {@code FOLDER SEED SONG…}: folders of songs that were written and separated before. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        EvaluateSpeech evaluation = new EvaluateSpeech(folder, Long.parseLong(arguments[1]));
        List<Path> songs = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            songs.add(Path.of(arguments[i]));
        }
        System.out.println(
                "                        voice F1  prec  recall | lines within 0.5 s:"
                        + " A (espeak-ng)  B (syllables); median error");
        evaluation.speech(songs);
        evaluation.songs(songs);
    }

    private void speech(List<Path> songs) throws Exception {
        List<Spoken> clean = new ArrayList<>();
        for (String[] voice : VOICES) {
            clean.add(Spoken.of(folder, SpokenLines.ENGLISH, voice, new Random(seed), 20));
        }
        List<Spoken> german = new ArrayList<>();
        for (String[] voice : GERMAN) {
            german.add(Spoken.of(folder, SpokenLines.GERMAN, voice, new Random(seed), 16));
        }
        tell("speech", clean, "en");
        tell("speech, German", german, "de");
        tell("white noise 20 dB", each(clean, s -> s.with(Spoken.white(s, seed), 20)), "en");
        tell("brown noise 20 dB", each(clean, s -> s.with(Spoken.brown(s, seed), 20)), "en");
        tell("white noise 10 dB", each(clean, s -> s.with(Spoken.white(s, seed), 10)), "en");
        float[] music = Spoken.read(songs.get(0).resolve("other.wav"));
        tell("music 20 dB", each(clean, s -> s.with(music, 20)), "en");
        tell("music 12 dB", each(clean, s -> s.with(music, 12)), "en");
        tell("0.4 s between lines", each(clean, s -> s.closer(0.4)), "en");
        tell("half the lines", each(clean, Spoken::withMoreText), "en");
    }

    private interface Change {
        Spoken of(Spoken spoken) throws Exception;
    }

    private static List<Spoken> each(List<Spoken> all, Change change) throws Exception {
        List<Spoken> changed = new ArrayList<>();
        for (Spoken spoken : all) {
            changed.add(change.of(spoken));
        }
        return changed;
    }

    private void songs(List<Path> songs) throws Exception {
        for (String kind : new String[] {"sung", "separated", "mix"}) {
            List<Spoken> sung = new ArrayList<>();
            for (Path song : songs) {
                sung.add(Spoken.song(song, kind));
            }
            tell("songs: " + kind, sung, "en");
        }
    }

    private void tell(String label, List<Spoken> all, String language) throws Exception {
        Score score = new Score();
        List<Double> spoken = new ArrayList<>();
        List<Double> counted = new ArrayList<>();
        for (Spoken one : all) {
            VoiceActivity activity = new VoiceActivity(SpeechFile.SAMPLE_RATE);
            activity.add(one.sound(), 0, one.sound().length);
            List<Span> voice = activity.voice();
            score.add(one.truth(), voice, activity.seconds());
            spoken.addAll(errors(new TextAligner(), one, voice, language));
            counted.addAll(errors(new TextAligner(Optional.empty()), one, voice, language));
        }
        System.out.printf(
                Locale.ROOT,
                "%-23s %9.3f %5.3f %7.3f | %5.1f %%  %5.1f %%;  %.2f s  %.2f s%n",
                label,
                score.f1(),
                score.precision(),
                score.recall(),
                near(spoken),
                near(counted),
                median(spoken),
                median(counted));
    }

    private List<Double> errors(
            TextAligner aligner, Spoken spoken, List<Span> voice, String language)
            throws IOException, InterruptedException {
        Path file = folder.resolve("heard.raw");
        spoken.write(file);
        List<Double> errors = new ArrayList<>();
        try (SpeechFile recording = new SpeechFile(file)) {
            List<Segment> segments =
                    aligner.align(recording, voice, spoken.text(), language, Progress.NONE);
            for (int i = 0; i < spoken.starts().size(); i++) {
                double truth = spoken.starts().get(i);
                if (!Double.isNaN(truth)) {
                    errors.add(Math.abs(segments.get(i).start() - truth));
                }
            }
        } finally {
            Files.delete(file);
        }
        return errors;
    }

    static double near(List<Double> errors) {
        long near = errors.stream().filter(error -> error <= NEAR_SECONDS).count();
        return 100.0 * near / errors.size();
    }

    static double median(List<Double> errors) {
        return errors.stream().sorted().skip(errors.size() / 2).findFirst().orElse(0.0);
    }

    /** Of frames of 20 ms. */
    private static final class Score {
        private long hits;
        private long misses;
        private long alarms;

        void add(List<Span> truth, List<Span> heard, double seconds) {
            for (int i = 0; i < 50 * seconds; i++) {
                double at = (i + 0.5) / 50;
                boolean is = isIn(truth, at);
                boolean told = isIn(heard, at);
                hits += is && told ? 1 : 0;
                misses += is && !told ? 1 : 0;
                alarms += !is && told ? 1 : 0;
            }
        }

        private static boolean isIn(List<Span> spans, double at) {
            return spans.stream().anyMatch(span -> span.start() <= at && at < span.end());
        }

        double precision() {
            return (double) hits / Math.max(1, hits + alarms);
        }

        double recall() {
            return (double) hits / Math.max(1, hits + misses);
        }

        double f1() {
            return 2.0 * hits / (2.0 * hits + misses + alarms);
        }
    }
}
