package auralis.app.playlist;

import auralis.app.browse.TrackDrag;
import auralis.library.track.Playlist;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** What can be dropped on the lines of the side bar: tracks, and the lines themselves. */
final class LineDrag {
    private static final DataFormat PLAYLIST = new DataFormat("application/x-auralis-playlist");

    private final PlaylistShelf shelf;

    LineDrag(PlaylistShelf shelf) {
        this.shelf = shelf;
    }

    void install(PlaylistLine line) {
        ToggleButton button = line.button();
        button.setOnDragDetected(event -> begin(line, event));
        button.setOnDragOver(event -> over(line, event));
        button.setOnDragExited(event -> mark(line, null));
        button.setOnDragDropped(event -> drop(line, event));
    }

    /** Moves a playlist up or down among the others. */
    void move(Playlist playlist, int by) {
        List<Long> ids = ids();
        int to = ids.indexOf(playlist.id()) + by;
        if (to >= 0 && to < ids.size()) {
            ids.remove(playlist.id());
            ids.add(to, playlist.id());
            shelf.arrange(playlist, ids);
        }
    }

    private List<Long> ids() {
        return new ArrayList<>(shelf.all().get().stream().map(Playlist::id).toList());
    }

    private static void begin(PlaylistLine line, MouseEvent event) {
        ClipboardContent content = new ClipboardContent();
        content.put(PLAYLIST, String.valueOf(line.playlist().id()));
        line.button().startDragAndDrop(TransferMode.MOVE).setContent(content);
        event.consume();
    }

    private static void over(PlaylistLine line, DragEvent event) {
        if (event.getDragboard().hasContent(PLAYLIST)) {
            event.acceptTransferModes(TransferMode.MOVE);
            mark(line, isAbove(line, event) ? PlaylistLine.ABOVE : PlaylistLine.BELOW);
            event.consume();
        } else if (takesTracks(line, event)) {
            event.acceptTransferModes(TransferMode.COPY);
            mark(line, PlaylistLine.DROP);
            event.consume();
        }
    }

    private static boolean takesTracks(PlaylistLine line, DragEvent event) {
        return TrackDrag.isIn(event.getDragboard()) && line.playlist().search().isEmpty();
    }

    private void drop(PlaylistLine line, DragEvent event) {
        mark(line, null);
        if (event.getDragboard().hasContent(PLAYLIST)) {
            long dragged = Long.parseLong((String) event.getDragboard().getContent(PLAYLIST));
            put(dragged, line.playlist().id(), isAbove(line, event));
        } else if (takesTracks(line, event)) {
            shelf.append(line.playlist(), TrackDrag.ids(event.getDragboard()));
        } else {
            return;
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private void put(long dragged, long beside, boolean above) {
        List<Long> ids = ids();
        if (dragged == beside || !ids.remove(dragged)) {
            return;
        }
        ids.add(ids.indexOf(beside) + (above ? 0 : 1), dragged);
        shelf.all().get().stream()
                .filter(playlist -> playlist.id() == dragged)
                .findFirst()
                .ifPresent(playlist -> shelf.arrange(playlist, ids));
    }

    private static boolean isAbove(PlaylistLine line, DragEvent event) {
        return event.getY() < line.button().getHeight() / 2;
    }

    private static void mark(PlaylistLine line, PseudoClass state) {
        for (PseudoClass each :
                List.of(PlaylistLine.DROP, PlaylistLine.ABOVE, PlaylistLine.BELOW)) {
            line.button().pseudoClassStateChanged(each, each == state);
        }
    }
}
