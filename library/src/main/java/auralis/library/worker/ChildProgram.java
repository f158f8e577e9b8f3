package auralis.library.worker;

import auralis.dsp.Progress;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The child's side: does what the parent asks for, one after the other, and lives as long as the
 * parent. What is printed meanwhile goes to standard error, or is passed over by the parent.
 */
public final class ChildProgram {
    static final long BEAT_MILLIS = 1_000;

    private final Map<String, ChildTask> tasks;
    private final FrameWriter out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    private ChildProgram(Map<String, ChildTask> tasks) {
        this.tasks = tasks;
    }

    /** Serves the parent at the standard streams; ends the process when the parent is gone. */
    public static void serve(Map<String, ChildTask> tasks) {
        System.setOut(System.err);
        new ChildProgram(tasks).serve();
        // Whatever a task still does, maybe in native code that hears nothing.
        Runtime.getRuntime().halt(0);
    }

    private void serve() {
        Thread heart = new Thread(this::beat, "heart");
        heart.setDaemon(true);
        heart.start();
        FrameReader in = new FrameReader(new FileInputStream(FileDescriptor.in));
        try {
            for (Optional<String> text = in.read(); text.isPresent(); text = in.read()) {
                Message message = Message.read(text.get());
                worker.execute(() -> work(message));
            }
        } catch (IOException e) {
            System.err.println("the parent cannot be heard: " + e.getMessage());
        }
    }

    private void beat() {
        try {
            while (true) {
                out.write(Message.BEAT.json());
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            // Nobody listens any more.
            Runtime.getRuntime().halt(0);
        }
    }

    private void work(Message request) {
        Told progress = new Told(request.request());
        try {
            ChildTask task = tasks.get(request.name());
            if (task == null) {
                throw new IOException("there is no task \"" + request.name() + "\"");
            }
            progress.say(Message.Kind.RESULT, "", 0, task.run(request.text(), progress));
        } catch (IOException e) {
            progress.say(Message.Kind.FAILURE, "", 0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            progress.say(Message.Kind.FAILURE, "", 0, "it was interrupted");
        } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            e.printStackTrace();
            progress.say(Message.Kind.FAILURE, "", 0, "the program failed: " + e);
        }
    }

    /** Tells the parent. */
    private final class Told implements Progress {
        private final long request;

        Told(long request) {
            this.request = request;
        }

        void say(Message.Kind kind, String name, long amount, String text) {
            try {
                out.write(new Message(kind, request, name, amount, text).json());
            } catch (IOException e) {
                // Nobody listens any more.
                Runtime.getRuntime().halt(0);
            }
        }

        @Override
        public void total(long units) {
            say(Message.Kind.TOTAL, "", units, "");
        }

        @Override
        public void advance(long units) {
            say(Message.Kind.ADVANCE, "", units, "");
        }

        @Override
        public void phase(String key) {
            say(Message.Kind.PHASE, key, 0, "");
        }

        @Override
        public void checkpoint() throws InterruptedException {
            Progress.NONE.checkpoint();
        }
    }
}
