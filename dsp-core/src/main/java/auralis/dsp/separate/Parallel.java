package auralis.dsp.separate;

import auralis.dsp.Progress;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Loops over independent steps on all cores, which still can be paused and cancelled. */
final class Parallel {
    /** So many steps between two checkpoints take some milliseconds. */
    private static final int STRIDE = 64;

    private Parallel() {}

    /**
     * @param units that the progress is advanced by, all steps together
     */
    static void loop(int count, long units, Progress progress, IntConsumer step)
            throws InterruptedException {
        for (int from = 0; from < count; from += STRIDE) {
            int to = Math.min(count, from + STRIDE);
            progress.checkpoint();
            IntStream.range(from, to).parallel().forEach(step);
            progress.advance(units * to / count - units * from / count);
        }
    }
}
