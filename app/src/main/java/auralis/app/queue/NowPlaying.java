package auralis.app.queue;

import auralis.app.catalogue.Row;
import auralis.app.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** What plays or is paused, above what is queued. */
final class NowPlaying {
    private final Label title = new Label();
    private final Label artist = new Label();
    private final HBox card;
    private Subscription facts = Subscription.EMPTY;

    NowPlaying(PlayQueue queue, ObservableValue<Boolean> playing) {
        Label caption = new Label();
        caption.setId("queue.now");
        caption.textProperty()
                .bind(playing.map(now -> Texts.text(now ? "queue.now" : "queue.now.paused")));
        caption.visibleProperty().bind(queue.current().isNotNull());
        caption.managedProperty().bind(caption.visibleProperty());
        caption.getStyleClass().add("queue-caption");
        title.setId("queue.now.title");
        title.getStyleClass().add("track-title");
        artist.getStyleClass().add("quiet");
        artist.managedProperty().bind(artist.textProperty().isNotEmpty());
        VBox words = new VBox(caption, title, artist);
        words.getStyleClass().add("track-words");
        words.setMinWidth(0);
        StackPane cover = new StackPane(new FontIcon("mdi2a-album"));
        cover.getStyleClass().add("cover");
        card = new HBox(cover, words);
        card.getStyleClass().add("queue-now");
        queue.current().subscribe(this::show);
    }

    Node node() {
        return card;
    }

    private void show(Row row) {
        facts.unsubscribe();
        facts = Subscription.EMPTY;
        artist.setText("");
        title.setText(Texts.text("play.nothing"));
        if (row != null) {
            facts =
                    row.trackProperty()
                            .subscribe(
                                    track -> {
                                        title.setText(track.title());
                                        artist.setText(track.artist());
                                    });
        }
    }
}
