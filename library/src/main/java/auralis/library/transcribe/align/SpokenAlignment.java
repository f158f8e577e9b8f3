package auralis.library.transcribe.align;

import auralis.dsp.Progress;
import auralis.dsp.speech.Cepstra;
import auralis.dsp.speech.DynamicTimeWarping;
import auralis.dsp.speech.Mfcc;
import auralis.dsp.speech.Phrases;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.SpeechLevels;
import auralis.library.transcribe.engine.ProportionalWords;
import auralis.library.transcribe.engine.SpeechFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Aligns lines with a recording by having another voice speak them, and warping what it says onto
 * what is heard: the idea of the program aeneas. It is told by the sound of the words, so it
 * notices lines that are left out and sound that is no text.
 */
final class SpokenAlignment {
    /** Frames of 10 ms in one of the alignment. */
    private static final int POOLED = 2;

    private static final double FRAME_SECONDS = 0.02;
    private static final int FRAME = POOLED * Mfcc.HOP;

    /** Read at once: 20 s. */
    private static final int PIECE = 1_000 * FRAME;

    private static final double SILENCE_DB = 45;

    private final EspeakVoice voice;
    private final Mfcc mfcc = new Mfcc();

    /** Where words begin in the spoken lines, in frames. */
    private final List<int[]> edges = new ArrayList<>();

    SpokenAlignment(EspeakVoice voice) {
        this.voice = voice;
    }

    /**
     * The times of lines, in order.
     *
     * @param progress counts the voice and the lines
     * @return null for a line that was not heard; empty when none was
     * @throws IOException when the program that speaks fails, or the recording is not to be read
     */
    Optional<List<Timing>> align(
            SpeechFile recording, List<Span> voiced, List<Line> lines, Progress progress)
            throws IOException, InterruptedException {
        progress.total(2L * voiced.size() + lines.size());
        List<Cepstra> spoken = new ArrayList<>();
        for (Line line : lines) {
            spoken.add(spoken(line, progress));
            progress.advance(1);
        }
        List<Cepstra> heard = new ArrayList<>();
        for (Span span : voiced) {
            heard.add(heard(recording, span, progress));
            progress.advance(1);
        }
        Phrases sound = Phrases.of(heard);
        Phrases text = Phrases.of(spoken);
        Optional<int[]> path =
                DynamicTimeWarping.path(sound, pauses(voiced, recording.seconds()), text, progress);
        progress.advance(voiced.size());
        return path.map(columns -> timings(columns, sound, text, voiced));
    }

    private static double[] pauses(List<Span> voiced, double seconds) {
        double[] pauses = new double[voiced.size() + 1];
        double end = 0;
        for (int i = 0; i < voiced.size(); i++) {
            pauses[i] = Math.max(0, voiced.get(i).start() - end);
            end = voiced.get(i).end();
        }
        pauses[voiced.size()] = Math.max(0, seconds - end);
        return pauses;
    }

    private Cepstra heard(SpeechFile recording, Span span, Progress progress)
            throws IOException, InterruptedException {
        List<Cepstra> pieces = new ArrayList<>();
        double piece = (double) PIECE / SpeechFile.SAMPLE_RATE;
        double more = (double) (Mfcc.FRAME - Mfcc.HOP) / SpeechFile.SAMPLE_RATE;
        for (double from = span.start(); from < span.end(); from += piece) {
            progress.checkpoint();
            double to = Math.min(span.end(), from + piece);
            pieces.add(mfcc.of(recording.samples(new Span(from, to + more))).pooled(POOLED));
        }
        return Cepstra.join(pieces);
    }

    private Cepstra spoken(Line line, Progress progress) throws IOException, InterruptedException {
        float[] sound = trimmed(voice.speak(line.text(), progress));
        double seconds = (double) sound.length / Mfcc.SAMPLE_RATE;
        SpeechLevels levels = new SpeechLevels(sound, Mfcc.SAMPLE_RATE);
        edges.add(
                Arrays.stream(ProportionalWords.edges(levels, seconds, line.words()))
                        .mapToInt(edge -> (int) Math.round(edge / FRAME_SECONDS))
                        .toArray());
        return mfcc.of(sound).pooled(POOLED);
    }

    /** Without the silence before and after the words. */
    private static float[] trimmed(float[] sound) {
        SpeechLevels levels = new SpeechLevels(sound, Mfcc.SAMPLE_RATE);
        double frame = (double) FRAME / Mfcc.SAMPLE_RATE;
        int frames = sound.length / FRAME;
        double loudest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < frames; i++) {
            loudest = Math.max(loudest, levels.db(i * frame));
        }
        int from = 0;
        while (from < frames && levels.db(from * frame) < loudest - SILENCE_DB) {
            from++;
        }
        int to = frames;
        while (to > from && levels.db(to * frame) < loudest - SILENCE_DB) {
            to--;
        }
        return Arrays.copyOfRange(sound, from * FRAME, Math.min(sound.length, (to + 1) * FRAME));
    }

    private List<Timing> timings(int[] path, Phrases sound, Phrases text, List<Span> voiced) {
        int[] first = new int[text.phrases()];
        int[] last = new int[text.phrases()];
        Arrays.fill(first, -1);
        for (int row = 0; row < path.length; row++) {
            if (!sound.isPause(row) && !text.isPause(path[row])) {
                int line = text.phrase(path[row]);
                first[line] = first[line] < 0 ? row : first[line];
                last[line] = row;
            }
        }
        List<Timing> timings = new ArrayList<>();
        for (int line = 0; line < first.length; line++) {
            timings.add(
                    first[line] < 0
                            ? null
                            : timing(line, first[line], last[line], path, sound, text, voiced));
        }
        return timings;
    }

    private Timing timing(
            int line,
            int first,
            int last,
            int[] path,
            Phrases sound,
            Phrases text,
            List<Span> voiced) {
        int[] frames = edges.get(line);
        double[] times = new double[frames.length];
        int row = first;
        for (int word = 0; word < frames.length; word++) {
            int column = text.pause(line) + 1 + frames[word];
            while (row < last && (path[row] < column || sound.isPause(row))) {
                row++;
            }
            times[word] = start(row, sound, voiced);
        }
        times[0] = start(first, sound, voiced);
        times[times.length - 1] = start(last, sound, voiced) + FRAME_SECONDS;
        return new Timing(times);
    }

    private static double start(int row, Phrases sound, List<Span> voiced) {
        return voiced.get(sound.phrase(row)).start() + sound.frame(row) * FRAME_SECONDS;
    }
}
