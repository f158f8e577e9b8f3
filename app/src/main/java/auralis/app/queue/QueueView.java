package auralis.app.queue;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Row;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The queue in the centre of the window: what plays, what is queued, how the list goes on. */
public final class QueueView {
    private static final double ROW_HEIGHT = 34;
    private static final int MOST_FOLLOWING = 100;

    /** So many rows of what follows are seen, however long the queue is. */
    private static final int LEAST_FOLLOWING = 4;

    private final PlayQueue queue;
    private final QueueEdits edits;
    private final Player player;
    private final StackPane place = new StackPane();
    private final VBox pane = new VBox();
    private final ListView<Entry> entries = list("queue.entries");
    private final ListView<Row> following = list("queue.following");
    private final Label total = new Label();
    private final Label from = new Label();

    /** What plays when something of the view is chosen. */
    public interface Player {
        void play(Entry entry);

        /** Plays one of what follows, counted from 0. */
        void playFollowing(int index);
    }

    /**
     * @param playing whether the current track plays
     */
    public QueueView(
            PlayQueue queue,
            ObservableValue<Boolean> playing,
            QueueEdits edits,
            Player player,
            Catalogue catalogue,
            Actions actions) {
        this.queue = queue;
        this.edits = edits;
        this.player = player;
        fill(entries, Entry::row, "mdi2d-drag-horizontal-variant", player::play);
        fill(following, row -> row, "mdi2m-music-note-outline", row -> playFollowing());
        entries.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        entries.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        actions.reserve(entries, KeyCode.DELETE);
        actions.reserve(following, KeyCode.DELETE);
        entries.setContextMenu(entryMenu());
        following.setContextMenu(followingMenu(actions));
        alone(entries, following);
        alone(following, entries);
        new EntryDrag(entries, edits, catalogue).install();
        EntryDrag.from(following, () -> following.getSelectionModel().getSelectedItems());
        compose(new NowPlaying(queue, playing), actions);
        queue.changes().subscribe(this::show);
        place.setId("queue");
        place.visibleProperty().subscribe(this::appear);
    }

    public Node node() {
        return place;
    }

    /** Lists that nobody sees take no part in the window. */
    private void appear(boolean visible) {
        place.getChildren().setAll(visible ? List.of(pane) : List.of());
    }

    /** Makes a line of the side bar take tracks. */
    public static void installDrop(
            Node line, QueueEdits edits, Catalogue catalogue, Runnable open) {
        EntryDrag.onto(line, edits, catalogue, open);
    }

    public void focus() {
        entries.requestFocus();
    }

    public ObservableValue<Boolean> hasSelection() {
        return Bindings.isNotEmpty(entries.getSelectionModel().getSelectedItems())
                .or(Bindings.isNotEmpty(following.getSelectionModel().getSelectedItems()));
    }

    /** Puts what is selected before everything else. */
    public void playNext() {
        put(0);
    }

    /** Puts what is selected behind everything else. */
    public void addToEnd() {
        put(entries.getItems().size());
    }

    private void put(int to) {
        List<Entry> chosen = chosen();
        if (chosen.isEmpty()) {
            edits.insert(to, List.copyOf(following.getSelectionModel().getSelectedItems()));
        } else {
            edits.move(chosen, to);
        }
    }

    private List<Entry> chosen() {
        return List.copyOf(entries.getSelectionModel().getSelectedItems());
    }

