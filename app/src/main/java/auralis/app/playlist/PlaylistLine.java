package auralis.app.playlist;

import auralis.app.text.Texts;
import auralis.library.track.Playlist;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A playlist in the side bar; only its icon where there is no room. */
final class PlaylistLine {
    static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");
    static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private final ToggleButton button = new ToggleButton();
    private final StackPane pane = new StackPane(button);
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label count = new Label();
    private final Tooltip tip = new Tooltip();
    private Playlist playlist;

    /**
     * @param wide whether there is room for words
     */
    PlaylistLine(Playlist playlist, ObservableValue<Boolean> wide, ContextMenu menu) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMinWidth(0);
        count.getStyleClass().add("count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(icon, name, space, count);
        line.getStyleClass().add("side-line");
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        line.maxWidthProperty().bind(button.widthProperty().subtract(24));
        for (Node node : new Node[] {name, space, count}) {
            node.visibleProperty().bind(wide);
            node.managedProperty().bind(wide);
        }
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(tip);
        button.getStyleClass().add("side-place");
        button.setContextMenu(menu);
        button.setId("side.playlist." + playlist.id());
        show(playlist, playlist.tracks());
    }

    Node node() {
        return pane;
    }

    ToggleButton button() {
        return button;
    }

    Playlist playlist() {
        return playlist;
    }

    void show(Playlist now, int tracks) {
        playlist = now;
        boolean smart = now.search().isPresent();
        icon.setIconLiteral(smart ? "mdi2p-playlist-star" : "mdi2p-playlist-music-outline");
        name.setText(now.name());
        count.setText(Texts.text("side.count", tracks));
        String words = Texts.text("side.playlist.words", now.name(), tracks);
        tip.setText(
                smart ? Texts.text("side.playlist.smart", now.name(), now.search().get()) : words);
        button.setAccessibleText(
                smart ? Texts.text("side.playlist.smart.words", now.name(), tracks) : words);
    }

    /** Puts a field in the place of the name. */
    void edit(TextField field) {
        StackPane.setAlignment(field, Pos.CENTER_RIGHT);
        StackPane.setMargin(field, new Insets(0, 4, 0, 0));
        pane.getChildren().setAll(button, field);
        name.setOpacity(0);
        count.setOpacity(0);
    }

    void endEdit() {
        pane.getChildren().setAll(button);
        name.setOpacity(1);
        count.setOpacity(1);
    }
}
