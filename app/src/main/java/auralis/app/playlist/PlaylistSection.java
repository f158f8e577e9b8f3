package auralis.app.playlist;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Place;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.track.Playlist;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The playlists in the side bar: one line each, named in their place. */
public final class PlaylistSection {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final PlaylistShelf shelf;
    private final PlaylistFiles files;
    private final Catalogue catalogue;
    private final ObservableValue<Boolean> wide;
    private final ToggleGroup group;
    private final LineDrag drag;
    private final VBox lines = new VBox();
    private final VBox section = new VBox();
    private final Map<Long, PlaylistLine> known = new HashMap<>();
    private final TextField name = Named.named(new TextField(), "side.playlist.name");
    private PlaylistLine edited; // null while none is

    /**
     * @param wide whether there is room for words
     * @param group of all lines of the side bar
     */
    public PlaylistSection(
            PlaylistShelf shelf,
            PlaylistFiles files,
            Catalogue catalogue,
            Actions actions,
            ObservableValue<Boolean> wide,
            ToggleGroup group,
            Label heading) {
        this.shelf = shelf;
        this.files = files;
        this.catalogue = catalogue;
        this.wide = wide;
        this.group = group;
        drag = new LineDrag(shelf);
        Button add = actions.dress(new Button(), Action.NEW_PLAYLIST);
        add.setId("side.playlist.add");
        add.setGraphic(new FontIcon("mdi2p-plus"));
        add.getStyleClass().addAll("button-icon", "flat", "tiny");
        add.visibleProperty().bind(wide);
        add.managedProperty().bind(wide);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(heading, add);
        head.getStyleClass().add("side-head");
        lines.getStyleClass().add("side-lines");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(Region.USE_COMPUTED_SIZE);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        section.setId("side.playlists");
        section.getStyleClass().add("side-playlists");
        section.getChildren().addAll(head, scroll);
        VBox.setVgrow(section, Priority.ALWAYS);
        name.getStyleClass().add("side-name");
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        name.focusedProperty().addListener((observed, before, now) -> left(now));
        name.textProperty().addListener((observed, before, now) -> mark(false));
        shelf.all().subscribe(this::show);
        shelf.found().subscribe(counts -> show(shelf.all().get()));
        shelf.shown().subscribe(this::mark);
        shelf.onCreated(this::edit);
    }

    public Node node() {
        return section;
    }

    /** Lets the user give the shown playlist another name. */
    public void renameShown() {
        edit(shelf.shown().get());
    }

    private void show(List<Playlist> all) {
        List<Node> nodes = new ArrayList<>();
        for (Playlist playlist : all) {
            PlaylistLine line = known.computeIfAbsent(playlist.id(), id -> line(playlist));
            line.show(playlist, count(playlist));
            nodes.add(line.node());
        }
        known.values().removeIf(line -> !nodes.contains(line.node()));
        if (!lines.getChildren().equals(nodes)) {
            lines.getChildren().setAll(nodes);
        }
        mark(shelf.shown().get());
    }

    private int count(Playlist playlist) {
        return playlist.search().isEmpty()
                ? playlist.tracks()
                : shelf.found().get().getOrDefault(playlist.id(), 0);
    }

    private PlaylistLine line(Playlist playlist) {
        ContextMenu menu = new ContextMenu();
        PlaylistLine line = new PlaylistLine(playlist, wide, menu);
        menu.setOnShowing(event -> menu.getItems().setAll(items(line.playlist())));
        menu.getItems().setAll(items(playlist));
        line.button().setToggleGroup(group);
        line.button().addEventFilter(ActionEvent.ACTION, event -> line.button().setSelected(true));
        line.button().setOnAction(event -> shelf.open(line.playlist()));
        line.button().setOnKeyPressed(event -> lineKey(line, event));
        drag.install(line);
        return line;
    }

    private List<MenuItem> items(Playlist playlist) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("action.playlist.rename", "mdi2r-rename-box", () -> edit(playlist)));
        if (playlist.search().isPresent()) {
            items.add(
                    item(
                            "playlist.search",
                            "mdi2t-text-box-search-outline",
                            () ->
                                    files.host()
                                            .askSearch(
                                                    Texts.text(
                                                            "playlist.search.title",
                                                            playlist.name()),
                                                    playlist.search().get(),
                                                    search -> shelf.setSearch(playlist, search))));
        }
        items.add(
                item(
                        "action.playlist.export",
                        "mdi2f-file-export-outline",
                        () -> files.exportTo(playlist)));
        items.add(new SeparatorMenuItem());
        items.add(
                item(
                        "action.playlist.delete",
                        "mdi2t-trash-can-outline",
                        () -> shelf.remove(playlist)));
        return items;
    }

    private static MenuItem item(String key, String icon, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void lineKey(PlaylistLine line, KeyEvent event) {
        switch (event.getCode()) {
            case F2 -> edit(line.playlist());
            case DELETE -> shelf.remove(line.playlist());
            case UP -> move(line, event, -1);
            case DOWN -> move(line, event, 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(PlaylistLine line, KeyEvent event, int by) {
        if (event.isAltDown()) {
            drag.move(line.playlist(), by);
        } else {
            int index = lines.getChildren().indexOf(line.node()) + by;
            Optional<Playlist> next =
                    index < 0 || index >= shelf.all().get().size()
                            ? Optional.empty()
                            : Optional.of(shelf.all().get().get(index));
            next.ifPresent(playlist -> known.get(playlist.id()).button().requestFocus());
        }
    }

    private void mark(Playlist shown) {
        PlaylistLine line = shown == null ? null : known.get(shown.id());
        if (line != null) {
            line.button().setSelected(true);
        } else if (!isOfLibrary()) {
            group.selectToggle(null);
        }
    }

    private boolean isOfLibrary() {
        return Place.LISTED.contains(catalogue.place().get().top());
    }

    private void edit(Playlist playlist) {
        PlaylistLine line = known.get(playlist.id());
        if (line == null || !wide.getValue()) {
            return;
        }
        endEdit();
        edited = line;
        name.setText(playlist.name());
        line.edit(name);
        name.requestFocus();
        name.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (take()) {
                leave();
            }
            event.consume();
        }
    }

    private void leave() {
        PlaylistLine line = edited;
        endEdit();
        line.button().requestFocus();
    }

    private void left(boolean focused) {
        if (!focused && edited != null) {
            take();
            endEdit();
        }
    }

    /** Whether the name can be one; where nothing was changed it can. */
    private boolean take() {
        Playlist playlist = edited.playlist();
        String wanted = name.getText().strip();
        if (wanted.equals(playlist.name())) {
            return true;
        }
        boolean possible = !wanted.isEmpty() && !shelf.isTaken(wanted, playlist);
        mark(!possible);
        if (possible) {
            shelf.rename(playlist, wanted);
        }
        return possible;
    }

    private void mark(boolean wrong) {
        name.pseudoClassStateChanged(WRONG, wrong);
    }

    private void endEdit() {
        PlaylistLine line = edited;
        edited = null;
        if (line != null) {
            line.endEdit();
        }
    }
}
