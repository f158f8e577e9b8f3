package auralis.dsp.speech;

import auralis.dsp.Progress;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which moment of a recording is which of a text that another voice speaks: dynamic time warping
 * (Sakoe and Chiba, 1978) of the coefficients of both, in which every frame of the recording counts
 * once. From one frame to the next the text stays, goes on by one, or by two.
 *
 * <p>Two things are unlike the textbook. Between any two lines of the text there is room for sound
 * that is no text, at a fixed price, and a line may be left out, at a price too: so an intro, a
 * breath or a line that nobody said do not carry the rest away. And a pause of the recording costs
 * nothing between lines and something inside of one.
 *
 * <p>It is done at a coarse grain first, and finely only near the coarse path, so time and memory
 * grow with the length and not with its square (Salvador and Chan, "FastDTW", 2007). Of the sums
 * only some rows are kept, and the moves between two of them are worked out again on the way back.
 */
public final class DynamicTimeWarping {
    /** Between the distance of equal sounds of two voices, 0.6 or so, and that of unlike ones. */
    static final float NO_TEXT = 0.82f;

    static final float STAY = 0.05f;
    static final float HURRY = 0.1f;

    /** For each frame of a line that is left out. */
    static final float LEFT_OUT = 0.1f;

    /** For a second of pause within a line, in frames of no text. */
    static final float PAUSE = 25f;

    private static final double LONGEST_PAUSE_SECONDS = 1;
    private static final int COARSE = 4;
    private static final int COARSEST = 64;
    private static final long MOST_CELLS = 250_000_000;

    /** Around the coarse path, in coarse frames. */
    private static final int RADIUS = 14;

    private static final float NEVER = Float.POSITIVE_INFINITY;
    private static final byte STAYED = 0;
    private static final byte LEAPT = 3;

    private final Phrases sound;
    private final Phrases text;
    private final float[] pauseCosts;
    private final WarpBand band;

    private DynamicTimeWarping(Phrases sound, float[] pauseCosts, Phrases text, WarpBand band) {
        this.sound = sound;
        this.pauseCosts = pauseCosts;
        this.text = text;
        this.band = band;
    }

    /**
     * Which position of the text is heard at each position of a recording.
     *
     * @param sound the stretches of voice, in frames of 20 ms
     * @param pauseSeconds how long each pause is: before the first stretch, between them, and after
     *     the last
     * @param text the lines, in frames of 20 ms
     * @param progress not counted, only asked whether to go on
     * @return rising; empty when the two have nothing to do with each other, as when one of them is
     *     empty
     */
    public static Optional<int[]> path(
            Phrases sound, double[] pauseSeconds, Phrases text, Progress progress)
            throws InterruptedException {
        if (pauseSeconds.length != sound.phrases() + 1) {
            throw new IllegalArgumentException(pauseSeconds.length + " pauses");
        }
        if (sound.phrases() == 0 || text.phrases() == 0) {
            return Optional.empty();
        }
        long cells = (long) sound.positions() * text.positions();
        int grain = COARSE;
        while (grain < COARSEST && cells / grain / grain > MOST_CELLS) {
            grain *= COARSE;
        }
        return path(sound, pauseSeconds, text, grain, progress);
    }

    private static Optional<int[]> path(
            Phrases sound, double[] pauseSeconds, Phrases text, int grain, Progress progress)
            throws InterruptedException {
        Phrases coarseSound = sound.pooled(grain);
        Phrases coarseText = text.pooled(grain);
        WarpBand band =
                WarpBand.diagonal(coarseSound.positions(), coarseText.positions(), MOST_CELLS);
        Optional<int[]> coarse =
                new DynamicTimeWarping(coarseSound, costs(pauseSeconds, grain), coarseText, band)
                        .warped(progress);
        for (int to = grain / COARSE; to >= 1 && coarse.isPresent(); to /= COARSE) {
            Phrases fineSound = to == 1 ? sound : sound.pooled(to);
            Phrases fineText = to == 1 ? text : text.pooled(to);
            band = around(coarse.get(), coarseSound, fineSound, coarseText, fineText);
            coarse =
                    new DynamicTimeWarping(fineSound, costs(pauseSeconds, to), fineText, band)
                            .warped(progress);
            coarseSound = fineSound;
            coarseText = fineText;
        }
        return coarse;
    }

    /** The same at the finest grain alone, with nothing left aside. */
    static Optional<int[]> exactPath(Phrases sound, double[] pauseSeconds, Phrases text)
            throws InterruptedException {
        WarpBand all = WarpBand.diagonal(sound.positions(), text.positions(), Long.MAX_VALUE);
        return new DynamicTimeWarping(sound, costs(pauseSeconds, 1), text, all)
                .warped(Progress.NONE);
    }

