package auralis.library.track;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know what happens to the library. */
public final class LibraryEvents {
    private final List<Consumer<LibraryEvent>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Calls the listener after every change, on the thread that made it, until the answer is run.
     */
    public Runnable listen(Consumer<LibraryEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** After the change was stored. */
    public void tell(LibraryEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
