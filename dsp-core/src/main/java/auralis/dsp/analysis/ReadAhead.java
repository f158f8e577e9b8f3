package auralis.dsp.analysis;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a source on a thread of its own, a few blocks ahead of the caller, so that decoding and the
 * processors inside the source run beside what the caller does with the blocks. The blocks are the
 * same as without it, in the same order.
 */
final class ReadAhead implements AutoCloseable {
    private static final int BLOCKS = 4;

    /** What was read: a block, or the end (no block), or what went wrong. */
    private record Reading(AudioBlock block, Throwable failure) {}

    private final AudioSource source;
    private final BlockingQueue<AudioBlock> free = new ArrayBlockingQueue<>(BLOCKS);
    // One more place, so that the end never waits.
    private final BlockingQueue<Reading> read = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final Thread thread = new Thread(this::run, "read-ahead");
    private AudioBlock lent;
    private volatile boolean stopped;

    ReadAhead(AudioSource source, int blockFrames) {
        this.source = source;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new AudioBlock(source.format().channels(), blockFrames));
        }
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        Throwable failure = null;
        try {
            readAll();
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            failure = e;
        }
        read.add(new Reading(null, failure));
    }

    private void readAll() throws IOException, InterruptedException {
        while (true) {
            AudioBlock block = free.take();
            int frames = stopped ? -1 : source.read(block.all());
            if (frames < 0) {
                return;
            }
            block.first(frames).silenceNonFinite();
            read.add(new Reading(block, null));
        }
    }

    /** The next block, which is the caller's until the next call; null at the end. */
    AudioBlock next() throws IOException, InterruptedException {
        giveBack();
        Reading reading = read.take();
        lent = reading.block;
        if (reading.failure != null) {
            rethrow(reading.failure);
        }
        return lent;
    }

    private void giveBack() {
        if (lent != null) {
            free.add(lent);
            lent = null;
        }
    }

    private static void rethrow(Throwable failure) throws IOException, InterruptedException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof InterruptedException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        throw (RuntimeException) failure;
    }

    /** Returns when the source is no longer touched. An interrupt is kept for the caller. */
    @Override
    public void close() {
        stopped = true;
        giveBack();
        free.addAll(read.stream().map(Reading::block).filter(b -> b != null).toList());
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
