package auralis.dsp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Progress;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class DynamicTimeWarpingTest {
    private static final int SYLLABLE = 9;
    private final Random random = new Random(4);

    @Test
    void theTextIsFoundThoughItIsSaidSlower() throws InterruptedException {
        List<double[][]> lines = lines(12);
        List<Cepstra> heard = new ArrayList<>();
        for (double[][] line : lines) {
            heard.add(said(line, 1.4));
        }

        int[] path = path(Phrases.of(heard), 1, text(lines));

        Phrases sound = Phrases.of(heard);
        for (int row = 0; row < path.length; row++) {
            if (!sound.isPause(row) && !text(lines).isPause(path[row])) {
                assertThat(text(lines).phrase(path[row])).isEqualTo(sound.phrase(row));
                assertThat(text(lines).frame(path[row]) * 1.4)
                        .isCloseTo(sound.frame(row), within(8.0));
            }
        }
    }

    @Test
    void linesAreToldApartWherePausesAreNot() throws InterruptedException {
        List<double[][]> lines = lines(8);
        List<Cepstra> heard = new ArrayList<>();
        for (double[][] line : lines) {
            heard.add(said(line, 0.9));
        }

        int[] path = path(Phrases.of(List.of(Cepstra.join(heard))), 0, text(lines));

        int at = 1;
        for (int line = 0; line < lines.size(); line++) {
            assertThat(firstRow(path, line, text(lines))).isCloseTo(at, within(6));
            at += heard.get(line).frames();
        }
    }

    @Test
    void aLineThatNobodySaysIsLeftOut() throws InterruptedException {
        List<double[][]> lines = lines(6);
        List<Cepstra> heard = new ArrayList<>();
        for (double[][] line : lines) {
            heard.add(said(line, 1));
        }
        heard.remove(2);
        heard.remove(2);

        Phrases sound = Phrases.of(heard);
        int[] path = path(sound, 1, text(lines));

        assertThat(firstRow(path, 2, text(lines))).isEqualTo(-1);
        assertThat(firstRow(path, 3, text(lines))).isEqualTo(-1);
        assertThat(firstRow(path, 4, text(lines))).isCloseTo(sound.pause(2) + 1, within(3));
        assertThat(firstRow(path, 5, text(lines))).isCloseTo(sound.pause(3) + 1, within(3));
    }

    @Test
    void soundThatIsNoTextBelongsToNoLine() throws InterruptedException {
        List<double[][]> lines = lines(6);
        List<Cepstra> heard = new ArrayList<>();
        heard.add(said(lines(1).get(0), 2));
        for (double[][] line : lines) {
            heard.add(said(line, 1));
        }

        Phrases sound = Phrases.of(heard);
        int[] path = path(sound, 1, text(lines));

        assertThat(firstRow(path, 0, text(lines))).isCloseTo(sound.pause(1) + 1, within(3));
    }

    @Test
    void thePathNeverGoesBack() throws InterruptedException {
        Phrases text = text(lines(9));

        int[] path = path(text(lines(5)), 0.5, text);

        assertThat(path).isSorted();
        assertThat(path[path.length - 1]).isEqualTo(text.positions() - 1);
    }

    @Test
    void thePathIsTheOneOfLeastCost() throws InterruptedException {
        List<double[][]> lines = lines(4);
        Phrases text = text(lines);
        Phrases sound =
                Phrases.of(
                        List.of(
                                said(lines.get(0), 1.1),
                                said(lines(1).get(0), 1),
                                said(lines.get(1), 0.8),
                                said(lines.get(3), 1.3)));
        double[] pauses = {0, 0.3, 2, 0.5, 0.1};

        int[] exact = DynamicTimeWarping.exactPath(sound, pauses, text).orElseThrow();

        assertThat(exact).isEqualTo(Reference.path(sound, pauses, text));
        assertThat(DynamicTimeWarping.path(sound, pauses, text, Progress.NONE)).hasValue(exact);
    }

    /** Everything of the matrix is kept. */
    private static final class Reference {
        static int[] path(Phrases sound, double[] pauses, Phrases text) {
            int rows = sound.positions();
            int columns = text.positions();
            double[][] sums = new double[rows + 1][columns];
            int[][][] from = new int[rows + 1][columns][];
            Arrays.fill(sums[0], Double.POSITIVE_INFINITY);
            sums[0][0] = 0;
            for (int i = 1; i <= rows; i++) {
                for (int j = 0; j < columns; j++) {
                    boolean quiet = sound.isPause(i - 1);
                    boolean between = text.isPause(j);
                    double cost =
                            quiet
                                    ? between ? 0 : pause(pauses[sound.phrase(i - 1) + 1])
                                    : between
                                            ? DynamicTimeWarping.NO_TEXT
                                            : sound.distance(i - 1, text, j);
                    double stay = between || quiet ? 0 : DynamicTimeWarping.STAY;
                    sums[i][j] = sums[i - 1][j] + cost + stay;
                    from[i][j] = new int[] {i - 1, j};
                    if (j >= 1) {
                        better(sums, from, i, j, sums[i - 1][j - 1] + cost, i - 1, j - 1);
                    }
                    if (j >= 2) {
                        double hurry = text.isPause(j - 1) ? 0 : DynamicTimeWarping.HURRY;
                        better(sums, from, i, j, sums[i - 1][j - 2] + cost + hurry, i - 1, j - 2);
                    }
                    if (j >= 1 && between) {
                        int last = text.pause(text.phrase(j));
                        double leap = DynamicTimeWarping.LEFT_OUT * (j - last - 1);
                        better(sums, from, i, j, sums[i][last] + leap, i, last);
                    }
                }
            }
            int[] path = new int[rows];
            int i = rows;
            int j = columns - 1;
            path[rows - 1] = j;
            while (i > 0) {
                int[] before = from[i][j];
                if (before[0] < i && before[0] > 0) {
                    path[before[0] - 1] = before[1];
                }
                i = before[0];
                j = before[1];
            }
            return path;
        }

        private static double pause(double seconds) {
            return DynamicTimeWarping.PAUSE * Math.min(1, seconds);
        }

        private static void better(
                double[][] sums, int[][][] from, int i, int j, double sum, int row, int column) {
            if (sum < sums[i][j]) {
                sums[i][j] = sum;
                from[i][j] = new int[] {row, column};
            }
        }
    }

    @Test
    void nothingIsFoundInNothing() throws InterruptedException {
        Phrases none = Phrases.of(List.of());
        Phrases some = text(lines(1));

        assertThat(DynamicTimeWarping.path(none, new double[1], some, Progress.NONE)).isEmpty();
        assertThat(DynamicTimeWarping.path(some, new double[2], none, Progress.NONE)).isEmpty();
        assertThatThrownBy(() -> DynamicTimeWarping.path(some, new double[1], some, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isCancelled() {
        Phrases some = text(lines(3));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> path(some, 1, some)).isInstanceOf(InterruptedException.class);
    }

    private static int[] path(Phrases sound, double pause, Phrases text)
            throws InterruptedException {
        double[] pauses = new double[sound.phrases() + 1];
        Arrays.fill(pauses, pause);
        return DynamicTimeWarping.path(sound, pauses, text, Progress.NONE).orElseThrow();
    }

    private static int firstRow(int[] path, int line, Phrases text) {
        for (int row = 0; row < path.length; row++) {
            if (!text.isPause(path[row]) && text.phrase(path[row]) == line) {
                return row;
            }
        }
        return -1;
    }

    /** Syllables, each a point among the coefficients. */
    private List<double[][]> lines(int count) {
        List<double[][]> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[][] syllables = new double[6 + random.nextInt(8)][Cepstra.COEFFICIENTS];
            for (double[] syllable : syllables) {
                Arrays.setAll(syllable, c -> random.nextGaussian());
            }
            lines.add(syllables);
        }
        return lines;
    }

    private Phrases text(List<double[][]> lines) {
        return Phrases.of(lines.stream().map(line -> said(line, 1)).toList());
    }

    /** Gliding from one syllable to the next, and somewhat differently each time. */
    private Cepstra said(double[][] line, double slower) {
        int frames = (int) (slower * SYLLABLE * (line.length - 1));
        float[] values = new float[frames * Cepstra.COEFFICIENTS];
        for (int i = 0; i < frames; i++) {
            double at = (double) i / frames * (line.length - 1);
            int syllable = (int) at;
            for (int c = 0; c < Cepstra.COEFFICIENTS; c++) {
                double now = line[syllable][c];
                double next = line[syllable + 1][c];
                values[i * Cepstra.COEFFICIENTS + c] =
                        (float)
                                (now
                                        + (next - now) * (at - syllable)
                                        + 0.5 * random.nextGaussian());
            }
        }
        return new Cepstra(values);
    }
}
