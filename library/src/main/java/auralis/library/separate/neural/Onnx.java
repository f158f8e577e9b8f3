package auralis.library.separate.neural;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import auralis.dsp.Progress;
import auralis.library.model.ForeignFile;
import auralis.library.model.ModelKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A loaded ONNX file. It runs in a thread of its own, so that the one that waits for it can look
 * whether it was cancelled, and stop it between two nodes of the graph. One caller at a time.
 */
final class Onnx implements Closeable {
    /** How often a cancelled task is looked for. */
    private static final long LOOK_MILLIS = 50;

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ExecutorService thread;

    private Onnx(Path file, OrtEnvironment environment, OrtSession session) {
        this.file = file;
        this.environment = environment;
        this.session = session;
        this.thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread runner = new Thread(task, "neural");
                            runner.setDaemon(true);
                            return runner;
                        });
    }

    /**
     * @param threads 0: one for each core
     * @throws IOException with a sentence when the file is no model that runs
     */
    static Onnx load(Path file, int threads) throws IOException {
        ForeignFile.refuse(file, ModelKind.SEPARATION);
        OrtEnvironment environment = Natives.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            // Both keep the memory of the largest moment for good.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            // Threads that wait by looping take the cores from the player.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // By path: a model may be larger than the heap, and have more files beside it.
            return new Onnx(file, environment, environment.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw Failures.loading(file, e);
        }
    }

    Path file() {
        return file;
    }

    Signature signature() throws IOException {
        try {
            return Signature.of(session);
        } catch (OrtException e) {
            throw Failures.loading(file, e);
        }
    }

    /** Memory that we and the runtime share. */
    OnnxTensor tensor(FloatBuffer values, Port port) throws IOException {
        try {
            return OnnxTensor.createTensor(environment, values, port.dimensions());
        } catch (OrtException e) {
            throw Failures.running(file, e);
        }
    }

    static FloatBuffer memory(int size) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * @param outputs are filled
     * @throws InterruptedException when cancelled; the runtime has stopped then
     */
    void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs, Progress progress)
            throws IOException, InterruptedException {
        try (RunOptions options = new RunOptions()) {
            Future<?> run =
                    thread.submit(
                            () -> {
                                session.run(inputs, Set.of(), outputs, options).close();
                                return null;
                            });
            boolean finished = false;
            try {
                await(run, progress);
                finished = true;
            } finally {
                if (!finished) {
                    options.setTerminate(true);
                    settle(run);
                }
            }
        } catch (OrtException e) {
            throw Failures.running(file, e);
        }
    }

    private void await(Future<?> run, Progress progress) throws IOException, InterruptedException {
        while (true) {
            progress.checkpoint();
            try {
                run.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // Still at it.
            } catch (ExecutionException e) {
                throw Failures.running(file, e.getCause());
            }
        }
    }

    /** Waits for the end, however it is: until then the runtime uses our memory. */
    private static void settle(Future<?> run) {
        boolean interrupted = false;
        while (!run.isDone()) {
            try {
                run.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                // It was told to stop, and says so.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            session.close();
        } catch (OrtException e) {
            throw Failures.running(file, e);
        }
    }
}
