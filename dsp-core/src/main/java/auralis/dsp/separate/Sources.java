package auralis.dsp.separate;

import auralis.dsp.AudioSource;
import java.io.IOException;
import java.util.List;

/** Several streams that belong together. */
final class Sources {
    private Sources() {}

    /** Closes all, whatever fails meanwhile. */
    static void close(List<? extends AudioSource> sources) throws IOException {
        if (!sources.isEmpty()) {
            AudioSource first = sources.get(0);
            try (first) {
                close(sources.subList(1, sources.size()));
            }
        }
    }
}
