package auralis.app.queue;

import auralis.app.action.History;
import auralis.app.action.History.Change;
import auralis.app.action.History.Edit;
import auralis.app.catalogue.Row;
import auralis.app.fx.Fx;
import auralis.app.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the user does to the queue; each of it is there at once and can be taken back. */
public final class QueueEdits {
    private final PlayQueue queue;
    private final History history;

    public QueueEdits(PlayQueue queue, History history) {
        this.queue = queue;
        this.history = history;
    }

    /** Puts tracks before everything else in the queue. */
    public void playNext(List<Row> rows) {
        insert(0, rows);
    }

    public void addToEnd(List<Row> rows) {
        insert(queue.entries().size(), rows);
    }

    /**
     * Puts tracks into the queue.
     *
     * @param at before which of its entries; behind the last when it is their number
     */
    public void insert(int at, List<Row> rows) {
        List<Entry> order = new ArrayList<>(queue.order());
        order.addAll(indexOf(at), rows.stream().map(Entry::new).toList());
        edit(
                Texts.text("edit.queue.add", rows.size()),
                Texts.text("toast.queue.added", rows.size()),
                order);
    }

    /** Moves entries, as they follow each other, to where they stand before another. */
    public void move(Collection<Entry> moved, int to) {
        List<Entry> order = new ArrayList<>(queue.order());
        Set<Entry> wanted = new HashSet<>(moved);
        List<Entry> taken = order.stream().filter(wanted::contains).toList();
        int at = indexOf(to);
        at -= (int) order.subList(0, at).stream().filter(wanted::contains).count();
        order.removeAll(wanted);
        order.addAll(at, taken);
        if (!order.equals(queue.order())) {
            edit(Texts.text("edit.queue.move", taken.size()), "", order);
        }
    }

    public void remove(Collection<Entry> removed) {
        List<Entry> order = new ArrayList<>(queue.order());
        order.removeAll(new HashSet<>(removed));
        edit(
                Texts.text("edit.queue.remove", removed.size()),
                Texts.text("toast.queue.removed", removed.size()),
                order);
    }

    public void clear() {
        if (!queue.entries().isEmpty()) {
            edit(
                    Texts.text("edit.queue.clear"),
                    Texts.text("toast.queue.cleared", queue.entries().size()),
                    List.of());
        }
    }

    /** Among all entries, also those that are not shown. */
    private int indexOf(int shown) {
        return shown < queue.entries().size()
                ? queue.order().indexOf(queue.entries().get(shown))
                : queue.order().size();
    }

    private void edit(String label, String told, List<Entry> after) {
        List<Entry> before = queue.order();
        queue.setOrder(after);
        history.perform(new Edit(label, progress -> swapping(after, before)).told(told));
    }

    private Change swapping(List<Entry> from, List<Entry> to) {
        return progress -> {
            Fx.later(() -> queue.restore(from, to));
            return swapping(to, from);
        };
    }
}
