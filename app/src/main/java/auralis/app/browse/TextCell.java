package auralis.app.browse;

import auralis.app.catalogue.Row;
import auralis.library.track.Track;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/** A text of a track. */
class TextCell extends TableCell<Row, Track> {
    private final Function<Track, String> text;

    TextCell(Function<Track, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(Track track, boolean empty) {
        super.updateItem(track, empty);
        setText(empty || track == null ? null : text.apply(track));
    }
}