    private void playFollowing() {
        int index = following.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            player.playFollowing(index);
        }
    }

    // ---- look

    private void compose(NowPlaying now, Actions actions) {
        Button clear = actions.dress(new Button(), Action.CLEAR_QUEUE);
        clear.setId("queue.clear");
        clear.setText(Texts.text("queue.clear"));
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.getStyleClass().add("flat");
        total.setId("queue.total");
        total.getStyleClass().add("quiet");
        total.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox next = new HBox(heading("queue.next"), total, space, clear);
        next.getStyleClass().add("queue-head");
        from.setId("queue.from");
        from.getStyleClass().add("heading");
        HBox then = new HBox(from);
        then.getStyleClass().add("queue-head");
        then.visibleProperty().bind(Bindings.isNotEmpty(following.getItems()));
        then.managedProperty().bind(then.visibleProperty());
        following.visibleProperty().bind(then.visibleProperty());
        following.managedProperty().bind(then.visibleProperty());
        entries.setPlaceholder(invitation());
        following.setMinHeight(ROW_HEIGHT);
        following.setPrefHeight(LEAST_FOLLOWING * ROW_HEIGHT);
        VBox.setVgrow(following, Priority.ALWAYS);
        pane.getStyleClass().add("queue");
        pane.getChildren().addAll(now.node(), next, entries, then, following);
    }

    private static Label heading(String key) {
        Label heading = new Label(Texts.text(key));
        heading.getStyleClass().add("heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        return heading;
    }

    private static Node invitation() {
        Label words = new Label(Texts.text("queue.empty"));
        words.setId("queue.empty");
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        return words;
    }

    private static <T> ListView<T> list(String id) {
        ListView<T> list = Named.named(new ListView<>(), id);
        list.getStyleClass().addAll("groups", "queue-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setMinHeight(ROW_HEIGHT);
        return list;
    }

    private static <T> void fill(
            ListView<T> list, Function<T, Row> rowOf, String icon, Consumer<T> onPlay) {
        list.setCellFactory(view -> playable(new QueueCell<>(rowOf, icon), onPlay));
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    T chosen = list.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && chosen != null) {
                        event.consume();
                        onPlay.accept(chosen);
                    }
                });
    }

    private static <T> ListCell<T> playable(ListCell<T> cell, Consumer<T> onPlay) {
        cell.setOnMouseClicked(
                event -> {
                    boolean twice = event.getClickCount() == 2;
                    if (twice && event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                        onPlay.accept(cell.getItem());
                    }
                });
        return cell;
    }

    /** Only one of the lists has a selection. */
    private static void alone(ListView<?> list, ListView<?> other) {
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (observed, before, now) -> {
                            if (now != null) {
                                other.getSelectionModel().clearSelection();
                            }
                        });
    }

    // ---- content

    private void show() {
        List<Entry> queued = queue.entries();
        if (!entries.getItems().equals(queued)) {
            replace(queued);
        }
        double rows = Math.max(2, queued.size());
        entries.setPrefHeight(rows * ROW_HEIGHT + 2);
        List<Row> coming = queue.following(MOST_FOLLOWING);
        if (!following.getItems().equals(coming)) {
            following.getItems().setAll(coming);
        }
        VBox.setVgrow(entries, coming.isEmpty() ? Priority.ALWAYS : Priority.SOMETIMES);
        total.setText(queued.isEmpty() ? "" : totalWords(queued));
        from.setText(Texts.text("queue.from", queue.listing().name()));
    }

    private static String totalWords(List<Entry> queued) {
        double seconds =
                queued.stream().mapToDouble(entry -> entry.row().track().seconds().orElse(0)).sum();
        return Texts.text("queue.total", queued.size(), Numbers.length(seconds));
    }

    /** What was selected stays so; behind what has gone, the next is. */
    private void replace(List<Entry> queued) {
        Set<Entry> chosen = new HashSet<>(chosen());
        int first =
                entries.getSelectionModel().getSelectedIndices().stream()
                        .mapToInt(Integer::intValue)
                        .min()
                        .orElse(-1);
        entries.getItems().setAll(queued);
        int[] found =
                IntStream.range(0, queued.size())
                        .filter(i -> chosen.contains(queued.get(i)))
                        .toArray();
        entries.getSelectionModel().clearSelection();
        if (found.length > 0) {
            entries.getSelectionModel().selectIndices(found[0], found);
        } else if (first >= 0 && !queued.isEmpty()) {
            entries.getSelectionModel().select(Math.min(first, queued.size() - 1));
        }
    }

    // ---- keys and menus

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE) {
            removeChosen();
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            move(1);
        } else {
            return;
        }
        event.consume();
    }

    private void removeChosen() {
        if (!chosen().isEmpty()) {
            edits.remove(chosen());
        }
    }

    /** Moves the selected entries by one, together. */
    private void move(int by) {
        TreeSet<Integer> places = new TreeSet<>(entries.getSelectionModel().getSelectedIndices());
        if (!places.isEmpty()) {
            int to = by < 0 ? places.first() - 1 : places.last() + 2;
            if (to >= 0 && to <= entries.getItems().size()) {
                edits.move(chosen(), to);
                entries.scrollTo(Math.max(0, (by < 0 ? to : to - 1) - 2));
            }
        }
    }

    private ContextMenu entryMenu() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("queue.play", "mdi2p-play", () -> player.play(chosen().get(0))));
        items.add(new SeparatorMenuItem());
        items.add(item("queue.first", "mdi2a-arrow-collapse-up", this::playNext));
        items.add(item("queue.up", "mdi2a-arrow-up", () -> move(-1)));
        items.add(item("queue.down", "mdi2a-arrow-down", () -> move(1)));
        items.add(item("queue.last", "mdi2a-arrow-collapse-down", this::addToEnd));
        items.add(new SeparatorMenuItem());
        items.add(item("queue.remove", "mdi2p-playlist-remove", this::removeChosen));
        return menu(entries, items);
    }

    private ContextMenu followingMenu(Actions actions) {
        return menu(
                following,
                List.of(
                        item("queue.play", "mdi2p-play", this::playFollowing),
                        actions.menuItem(Action.PLAY_NEXT),
                        actions.menuItem(Action.ENQUEUE)));
    }

    private static ContextMenu menu(ListView<?> list, List<MenuItem> items) {
        ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
        menu.setOnShowing(
                event ->
                        items.stream()
                                .filter(item -> !item.disableProperty().isBound())
                                .forEach(item -> item.setDisable(isNothingChosen(list))));
        return menu;
    }

    private static boolean isNothingChosen(ListView<?> list) {
        return list.getSelectionModel().isEmpty();
    }

    private static MenuItem item(String key, String icon, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }
}
