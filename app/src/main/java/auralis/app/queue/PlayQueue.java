package auralis.app.queue;

import auralis.app.catalogue.Row;
import auralis.library.track.Presence;
import auralis.library.track.Repeat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What plays, and what plays next. Two parts, as listeners know them: the queue that the user
 * fills, whose entries are used up, and behind it the context, the list that was played from. Only
 * the context is shuffled and repeated.
 *
 * <p>Tracks whose files are not there, and those that could not be opened since the user last chose
 * one, have no turn. FX thread only; nothing here touches a node.
 */
public final class PlayQueue {
    private static final int MOST_PLAYED = 200;
    private static final int NO_PLACE = -1;

    private final List<Entry> all = new ArrayList<>(); // also of tracks that are out of the library
    private final ObservableList<Entry> shown = FXCollections.observableArrayList();
    private final ObservableList<Entry> entries = FXCollections.unmodifiableObservableList(shown);
    private final Context context;
    private final Deque<Played> played = new ArrayDeque<>();
    private final Set<Row> failed = new HashSet<>();
    private final BooleanProperty shuffled = new SimpleBooleanProperty();
    private final ObjectProperty<Repeat> repeat = new SimpleObjectProperty<>(Repeat.OFF);
    private final ReadOnlyObjectWrapper<Row> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Row> upcoming = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Consumer<List<Row>> onSkipped = rows -> {};
    private Played now = Played.NOTHING;
    private Step step = Step.NONE;
    private int list;
    private boolean resuming;

    /**
     * A track that had its turn.
     *
     * @param entry of the queue, or null
     * @param list number of the context in which it has a place, else -1
     */
    private record Played(Row row, Entry entry, int list, int place) {
        static final Played NOTHING = new Played(null, null, 0, NO_PLACE);

        static Played stray(Row row, Entry entry) {
            return new Played(row, entry, 0, NO_PLACE);
        }
    }

    /**
     * What would come.
     *
     * @param row null for nothing
     * @param turn of the context, or -1
     * @param used entries that are not in the queue any more then
     * @param skipped tracks that had to be passed over
     */
    private record Step(Row row, Entry entry, int turn, List<Entry> used, List<Row> skipped) {
        static final Step NONE = new Step(null, null, NO_PLACE, List.of(), List.of());
    }

    /**
     * @param random draws the orders of shuffling
     */
    public PlayQueue(RandomGenerator random) {
        context = new Context(random);
        shuffled.addListener((observed, before, on) -> shuffle(on));
        repeat.addListener((observed, before, now) -> look());
    }

    /** The track that is open, or null. */
    public ReadOnlyObjectProperty<Row> current() {
        return current.getReadOnlyProperty();
    }

    /**
     * What plays after the current track when that ends, after all rules; null for nothing. The
     * same track may follow itself: go by what {@link #advance} answers, not by changes alone.
     */
    public ReadOnlyObjectProperty<Row> upcoming() {
        return upcoming.getReadOnlyProperty();
    }

    /** The queue in its order, without tracks that are out of the library. */
    public ObservableList<Entry> entries() {
        return entries;
    }

    public BooleanProperty shuffled() {
        return shuffled;
    }

    public ObjectProperty<Repeat> repeat() {
        return repeat;
    }

    /** Counts up whenever anything here may have changed. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Told of tracks that were passed over because their files are not there. */
    public void onSkipped(Consumer<List<Row>> action) {
        onSkipped = action;
    }

    /** Plays a track now, and what follows it in its list after the queue. */
    public Row play(Listing from, int place) {
        failed.clear();
        remember();
        boolean same = from.equals(listing());
        list += same ? 0 : 1;
        context.start(same ? listing() : from, place, shuffled.get());
        return turnTo(new Played(from.rows().get(place), null, list, place));
    }

    /** Takes an entry out of the queue and plays it now. */
    public Row play(Entry entry) {
        failed.clear();
        remember();
        all.remove(entry);
        return turnTo(Played.stray(entry.row(), entry));
    }

    /** Plays one of what follows of the list now, counted from 0; the queue stays. */
    public Row playFollowing(int index) {
        failed.clear();
        remember();
        context.hasten(context.turn() + 1 + index);
        context.take(context.turn() + 1);
        return turnTo(ofContext());
    }

    /**
     * Goes over to {@link #upcoming}, because the current track has ended or the player has gone
     * over already.
     *
     * @return what plays now; null for nothing, and then all is as before
     */
    public Row advance() {
        return go(step);
    }

    /** Goes on by the wish of the user: also from a track that is to be repeated. */
    public Row next() {
        return go(find(true));
    }

    /**
     * Goes back to what was really played before. What is left comes next again.
     *
     * @return what plays now; null when there is nothing before
     */
    public Row previous() {
        Played before = played.poll();
        while (before != null && !isPlayable(before.row())) {
            before = played.poll();
        }
        if (before == null) {
            return null;
        }
        if (now.entry() != null) {
            all.add(0, now.entry());
        } else if (isOfContext(now)) {
            context.giveBack(now.place());
        }
        return turnTo(before);
    }

    /** The current track could not be opened: it has no turn until the user chooses a track. */
    public void fail() {
        failed.add(now.row());
        look();
    }

