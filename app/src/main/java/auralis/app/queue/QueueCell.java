package auralis.app.queue;

import auralis.app.catalogue.Row;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** A track on one line: title, artist, time; greyed while its file cannot be reached. */
final class QueueCell<T> extends ListCell<T> {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    private final Function<T, Row> rowOf;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label artist = new Label();
    private final Label time = new Label();
    private final HBox line;
    private Subscription changes = Subscription.EMPTY;

    /**
     * @param icon of a line that can be played
     */
    QueueCell(Function<T, Row> rowOf, String icon) {
        this.rowOf = rowOf;
        setPrefWidth(0); // as wide as the list, however long its words
        this.icon.setIconLiteral(icon);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        artist.getStyleClass().add("quiet");
        artist.prefWidthProperty().bind(widthProperty().multiply(0.3));
        artist.minWidthProperty().bind(artist.prefWidthProperty());
        artist.maxWidthProperty().bind(artist.prefWidthProperty());
        artist.managedProperty().bind(artist.textProperty().isNotEmpty());
        time.getStyleClass().addAll("quiet", "queue-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(this.icon, title, artist, time);
        line.getStyleClass().add("queue-line");
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        changes.unsubscribe();
        changes = Subscription.EMPTY;
        boolean shown = !empty && item != null;
        setGraphic(shown ? line : null);
        if (shown) {
            changes = rowOf.apply(item).trackProperty().subscribe(this::describe);
        } else {
            pseudoClassStateChanged(AWAY, false);
            setAccessibleText(null);
        }
    }

    private void describe(Track track) {
        boolean away = track.presence() != Presence.PRESENT;
        pseudoClassStateChanged(AWAY, away);
        title.setText(track.title());
        artist.setText(track.artist());
        time.setText(Numbers.time(track.seconds()));
        String words = Texts.text("queue.spoken", track.title(), track.artist(), time.getText());
        setAccessibleText(away ? Texts.text("queue.spoken.away", words) : words);
    }
}
