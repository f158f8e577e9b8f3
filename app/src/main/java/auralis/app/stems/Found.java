package auralis.app.stems;

import auralis.library.separate.Separations;
import auralis.library.separate.Stems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stems that are kept of a track, and what made them. */
record Found(SeparatorChoice separator, Stems stems) {
    /**
     * Looks for them, on a worker.
     *
     * @param first whose stems are preferred
     */
    static Optional<Found> of(
            Separations separations,
            Path file,
            SeparatorChoice first,
            List<SeparatorChoice> separators)
            throws IOException {
        List<SeparatorChoice> order = new ArrayList<>(separators);
        order.remove(first);
        order.add(0, first);
        for (SeparatorChoice separator : order) {
            Optional<Stems> stems = separations.find(file, separator.settings());
            if (stems.isPresent()) {
                return Optional.of(new Found(separator, stems.get()));
            }
        }
        return Optional.empty();
    }
}
