package auralis.app.command;

import auralis.dsp.Progress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress on standard error: on a terminal one line that renews itself (percent, × real time, time
 * left), otherwise a plain line for each phase.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;

    /** Before this much is done, the time left is a guess that jumps about. */
    private static final long FIRST_ETA_NANOS = 1_000_000_000;

    private static final int BAR = 24;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean quiet;
    private final String label;
    private final double audioSeconds;
    private final long start = System.nanoTime();

    private long total;
    private long done;
    private String phase = "";
    private long drawn;
    private int drawnLength;

    /**
     * @param audioSeconds how long the sound is, for the speed; 0 = unknown
     */
    ProgressLine(
            PrintStream out, boolean terminal, boolean quiet, String label, double audioSeconds) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
        this.label = label;
        this.audioSeconds = audioSeconds;
    }

    @Override
    public void total(long units) {
        total = units;
    }

    @Override
    public void advance(long units) {
        done += units;
        long now = System.nanoTime();
        if (terminal && !quiet && now - drawn > REDRAW_NANOS) {
            drawn = now;
            draw(now - start);
        }
    }

    @Override
    public void phase(String key) {
        phase = key;
        if (!terminal && !quiet) {
            out.println(label + ": " + phase);
        }
    }

    @Override
    public void checkpoint() throws InterruptedException {
        Progress.NONE.checkpoint();
    }

    private void draw(long elapsedNanos) {
        double fraction = total > 0 ? Math.min(1, (double) done / total) : 0;
        StringBuilder line = new StringBuilder("\r");
        int filled = (int) Math.round(fraction * BAR);
        line.append('[').append("#".repeat(filled)).append(" ".repeat(BAR - filled)).append("] ");
        line.append(String.format(Locale.ROOT, "%3d%% ", (int) (100 * fraction)));
        if (elapsedNanos > FIRST_ETA_NANOS && fraction > 0) {
            double seconds = elapsedNanos / 1e9;
            if (audioSeconds > 0) {
                line.append(
                        String.format(Locale.ROOT, "%.0fx ", fraction * audioSeconds / seconds));
            }
            line.append(clock(seconds * (1 - fraction) / fraction)).append(" left ");
        }
        line.append(phase).append(' ').append(label);
        int length = line.length();
        line.append(" ".repeat(Math.max(0, drawnLength - length)));
        drawnLength = length;
        out.print(line);
        out.flush();
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    /** Takes the line away. */
    void clear() {
        if (drawnLength > 0) {
            out.print("\r" + " ".repeat(drawnLength) + "\r");
            out.flush();
            drawnLength = 0;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
