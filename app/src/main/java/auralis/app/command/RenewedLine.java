package auralis.app.command;

import java.io.PrintStream;
import java.util.Locale;

/** The last line of a terminal, written over and over. One thread at a time. */
final class RenewedLine {
    private static final int BAR = 24;

    private final PrintStream out;
    private int length;

    RenewedLine(PrintStream out) {
        this.out = out;
    }

    /** A bar with percent. */
    static String bar(double fraction) {
        int filled = (int) Math.round(fraction * BAR);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d%% ",
                "#".repeat(filled),
                " ".repeat(BAR - filled),
                (int) (100 * fraction));
    }

    /** How fast it goes, and how long still; a guess that jumps about in the first second. */
    static String pace(double fraction, double seconds, double audioSeconds) {
        if (seconds <= 1 || fraction <= 0) {
            return "";
        }
        String left = ProgressLine.clock(seconds * (1 - fraction) / fraction) + " left ";
        return audioSeconds > 0
                ? String.format(Locale.ROOT, "%.0fx ", fraction * audioSeconds / seconds) + left
                : left;
    }

    void write(String text) {
        // One that is longer than the terminal could not be taken back.
        String line = Table.cut(Words.printable(text), Terminal.columns() - 1);
        int width = Table.width(line);
        out.print("\r" + line + " ".repeat(Math.max(0, length - width)));
        out.flush();
        length = width;
    }

    /** Takes the line away. */
    void clear() {
        if (length > 0) {
            out.print("\r" + " ".repeat(length) + "\r");
            out.flush();
            length = 0;
        }
    }
}
