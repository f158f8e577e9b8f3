package auralis.app.browse;

import auralis.library.track.Track;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/** A text of a track. */
class TextCell extends TableCell<Row, Facts> {
    private final Function<Track, String> text;

    TextCell(Function<Track, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(Facts facts, boolean empty) {
        super.updateItem(facts, empty);
        setText(empty || facts == null ? null : text.apply(facts.track()));
    }
}
