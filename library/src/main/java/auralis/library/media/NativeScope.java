package auralis.library.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;

/** Owns native objects and frees them, the youngest first, when it is closed. */
final class NativeScope implements AutoCloseable {
    private final Deque<Runnable> frees = new ArrayDeque<>();

    /** Takes over an object that has just been allocated. */
    <P extends Pointer> P own(P pointer, Consumer<P> free) {
        if (pointer == null || pointer.isNull()) {
            throw new OutOfMemoryError("no native memory");
        }
        frees.push(() -> free.accept(pointer));
        return pointer;
    }

    @Override
    public void close() {
        while (!frees.isEmpty()) {
            frees.pop().run();
        }
    }
}
