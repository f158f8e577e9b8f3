package auralis.app.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A stream of values from any threads of which the FX thread sees the newest: while one delivery is
 * pending, values replace each other instead of queueing up. (300 000 single deliveries freeze a
 * window for seconds; these do not.)
 */
public final class Throttle<T> implements Consumer<T> {
    private final Consumer<T> onFxThread;
    private final AtomicReference<T> newest = new AtomicReference<>();

    public Throttle(Consumer<T> onFxThread) {
        this.onFxThread = onFxThread;
    }

    @Override
    public void accept(T value) {
        if (newest.getAndSet(value) == null) {
            Fx.later(() -> onFxThread.accept(newest.getAndSet(null)));
        }
    }
}
