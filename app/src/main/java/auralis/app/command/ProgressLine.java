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

    private final PrintStream out;
    private final RenewedLine line;
    private final boolean terminal;
    private final boolean quiet;
    private final String label;
    private final double audioSeconds;
    private final long start = System.nanoTime();

    private long total;
    private long done;
    private String phase = "";
    private long drawn;

    /**
     * @param audioSeconds how long the sound is, for the speed; 0 = unknown
     */
    ProgressLine(
            PrintStream out, boolean terminal, boolean quiet, String label, double audioSeconds) {
        this.out = out;
        this.line = new RenewedLine(out);
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
            out.println(Words.printable(label + ": " + phase));
        }
    }

    @Override
    public void checkpoint() throws InterruptedException {
        Progress.NONE.checkpoint();
    }

    private void draw(long elapsedNanos) {
        double fraction = total > 0 ? Math.min(1, (double) done / total) : 0;
        String pace = RenewedLine.pace(fraction, elapsedNanos / 1e9, audioSeconds);
        line.write(RenewedLine.bar(fraction) + pace + phase + ' ' + label);
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    /** Takes the line away. */
    void clear() {
        line.clear();
    }

    @Override
    public void close() {
        clear();
    }
}
