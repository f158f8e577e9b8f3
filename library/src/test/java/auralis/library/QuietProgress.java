package auralis.library;

import auralis.dsp.Progress;

/** Progress of which a test overrides what it wants to know. */
public class QuietProgress implements Progress {
    @Override
    public void total(long units) {}

    @Override
    public void advance(long units) {}

    @Override
    public void phase(String key) {}

    @Override
    public void checkpoint() throws InterruptedException {
        NONE.checkpoint();
    }
}
