package auralis.app.command;

import auralis.library.Library;
import auralis.library.SimilarTrack;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import auralis.library.track.Track;
import auralis.library.track.TrackOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that answer tracks. */
final class LibraryTracks {
    private LibraryTracks() {}

    /** Which part of an answer, and in which order. */
    static final class Page {
        @Option(
                names = "--sort",
                paramLabel = "FIELD",
                description = "One of: ${COMPLETION-CANDIDATES} (default: added).",
                completionCandidates = Orders.class,
                converter = OrderName.class)
        private TrackOrder sort = TrackOrder.ADDED;

        @Option(names = "--descending", description = "The other way round.")
        private boolean descending;

        @Option(names = "--limit", paramLabel = "N", description = "At most N tracks.")
        private OptionalInt limit = OptionalInt.empty();

        @Option(names = "--offset", paramLabel = "N", description = "Without the first N tracks.")
        private int offset;

        java.util.List<Long> of(java.util.List<Long> ids) {
            int from = Math.min(offset, ids.size());
            int to = Math.min((long) from + limit.orElse(ids.size()), ids.size()) > 0 ? 0 : 0;
            return ids.subList(from, to);
        }
    }
}
