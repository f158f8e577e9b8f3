package auralis.app.fx;

import auralis.dsp.Progress;
import java.util.function.Consumer;

/** Turns counted units into a fraction; written by one worker at a time. */
final class FractionProgress implements Progress {
    private final Consumer<FxTask.State> states;
    private long total;
    private long done;
    private String phase = "";

    FractionProgress(Consumer<FxTask.State> states) {
        this.states = states;
    }

    @Override
    public synchronized void total(long units) {
        total = units;
        tell();
    }

    @Override
    public synchronized void advance(long units) {
        done += units;
        tell();
    }

    @Override
    public synchronized void phase(String key) {
        phase = key;
        tell();
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void tell() {
        double fraction = total <= 0 ? -1 : Math.min(1, (double) done / total);
        states.accept(new FxTask.State(fraction, phase));
    }
}
