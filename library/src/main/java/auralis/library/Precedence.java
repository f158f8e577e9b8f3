package auralis.library;

import auralis.dsp.Progress;
import java.io.IOException;

/**
 * Lets work that somebody waits for go before work in the background, of which each takes both
 * cores. Any thread.
 */
final class Precedence {
    /** Under this. */
    private int going;

    /** What goes first. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws IOException, InterruptedException;
    }

    /** Runs what goes first, except while its progress pauses it. */
    <T> T first(Work<T> work, Progress progress) throws IOException, InterruptedException {
        enter();
        try {
            return work.run(new Going(progress));
        } finally {
            leave();
        }
    }

    /** Waits while something goes first. */
    synchronized void giveWay() throws InterruptedException {
        while (going > 0) {
            wait();
        }
    }

    private synchronized void enter() {
        going++;
    }

    private synchronized void leave() {
        going--;
        notifyAll();
    }

    /** Gives up the precedence inside checkpoints, where a pause is spent. */
    private final class Going implements Progress {
        private final Progress progress;

        Going(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void total(long units) {
            progress.total(units);
        }

        @Override
        public void advance(long units) {
            progress.advance(units);
        }

        @Override
        public void phase(String key) {
            progress.phase(key);
        }

        @Override
        public void checkpoint() throws InterruptedException {
            leave();
            try {
                progress.checkpoint();
            } finally {
                enter();
            }
        }
    }
}
