package auralis.library.transcribe.align;

import auralis.dsp.Progress;
import auralis.dsp.speech.Span;
import auralis.dsp.speech.SpeechLevels;
import auralis.library.transcribe.engine.ProportionalWords;
import auralis.library.transcribe.engine.SpeechFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Aligns lines with a recording by how long they should take: a line with twice the syllables takes
 * twice the time. Lines begin at pauses rather than within speech, and there where it is quiet for
 * a moment. Nothing is known of what the words sound like, so all that is voice must be text.
 *
 * <p>Among all ways to cut the voice into lines, the one of least cost is found by dynamic
 * programming: the squared logarithm of the ratio of each duration to what is expected, plus the
 * price of where it was cut, plus that of the pauses within lines.
 */
final class CountedAlignment {
    private static final double SYLLABLES_PER_LINE = 0.7;
    private static final double STRETCH = 4;
    private static final double MOST_STRETCH = 5;
    private static final double AROUND_SECONDS = 0.12;
    private static final double PIECE_SECONDS = 30;
    private static final double WITHIN_SPEECH = 1.5;
    private static final double PER_DB_OF_QUIET = 0.04;
    private static final double PAUSE_WITHIN = 2;
    private static final double LONGEST_PAUSE_SECONDS = 1;
    private static final double LEAST_BAND_SECONDS = 30;
    private static final double BAND = 0.12;

    private final SpeechFile recording;
    private final List<Span> voiced;
    private final List<Cut> cuts = new ArrayList<>();

    /**
     * Where a line may end and the next begin.
     *
     * @param said seconds of voice before it
     * @param end of what is before, in seconds
     * @param start of what comes after, in seconds
     * @param cost of cutting there
     * @param within cost of all pauses up to here, when no line ended there
     */
    private record Cut(double said, double end, double start, double cost, double within) {}

    /**
     * @param voiced not empty
     */
    CountedAlignment(SpeechFile recording, List<Span> voiced) {
        this.recording = recording;
        this.voiced = voiced;
    }

