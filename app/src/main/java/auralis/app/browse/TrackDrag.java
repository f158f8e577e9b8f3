package auralis.app.browse;

import auralis.app.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** Tracks that are dragged: to a playlist, into the queue. */
public final class TrackDrag {
    private static final DataFormat TRACKS = new DataFormat("application/x-auralis-tracks");

    private TrackDrag() {}

    public static ClipboardContent content(List<Long> ids) {
        ClipboardContent content = new ClipboardContent();
        content.put(TRACKS, ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return content;
    }

    public static boolean isIn(Dragboard board) {
        return board.hasContent(TRACKS);
    }

    public static List<Long> ids(Dragboard board) {
        String ids = (String) board.getContent(TRACKS);
        return Stream.of(ids.split(",")).map(Long::valueOf).toList();
    }

    /** What is seen under the pointer, in the look of the window of a node. */
    public static Image picture(Node source, int count) {
        Label label = new Label(Texts.text("drag.tracks", count));
        label.getStyleClass().add("drag-label");
        StackPane pane = new StackPane(label);
        pane.getStyleClass().add("auralis");
        Scene scene = new Scene(pane, Color.TRANSPARENT);
        scene.getStylesheets().setAll(source.getScene().getStylesheets());
        scene.setUserAgentStylesheet(source.getScene().getUserAgentStylesheet());
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return pane.snapshot(clear, null);
    }
}
