package auralis.app.command;

import auralis.library.Library;
import auralis.library.search.Query;
import auralis.library.track.TrackOrder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which part of the tracks is answered, and in which order. */
final class TrackPage {
    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            converter = OrderName.class,
            completionCandidates = OrderNames.class,
            description = "By what: ${COMPLETION-CANDIDATES}. Default: added.")
    private TrackOrder order = TrackOrder.ADDED;

    @Option(names = "--descending", description = "The other way round.")
    private boolean descending;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--offset", paramLabel = "N", description = "Without the first so many.")
    private int offset;

    /** The ids of all that a query finds. */
    List<Long> find(Library library, Query query) throws IOException {
        return library.search(query, order, descending);
    }

    /** The part that was asked for. */
    List<Long> of(List<Long> ids) {
        long wanted = limit.orElse(Integer.MAX_VALUE);
        return ids.stream().skip(Math.max(0, offset)).limit(Math.max(0, wanted)).toList();
    }

    private static String name(TrackOrder order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names that {@code --sort} takes. */
    static final class OrderNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TrackOrder.values()).map(TrackPage::name).iterator();
        }
    }

    /** An order by its name. */
    static final class OrderName implements ITypeConverter<TrackOrder> {
        @Override
        public TrackOrder convert(String text) {
            return Arrays.stream(TrackOrder.values())
                    .filter(order -> name(order).equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "--sort is "
                                                    + String.join(", ", new OrderNames())
                                                    + ", not "
                                                    + text));
        }
    }
}
