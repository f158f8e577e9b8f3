package auralis.app.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where rows go that are moved; those that are not keep their order. */
final class Order {
    private Order() {}

    /**
     * @param to the row before which they go, counted before they are taken out
     */
    static <T> List<T> moved(List<T> all, Set<T> chosen, int to) {
        List<T> before = new ArrayList<>(all.subList(0, to));
        List<T> after = new ArrayList<>(all.subList(to, all.size()));
        before.removeAll(chosen);
        after.removeAll(chosen);
        List<T> moved = new ArrayList<>(before);
        all.stream().filter(chosen::contains).forEach(moved::add);
        moved.addAll(after);
        return moved;
    }

    /** One row up, together; those at the top stay. */
    static <T> List<T> up(List<T> all, Set<T> chosen) {
        int first = first(all, chosen);
        return moved(all, chosen, Math.max(0, first - 1));
    }

    /** One row down, together. */
    static <T> List<T> down(List<T> all, Set<T> chosen) {
        int last = all.size() - 1;
        while (last >= 0 && !chosen.contains(all.get(last))) {
            last--;
        }
        return moved(all, chosen, Math.min(all.size(), last + 2));
    }

    private static <T> int first(List<T> all, Set<T> chosen) {
        int first = 0;
        while (first < all.size() && !chosen.contains(all.get(first))) {
            first++;
        }
        return first;
    }
}