    /**
     * The times of lines, in order.
     *
     * @param lines not empty
     * @param progress counts the voice and the lines
     */
    List<Timing> align(List<Line> lines, Progress progress)
            throws IOException, InterruptedException {
        progress.total(voiced.size() + lines.size());
        findCuts(progress);
        double[] expected = expected(lines);
        int[] chosen = chosen(expected, progress);
        List<Timing> timings = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            progress.checkpoint();
            double from = chosen == null ? sum(expected, line) : cuts.get(chosen[line]).said;
            double to = chosen == null ? sum(expected, line + 1) : cuts.get(chosen[line + 1]).said;
            timings.add(timing(lines.get(line), from, to));
        }
        return timings;
    }

    private static double sum(double[] values, int count) {
        return Arrays.stream(values, 0, count).sum();
    }

    private double[] expected(List<Line> lines) {
        double[] expected =
                lines.stream()
                        .mapToDouble(line -> Syllables.of(line.text()) + SYLLABLES_PER_LINE)
                        .toArray();
        double unit = cuts.get(cuts.size() - 1).said / sum(expected, expected.length);
        return Arrays.stream(expected).map(syllables -> unit * syllables).toArray();
    }

    private void findCuts(Progress progress) throws IOException, InterruptedException {
        double said = 0;
        double within = 0;
        Span first = voiced.get(0);
        cuts.add(new Cut(0, first.start(), first.start(), 0, 0));
        for (int i = 0; i < voiced.size(); i++) {
            Span span = voiced.get(i);
            findCuts(span, said, within, progress);
            said += span.seconds();
            boolean isLast = i + 1 == voiced.size();
            double next = isLast ? span.end() : voiced.get(i + 1).start();
            double pause = Math.min(LONGEST_PAUSE_SECONDS, next - span.end());
            within += PAUSE_WITHIN * pause;
            cuts.add(new Cut(said, span.end(), next, 0, within));
            progress.advance(1);
        }
    }

    private void findCuts(Span span, double said, double within, Progress progress)
            throws IOException, InterruptedException {
        for (double from = span.start(); from < span.end(); from += PIECE_SECONDS) {
            progress.checkpoint();
            Span piece = new Span(from, Math.min(span.end(), from + PIECE_SECONDS));
            SpeechLevels levels =
                    new SpeechLevels(recording.samples(piece), SpeechFile.SAMPLE_RATE);
            double usual = 0;
            List<Double> minima = levels.minima(AROUND_SECONDS);
            for (double minimum : minima) {
                usual += levels.db(minimum) / minima.size();
            }
            for (double minimum : minima) {
                double quiet = usual - levels.db(minimum);
                double cost = Math.max(0, WITHIN_SPEECH - PER_DB_OF_QUIET * quiet);
                double at = from + minimum;
                cuts.add(new Cut(said + at - span.start(), at, at, cost, within));
            }
        }
    }

    /** The cut before each line and after the last; null when there are not enough. */
    private int[] chosen(double[] expected, Progress progress) throws InterruptedException {
        int last = cuts.size() - 1;
        double all = cuts.get(last).said;
        double band = Math.max(LEAST_BAND_SECONDS, BAND * all);
        int[][] from = new int[expected.length + 1][];
        int[] firsts = new int[expected.length + 1];
        double[] costs = {0};
        double before = 0;
        for (int line = 1; line <= expected.length; line++) {
            progress.checkpoint();
            before += expected[line - 1];
            boolean isLast = line == expected.length;
            int first = isLast ? last : firstFrom(before - band);
            int end = isLast ? last + 1 : firstFrom(before + band);
            double[] next = new double[Math.max(0, end - first)];
            from[line] = new int[next.length];
            firsts[line] = first;
            for (int cut = first; cut < end; cut++) {
                reach(cut, costs, firsts[line - 1], expected[line - 1], next, from[line], first);
            }
            costs = next;
            progress.advance(1);
        }
        return costs.length == 0 || costs[0] == Double.POSITIVE_INFINITY
                ? null
                : back(from, firsts, last);
    }

    private void reach(
            int cut,
            double[] costs,
            int first,
            double expected,
            double[] next,
            int[] from,
            int firstNext) {
        Cut to = cuts.get(cut);
        double best = Double.POSITIVE_INFINITY;
        int earliest = Math.max(first, firstFrom(to.said - MOST_STRETCH * expected));
        for (int i = earliest; i < Math.min(cut, first + costs.length); i++) {
            Cut start = cuts.get(i);
            double seconds = to.said - start.said;
            if (seconds * MOST_STRETCH < expected) {
                break;
            }
            double cost = costs[i - first] + cost(start, to, seconds / expected);
            if (cost < best) {
                best = cost;
                from[cut - firstNext] = i;
            }
        }
        next[cut - firstNext] = best;
    }

    private static double cost(Cut from, Cut to, double ratio) {
        double stretch = Math.log(ratio);
        // What is within a line does not count at its end: there the pause is between two.
        double pauses = Math.max(0, to.within - from.within - PAUSE_WITHIN * (to.start - to.end));
        return STRETCH * stretch * stretch + to.cost + pauses;
    }

    private int firstFrom(double said) {
        int low = 0;
        int high = cuts.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (cuts.get(middle).said < said) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] back(int[][] from, int[] firsts, int last) {
        int[] chosen = new int[from.length];
        int cut = last;
        for (int line = from.length - 1; line > 0; line--) {
            chosen[line] = cut;
            cut = from[line][cut - firsts[line]];
        }
        return chosen;
    }

    /**
     * @param from seconds of voice before the line
     * @param to seconds of voice before its end
     */
    private Timing timing(Line line, double from, double to) throws IOException {
        Span span = new Span(after(from), Math.max(after(from), before(to)));
        SpeechLevels levels = new SpeechLevels(recording.samples(span), SpeechFile.SAMPLE_RATE);
        return Timing.of(
                span.start(), ProportionalWords.edges(levels, span.seconds(), line.words()));
    }

    /** The time after so many seconds of voice, as the start of what comes. */
    private double after(double said) {
        double rest = said + 1e-6;
        for (Span span : voiced) {
            if (rest < span.seconds()) {
                return span.start() + Math.max(0, rest - 1e-6);
            }
            rest -= span.seconds();
        }
        return voiced.get(voiced.size() - 1).end();
    }

    /** The same as the end of what was. */
    private double before(double said) {
        double rest = said - 1e-6;
        for (Span span : voiced) {
            if (rest <= span.seconds()) {
                return span.start() + Math.max(0, rest);
            }
            rest -= span.seconds();
        }
        return voiced.get(voiced.size() - 1).end();
    }
}