    private static float[] costs(double[] pauseSeconds, int grain) {
        float[] costs = new float[pauseSeconds.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = (float) (PAUSE / grain * Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds[i]));
        }
        return costs;
    }

    /** What is near a coarse path, on positions of which {@value #COARSE} became one. */
    private static WarpBand around(
            int[] path, Phrases coarseSound, Phrases sound, Phrases coarseText, Phrases text) {
        int rows = sound.positions();
        WarpBand band = new WarpBand(new int[rows], new int[rows]);
        for (int row = 0; row < rows; row++) {
            int coarse = sound.pooledPosition(row, coarseSound, COARSE);
            int low = path[Math.max(0, coarse - RADIUS)] - RADIUS;
            int high = path[Math.min(path.length - 1, coarse + RADIUS)] + RADIUS + 1;
            band.from()[row] = text.firstOf(Math.max(0, low), coarseText, COARSE);
            band.to()[row] =
                    high < coarseText.positions()
                            ? text.firstOf(high, coarseText, COARSE)
                            : text.positions();
        }
        band.from()[0] = 0;
        return band;
    }

    private Optional<int[]> warped(Progress progress) throws InterruptedException {
        int rows = sound.positions();
        int every = (int) Math.ceil(Math.sqrt(rows));
        Sums sums = new Sums(text.positions());
        float[][] kept = new float[(rows + every - 1) / every][];
        for (int row = 0; row < rows; row++) {
            progress.checkpoint();
            if (row % every == 0) {
                kept[row / every] = sums.kept(row);
            }
            advance(sums, row, null);
        }
        if (sums.now[text.positions() - 1] == NEVER) {
            return Optional.empty();
        }
        return Optional.of(back(kept, every, progress));
    }

    private int[] back(float[][] kept, int every, Progress progress) throws InterruptedException {
        int[] path = new int[sound.positions()];
        byte[][] moves = new byte[every][band.widest()];
        int column = text.positions() - 1;
        for (int block = kept.length - 1; block >= 0; block--) {
            int first = block * every;
            int end = Math.min(path.length, first + every);
            Sums sums = new Sums(text.positions());
            sums.restore(first, kept[block]);
            for (int row = first; row < end; row++) {
                progress.checkpoint();
                advance(sums, row, moves[row - first]);
            }
            for (int row = end - 1; row >= first; row--) {
                path[row] = column;
                byte move = moves[row - first][column - band.from()[row]];
                while (move == LEAPT) {
                    column = text.pause(text.phrase(column));
                    move = moves[row - first][column - band.from()[row]];
                }
                column -= move;
            }
        }
        return path;
    }

    /** The sums of two rows; what is not in the band costs infinitely much. */
    private final class Sums {
        float[] before;
        float[] now;

        Sums(int columns) {
            before = new float[columns];
            now = new float[columns];
            Arrays.fill(before, NEVER);
            Arrays.fill(now, NEVER);
            // Before the first row, nothing of the text was heard.
            now[0] = 0;
        }

        /** The sums before a row, where they are not infinite. */
        float[] kept(int row) {
            return row == 0
                    ? new float[] {0}
                    : Arrays.copyOfRange(now, band.from()[row - 1], band.to()[row - 1]);
        }

        void restore(int row, float[] kept) {
            now[0] = NEVER;
            System.arraycopy(kept, 0, now, row == 0 ? 0 : band.from()[row - 1], kept.length);
        }

        void turn(int row) {
            float[] last = before;
            before = now;
            now = last;
            int from = row < 2 ? 0 : band.from()[row - 2];
            int to = row < 2 ? now.length : band.to()[row - 2];
            Arrays.fill(now, from, to, NEVER);
        }
    }

    /**
     * @param moves is filled with how each column of the band was reached; may be null
     */
    private void advance(Sums sums, int row, byte[] moves) {
        sums.turn(row);
        boolean quiet = sound.isPause(row);
        float pause = quiet ? pauseCosts[sound.phrase(row) + 1] : 0;
        int from = band.from()[row];
        for (int column = from; column < band.to()[row]; column++) {
            boolean between = text.isPause(column);
            float least = sums.before[column] + (between || quiet ? 0 : STAY);
            byte move = STAYED;
            if (column >= 1 && sums.before[column - 1] < least) {
                least = sums.before[column - 1];
                move = 1;
            }
            // Past the room between two lines it is no hurry.
            if (column >= 2) {
                float hurry = text.isPause(column - 1) ? 0 : HURRY;
                if (sums.before[column - 2] + hurry < least) {
                    least = sums.before[column - 2] + hurry;
                    move = 2;
                }
            }
            if (least < NEVER) {
                least += cost(row, quiet, pause, column, between);
            }
            if (between && column > 0) {
                int last = text.pause(text.phrase(column));
                float leap = sums.now[last] + LEFT_OUT * (column - last - 1);
                if (leap < least) {
                    least = leap;
                    move = LEAPT;
                }
            }
            sums.now[column] = least;
            if (moves != null) {
                moves[column - from] = move;
            }
        }
    }

    private float cost(int row, boolean quiet, float pause, int column, boolean between) {
        if (quiet) {
            return between ? 0 : pause;
        }
        return between ? NO_TEXT : sound.distance(row, text, column);
    }
}
