package auralis.library.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last words of a process: what it printed last, or the head of the report that the Java VM
 * makes when native code crashed. Any thread.
 */
final class Obituary {
    private static final int LINES = 40;
    private static final String CRASH = "# A fatal error has been detected";
    private static final String FRAME = "# Problematic frame:";

    // ---- under this
    private final Deque<String> words = new ArrayDeque<>();
    private boolean crashed;

    synchronized void add(String line) {
        if (crashed && words.size() == LINES) {
            // The report goes on for long; its head says it all.
            return;
        }
        if (!crashed && line.startsWith(CRASH)) {
            crashed = true;
            words.clear();
        }
        words.add(line);
        if (words.size() > LINES) {
            words.remove();
        }
    }

    synchronized String words() {
        return String.join("\n", words);
    }

    /** Which signal, and in which library: "SIGSEGV (0xb) in C [libc.so.6+0x9f]". */
    synchronized Optional<String> crash() {
        if (!crashed) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(words);
        String signal =
                lines.stream()
                        .filter(line -> line.matches("# +(SIG|EXCEPTION_|Internal Error).*"))
                        .findFirst()
                        .map(line -> line.replaceAll("^# +| at pc=.*|,? pid=.*", ""))
                        .orElse("a fatal error");
        int frame = lines.indexOf(FRAME);
        boolean known = frame >= 0 && frame + 1 < lines.size();
        return Optional.of(
                known ? signal + " in " + lines.get(frame + 1).replaceFirst("^# *", "") : signal);
    }
}
