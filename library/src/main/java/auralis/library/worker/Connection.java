package auralis.library.worker;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A child process that runs, and what it says. */
final class Connection implements Closeable {
    private static final Logger LOG = System.getLogger(Connection.class.getName());

    /** Of a process that a signal ended, Java tells this and the signal's number. */
    private static final int BY_SIGNAL = 128;

    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    4, "SIGILL, an illegal instruction",
                    6, "SIGABRT, an abort of its own",
                    7, "SIGBUS, a bus error",
                    8, "SIGFPE, wrong arithmetic",
                    9, "SIGKILL, maybe because memory ran out",
                    11, "SIGSEGV, a wrong access to memory",
                    15, "SIGTERM, being asked to end");

    private static final long LAST_BREATH_SECONDS = 5;

    /** What Java says in standard error when native code crashed: where, but no long report. */
    private static final String OPTIONS =
            "-XX:+ErrorFileToStderr -XX:+DisplayVMOutputToStderr -XX:-CreateCoredumpOnCrash";

    private final Process process;
    private final FrameWriter out;
    private final Thread reader = thread(this::read, "child-messages");
    private final Thread listener = thread(this::listen, "child-errors");

    // ---- shared
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Obituary obituary = new Obituary();

    Connection(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().merge("JAVA_TOOL_OPTIONS", OPTIONS, (set, ours) -> set + " " + ours);
        // Threads of OpenMP that wait are not to keep processors busy that others could use.
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
        // By this the launcher of an installed program would take itself for its own second start.
        builder.environment().keySet().removeIf(name -> name.startsWith("_JPACKAGE_LAUNCHER"));
        process = builder.start();
        out = new FrameWriter(process.getOutputStream());
        reader.start();
        listener.start();
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void read() {
        FrameReader in = new FrameReader(process.getInputStream());
        try {
            for (Optional<String> text = in.read(); text.isPresent(); text = in.read()) {
                messages.add(Message.read(text.get()));
            }
        } catch (IOException e) {
            // Its end, when we closed the stream; otherwise what it says makes no sense any more.
            LOG.log(Level.DEBUG, "a child is not heard any more", e);
            process.destroyForcibly();
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obituary.add(line);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the errors of a child are not heard any more", e);
        }
    }

    /** What it printed last. */
    String words() {
        return obituary.words();
    }

    boolean isAlive() {
        return process.isAlive() && reader.isAlive();
    }

    /** Whether nothing comes any more. */
    boolean isOver() {
        return !reader.isAlive() && messages.isEmpty();
    }

    long pid() {
        return process.pid();
    }

    void send(Message message) throws IOException {
        try {
            out.write(message.json());
        } catch (IOException e) {
            // It died just now; its end is told by what it does not say.
            LOG.log(Level.DEBUG, "a child does not listen", e);
        }
    }

    Optional<Message> next(Duration longest) throws InterruptedException {
        return Optional.ofNullable(messages.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** What it died of. */
    String cause() throws InterruptedException {
        if (!process.waitFor(LAST_BREATH_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "stopped talking";
        }
        listener.join(LAST_BREATH_SECONDS * 1_000);
        if (obituary.crash().isPresent()) {
            return "crashed: " + obituary.crash().get();
        }
        int code = process.exitValue();
        String signal = SIGNALS.get(code - BY_SIGNAL);
        return signal == null ? "ended with code " + code : "died of " + signal;
    }

    /** Ends it at once. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
