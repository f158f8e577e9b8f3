package auralis.app.browse.album;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.track.Album;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Screen;

/**
 * Albums as a wall of covers. It is a list of rows of tiles, of which those are made that are seen;
 * arrows go from album to album. FX thread only.
 */
public final class AlbumGrid {
    private static final double TILE_WIDTH = AlbumTile.SIZE + 32;
    private static final double ROW_HEIGHT = AlbumTile.SIZE + 92;
    private static final double ROOM_FOR_SCROLL_BAR = 28;

    private final ListView<Integer> rows = Named.named(new ListView<>(), "albums");
    private final Label nothing = new Label();
    private final CoverShelf shelf;
    private final Consumer<Album> onOpen;
    private List<Album> albums = List.of();
    private final DoubleProperty spacing = new SimpleDoubleProperty(); // between tiles
    private int columns = 1;
    private int chosen;

    /**
     * @param onOpen told which album is double-clicked
     */
    public AlbumGrid(Covers covers, Consumer<Album> onOpen) {
        this.onOpen = onOpen;
        double scale = Screen.getPrimary().getOutputScaleX();
        shelf = new CoverShelf(covers, (int) Math.ceil(AlbumTile.SIZE * scale));
        rows.getStyleClass().add("albums");
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.setCellFactory(list -> new Cell());
        rows.setPlaceholder(nothing);
        nothing.getStyleClass().add("empty-hint");
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        rows.widthProperty().addListener((observed, before, now) -> arrange());
    }

    public Node node() {
        return rows;
    }

    /**
     * @param why what to say when there is none
     */
    public void show(List<Album> found, String why) {
        Optional<Album> before = at(chosen);
        albums = List.copyOf(found);
        nothing.setText(why);
        chosen = before.map(album -> indexOf(album.id())).filter(index -> index >= 0).orElse(0);
        fill();
    }

    public void close() {
        shelf.close();
    }

    private int indexOf(long id) {
        return IntStream.range(0, albums.size())
                .filter(index -> albums.get(index).id() == id)
                .findFirst()
                .orElse(-1);
    }

    private Optional<Album> at(int index) {
        return index >= 0 && index < albums.size()
                ? Optional.of(albums.get(index))
                : Optional.empty();
    }

    private void arrange() {
        double room = rows.getWidth() - ROOM_FOR_SCROLL_BAR;
        int fitting = Math.max(1, (int) (room / TILE_WIDTH));
        spacing.set(Math.max(0, Math.floor((room - fitting * TILE_WIDTH) / fitting)));
        if (fitting != columns) {
            columns = fitting;
            fill();
        }
    }

    /** As many rows as there were keep their place on the screen. */
    private void fill() {
        int count = (albums.size() + columns - 1) / columns;
        if (rows.getItems().size() != count) {
            rows.setItems(
                    FXCollections.observableArrayList(IntStream.range(0, count).boxed().toList()));
        }
        rows.refresh();
    }

    private void key(KeyEvent event) {
        int page = Math.max(1, (int) (rows.getHeight() / ROW_HEIGHT)) * columns;
        switch (event.getCode()) {
            case LEFT -> choose(chosen - 1);
            case RIGHT -> choose(chosen + 1);
            case UP -> choose(chosen - columns);
            case DOWN -> choose(chosen + columns);
            case PAGE_UP -> choose(chosen - page);
            case PAGE_DOWN -> choose(chosen + page);
            case HOME -> choose(0);
            case END -> choose(albums.size() - 1);
            case ENTER -> at(chosen).ifPresent(onOpen);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        chosen = Math.max(0, Math.min(albums.size() - 1, index));
        reveal(chosen / columns);
        rows.refresh();
        at(chosen).ifPresent(album -> rows.setAccessibleHelp(spoken(album)));
    }

    private static String spoken(Album album) {
        return Texts.text("album.spoken", album.title(), album.artist());
    }

    private void reveal(int row) {
        int seen = Math.max(1, (int) (rows.getHeight() / ROW_HEIGHT));
        Optional<Integer> first =
                rows.lookupAll(".album-row").stream()
                        .map(node -> ((Cell) node).getIndex())
                        .filter(index -> index >= 0)
                        .min(Integer::compare);
        int top = first.orElse(0);
        if (row < top + 1) {
            rows.scrollTo(row);
        } else if (row >= top + seen) {
            rows.scrollTo(row - seen + 1);
        }
    }

    private void clicked(MouseEvent event, int index) {
        if (event.getButton() == MouseButton.PRIMARY && at(index).isPresent()) {
            chosen = index;
            rows.requestFocus();
            rows.refresh();
            if (event.getClickCount() == 2) {
                at(index).ifPresent(onOpen);
            }
        }
    }

    /** A row of tiles. */
    private final class Cell extends ListCell<Integer> {
        private final HBox line = new HBox();
        private final List<AlbumTile> tiles = new ArrayList<>();

        Cell() {
            getStyleClass().add("album-row");
            line.getStyleClass().add("album-line");
            line.spacingProperty().bind(spacing);
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : line);
            for (int i = 0; !empty && row != null && i < Math.max(columns, tiles.size()); i++) {
                int index = row * columns + i;
                Album album = i < columns ? at(index).orElse(null) : null;
                tile(i).show(album, index == chosen);
            }
        }

        private AlbumTile tile(int column) {
            if (column == tiles.size()) {
                AlbumTile tile = new AlbumTile(shelf);
                tiles.add(tile);
                line.getChildren().add(tile.node());
                tile.node()
                        .setOnMouseClicked(event -> clicked(event, getItem() * columns + column));
            }
            return tiles.get(column);
        }
    }
}