    /** Looks again whether the tracks are there; after the library has changed. */
    public void look() {
        if (resuming) {
            return;
        }
        List<Entry> there = all.stream().filter(PlayQueue::isThere).toList();
        if (!there.equals(shown)) {
            shown.setAll(there);
        }
        step = find(false);
        upcoming.set(step.row());
        changes.set(changes.get() + 1);
    }

    /** The list that was played from. */
    Listing listing() {
        return context.listing();
    }

    /** What comes of this round of the context after the queue, playable or not. */
    List<Row> following(int most) {
        List<Row> rows = new ArrayList<>();
        int end = Math.min(context.size(), context.turn() + 1 + most);
        for (int turn = context.turn() + 1; turn < end; turn++) {
            rows.add(context.row(turn));
        }
        return rows;
    }

    Context context() {
        return context;
    }

    /** Whether the current track is the last of the context that was taken. */
    boolean isAtTurn() {
        return isOfContext(now)
                && context.turn() != NO_PLACE
                && context.place(context.turn()) == now.place();
    }

    // ---- edits

    List<Entry> order() {
        return List.copyOf(all);
    }

    void setOrder(Collection<Entry> order) {
        all.clear();
        all.addAll(order);
        look();
    }

    /**
     * Takes an edit back: as it was before it, but what was played since stays played, and what was
     * added since stays.
     */
    void restore(List<Entry> after, List<Entry> before) {
        Set<Entry> used = new HashSet<>(after);
        all.forEach(used::remove);
        List<Entry> order = new ArrayList<>(before);
        order.removeAll(used);
        Set<Entry> known = new HashSet<>(before);
        known.addAll(after);
        for (int i = 0; i < all.size(); i++) {
            if (!known.contains(all.get(i))) {
                order.add(Math.min(i, order.size()), all.get(i));
            }
        }
        setOrder(order);
    }

    /**
     * Goes on as a session was left.
     *
     * @param order places by turn, or null for that of the list
     * @param open the current track, or null
     * @param atTurn whether that is the one of the turn
     */
    void resume(
            List<Entry> left, Listing listing, int[] order, int turn, Row open, boolean atTurn) {
        resuming = true;
        shuffled.set(order != null);
        resuming = false;
        context.resume(listing, order, turn);
        list++;
        all.addAll(left);
        turnTo(atTurn && turn != NO_PLACE ? ofContext() : Played.stray(open, null));
    }

    // ---- turns

    private void shuffle(boolean on) {
        if (!resuming) {
            context.shuffle(on, isOfContext(now) ? now.place() : NO_PLACE);
            look();
        }
    }

    private boolean isOfContext(Played one) {
        return one.place() != NO_PLACE && one.list() == list;
    }

    private Played ofContext() {
        int place = context.place(context.turn());
        return new Played(listing().rows().get(place), null, list, place);
    }

    private void remember() {
        if (now.row() != null) {
            played.push(now);
            if (played.size() > MOST_PLAYED) {
                played.removeLast();
            }
        }
    }

    private Row turnTo(Played one) {
        now = one;
        current.set(one.row());
        look();
        return one.row();
    }

    private Row go(Step to) {
        if (to.row() == null) {
            tellSkipped(to);
            return null;
        }
        all.removeAll(to.used());
        boolean again = to.entry() == null && to.turn() == NO_PLACE;
        if (!again) {
            remember();
        }
        if (to.turn() != NO_PLACE) {
            context.take(to.turn());
        }
        turnTo(again ? now : played(to));
        tellSkipped(to);
        return to.row();
    }

    private Played played(Step to) {
        return to.entry() == null ? ofContext() : Played.stray(to.row(), to.entry());
    }

    private void tellSkipped(Step to) {
        if (!to.skipped().isEmpty()) {
            onSkipped.accept(to.skipped());
        }
    }

    /**
     * @param wished whether the user goes on, and not the music
     */
    private Step find(boolean wished) {
        Row row = now.row();
        if (!wished && repeat.get() == Repeat.ONE && row != null && isPlayable(row)) {
            return new Step(row, null, NO_PLACE, List.of(), List.of());
        }
        List<Entry> used = new ArrayList<>();
        List<Row> skipped = new ArrayList<>();
        for (Entry entry : shown) {
            used.add(entry);
            if (isPlayable(entry.row())) {
                return new Step(entry.row(), entry, NO_PLACE, used, skipped);
            }
            note(entry.row(), skipped);
        }
        int turn = findTurn(skipped);
        return new Step(turn == NO_PLACE ? null : context.row(turn), null, turn, used, skipped);
    }

    private int findTurn(List<Row> skipped) {
        int rounds = repeat.get() == Repeat.OFF ? 1 : 2;
        for (int turn = context.turn() + 1; turn < rounds * context.size(); turn++) {
            Row row = context.row(turn);
            if (isPlayable(row)) {
                return turn;
            }
            note(row, skipped);
        }
        return NO_PLACE;
    }

    private void note(Row row, List<Row> skipped) {
        if (!row.isRemoved() && !failed.contains(row)) {
            skipped.add(row);
        }
    }

    private boolean isPlayable(Row row) {
        return !row.isRemoved()
                && !failed.contains(row)
                && row.track().presence() == Presence.PRESENT;
    }

    private static boolean isThere(Entry entry) {
        return !entry.row().isRemoved();
    }
}
