package auralis.app.browse;

import java.util.Comparator;
import java.util.OptionalDouble;

/** The columns of the list and the order each one sorts by. */
enum Column {
    STATUS("table.status", Comparator.comparing(facts -> facts.track().state())),
    TITLE("table.title", Comparator.comparing(Facts::titleKey)),
    ARTIST("table.artist", Comparator.comparing(Facts::artistKey)),
    ALBUM("table.album", Comparator.comparing(Facts::albumKey)),
    TIME("table.time", Comparator.comparingDouble(facts -> orLowest(facts.track().seconds()))),
    LOUDNESS(
            "table.loudness",
            Comparator.comparingDouble(facts -> orLowest(facts.track().integratedLufs()))),
    PEAK("table.peak", Comparator.comparingDouble(facts -> orLowest(facts.track().truePeakDbtp())));

    private final String key;
    private final Comparator<Facts> order;

    Column(String key, Comparator<Facts> order) {
        this.key = key;
        this.order = order;
    }

    /** Of the text in its head. */
    String key() {
        return key;
    }

    Comparator<Facts> order(boolean ascending) {
        return ascending ? order : order.reversed();
    }

    private static double orLowest(OptionalDouble value) {
        return value.orElse(Double.NEGATIVE_INFINITY);
    }
}
