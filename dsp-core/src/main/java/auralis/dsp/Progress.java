package auralis.dsp;

/** How work tells how far it is, and how it is paused and cancelled. */
public interface Progress {
    /** Progress nobody looks at; cancelled by interrupting the thread. */
    Progress NONE =
            new Progress() {
                @Override
                public void total(long units) {}

                @Override
                public void advance(long units) {}

                @Override
                public void phase(String key) {}

                @Override
                public void checkpoint() throws InterruptedException {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            };

    /** Declares the amount of the whole work, in any unit that {@link #advance} counts in too. */
    void total(long units);

    void advance(long units);

    /** Names what is being done now, by the key of a text. */
    void phase(String key);

    /** The same pauses and cancels, for work that was not counted beforehand. */
    default Progress uncounted() {
        Progress counted = this;
        return new Progress() {
            @Override
            public void total(long units) {}

            @Override
            public void advance(long units) {}

            @Override
            public void phase(String key) {
                counted.phase(key);
            }

            @Override
            public void checkpoint() throws InterruptedException {
                counted.checkpoint();
            }
        };
    }

    /**
     * The same for a part of the work that counts in units of its own.
     *
     * @param units of this work that the part stands for; all of them when it counts to its end
     */
    default Progress part(long units) {
        Progress whole = this;
        return new Progress() {
            private long total;
            private long done;
            private long told;

            @Override
            public void total(long count) {
                total = count;
            }

            @Override
            public void advance(long count) {
                done += count;
                long now = total <= 0 ? 0 : (long) ((double) Math.min(done, total) / total * units);
                whole.advance(now - told);
                told = now;
            }

            @Override
            public void phase(String key) {
                whole.phase(key);
            }

            @Override
            public void checkpoint() throws InterruptedException {
                whole.checkpoint();
            }
        };
    }

    /**
     * Called once per block: waits while the work is paused.
     *
     * @throws InterruptedException when the work is cancelled
     */
    void checkpoint() throws InterruptedException;
}
