package auralis.app.browse;

import auralis.app.catalogue.Row;
import auralis.app.text.Texts;
import auralis.library.track.Track;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whether a track is a favourite; a click changes that. */
final class HeartCell extends TableCell<Row, Track> {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FontIcon heart = new FontIcon();
    private final Consumer<Row> onClick;

    HeartCell(Consumer<Row> onClick) {
        this.onClick = onClick;
        getStyleClass().add("heart");
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
            onClick.accept(getTableRow().getItem());
            event.consume();
        }
    }

    @Override
    protected void updateItem(Track track, boolean empty) {
        super.updateItem(track, empty);
        boolean shown = !empty && track != null;
        boolean favourite = shown && track.listened().favourite();
        heart.setIconLiteral(favourite ? "mdi2h-heart" : "mdi2h-heart-outline");
        setGraphic(shown ? heart : null);
        setAccessibleText(favourite ? Texts.text("table.favourite.name") : "");
        pseudoClassStateChanged(CHOSEN, favourite);
    }
}
