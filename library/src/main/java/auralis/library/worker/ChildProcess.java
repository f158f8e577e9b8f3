package auralis.library.worker;

import auralis.dsp.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that does tasks for this one, so that its crash is a failure of one task and nothing
 * else. It is started when it is needed, and anew after it died. One thread asks at a time.
 */
public final class ChildProcess implements Closeable {
    private static final Logger LOG = System.getLogger(ChildProcess.class.getName());

    /** How often a cancelled task is looked for; what it waits for comes at once. */
    private static final Duration LOOK = Duration.ofMillis(50);

    /** A child that is silent for so long hangs as a whole. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final List<String> command;
    private Optional<Connection> connection = Optional.empty();
    private long requests;

    /**
     * @param command starts a program that {@linkplain ChildProgram#serve serves}
     */
    public ChildProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    /**
     * The command that starts this very program again.
     *
     * @param main the class with the main method
     * @param arguments of the new process
     */
    public static List<String> sameProgram(String main, String... arguments) {
        List<String> command = new ArrayList<>();
        String installed = System.getProperty("jpackage.app-path");
        if (installed != null) {
            command.add(installed);
        } else {
            // The Java that runs now, and never one that is found somewhere.
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of(
                            "-XX:+UseSerialGC",
                            // Buffers outside the heap are bounded by this too.
                            "-Xmx1g",
                            "-Dfile.encoding=UTF-8",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            main));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Has a task done.
     *
     * @param request what to do, as JSON
     * @return what came of it, as JSON
     * @throws IOException with a sentence: why the task failed
     * @throws ChildDiedException with a sentence: what the process died of
     * @throws InterruptedException when cancelled; the process is gone
     */
    public String request(String task, String request, Progress progress)
            throws IOException, InterruptedException {
        Connection child = connected();
        requests++;
        boolean ended = false;
        try {
            child.send(new Message(Message.Kind.REQUEST, requests, task, 0, request));
            String result = answer(child, task, progress);
            ended = true;
            return result;
        } catch (TaskFailure e) {
            ended = true;
            throw new IOException(e.getMessage(), e);
        } finally {
            if (!ended) {
                kill();
            }
        }
    }

    private Connection connected() throws IOException {
        if (connection.isEmpty() || !connection.get().isAlive()) {
            kill();
            connection = Optional.of(new Connection(command));
        }
        return connection.get();
    }

    private String answer(Connection child, String task, Progress progress)
            throws IOException, InterruptedException {
        long heard = System.nanoTime();
        while (true) {
            progress.checkpoint();
            Optional<Message> message = child.next(LOOK);
            if (message.isPresent()) {
                heard = System.nanoTime();
                Optional<String> result = take(message.get(), progress);
                if (result.isPresent()) {
                    return result.get();
                }
            } else if (child.isOver()) {
                throw died(child, task);
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                String what = "did not answer for " + SILENCE.toSeconds() + " s and was ended";
                throw new ChildDiedException(
                        "The process for \"" + task + "\" " + what + ". Try again.", what);
            }
        }
    }

    /** What came of it, once it has. */
    private Optional<String> take(Message message, Progress progress) throws TaskFailure {
        if (message.request() != requests) {
            return Optional.empty();
        }
        switch (message.kind()) {
            case TOTAL -> progress.total(message.amount());
            case ADVANCE -> progress.advance(message.amount());
            case PHASE -> progress.phase(message.name());
            case FAILURE -> throw new TaskFailure(message.text());
            case RESULT -> {
                return Optional.of(message.text());
            }
            case BEAT, REQUEST -> {
                // It lives.
            }
        }
        return Optional.empty();
    }

    private static IOException died(Connection child, String task) throws InterruptedException {
        String cause = child.cause();
        LOG.log(
                Level.ERROR,
                "the process for \""
                        + task
                        + "\" "
                        + cause
                        + "; its last words:\n"
                        + child.words());
        return new ChildDiedException(
                "The process for \""
                        + task
                        + "\" "
                        + cause
                        + ". Only this task is lost; details are in the log.",
                cause);
    }

    /** The task itself says that it failed; its process is well. */
    private static final class TaskFailure extends IOException {
        private static final long serialVersionUID = 1;

        TaskFailure(String sentence) {
            super(sentence);
        }
    }

    /** Number of the process, for as long as there is one. */
    Optional<Long> pid() {
        return connection.map(Connection::pid);
    }

    private void kill() {
        connection.ifPresent(Connection::close);
        connection = Optional.empty();
    }

    @Override
    public void close() {
        kill();
    }
}
