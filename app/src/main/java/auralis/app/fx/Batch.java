package auralis.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A stream of values from any threads of which the FX thread must see all: those that arrive while
 * a delivery is pending are delivered together, in order.
 */
public final class Batch<T> implements Consumer<T> {
    private final Consumer<List<T>> onFxThread;
    private List<T> waiting = new ArrayList<>(); // guarded by this

    public Batch(Consumer<List<T>> onFxThread) {
        this.onFxThread = onFxThread;
    }

    @Override
    public void accept(T value) {
        synchronized (this) {
            waiting.add(value);
            if (waiting.size() > 1) {
                return;
            }
        }
        Fx.later(() -> onFxThread.accept(take()));
    }

    private synchronized List<T> take() {
        List<T> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }
}
