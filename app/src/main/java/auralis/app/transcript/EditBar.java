package auralis.app.transcript;

import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The times of the selected line, and what can be done with it. FX thread only. */
final class EditBar {
    private final FlowPane bar = new FlowPane();
    private final Label start = new Label();
    private final Label end = new Label();
    private final List<Button> ofLine = new ArrayList<>();
    private final Button join;
    private final Button insert;

    EditBar(LineEdits edits) {
        start.setId("transcript.start");
        end.setId("transcript.end");
        HBox first =
                group(
                        caption("transcript.start"),
                        line("transcript.start.less", "mdi2m-minus", () -> edits.nudgeStart(-1)),
                        start,
                        line("transcript.start.more", "mdi2p-plus", () -> edits.nudgeStart(1)),
                        line(
                                "transcript.start.here",
                                "mdi2a-arrow-collapse-left",
                                edits::startHere));
        HBox last =
                group(
                        caption("transcript.end"),
                        line("transcript.end.less", "mdi2m-minus", () -> edits.nudgeEnd(-1)),
                        end,
                        line("transcript.end.more", "mdi2p-plus", () -> edits.nudgeEnd(1)),
                        line("transcript.end.here", "mdi2a-arrow-collapse-right", edits::endHere));
        join = line("transcript.join", "mdi2c-call-merge", edits::join);
        insert = button("transcript.insert", "mdi2p-playlist-plus", edits::insert);
        HBox deeds =
                group(
                        line("transcript.retype", "mdi2p-pencil-outline", edits::retype),
                        line("transcript.split", "mdi2c-call-split", edits::split),
                        join,
                        insert,
                        line("transcript.delete", "mdi2t-trash-can-outline", edits::delete),
                        line("transcript.tap", "mdi2g-gesture-tap", edits::tap));
        bar.getStyleClass().add("transcript-edits");
        bar.getChildren().addAll(first, last, deeds);
        bar.setId("transcript.edits");
    }

    Node node() {
        return bar;
    }

    /**
     * @param line null while none is selected
     * @param more whether another follows
     */
    void show(Segment line, boolean more, boolean editable) {
        start.setText(line == null ? Numbers.UNKNOWN : time(line.start()));
        end.setText(line == null ? Numbers.UNKNOWN : time(line.end()));
        ofLine.forEach(button -> button.setDisable(line == null || !editable));
        join.setDisable(line == null || !more || !editable);
        insert.setDisable(!editable);
    }

    /** "3:41.2". */
    static String time(double seconds) {
        long tenths = Math.round(seconds * 10);
        return Numbers.time(tenths / 10.0) + String.format(Locale.ROOT, ".%d", tenths % 10);
    }

    private Button line(String id, String icon, Runnable run) {
        Button button = button(id, icon, run);
        ofLine.add(button);
        return button;
    }

    private static Button button(String id, String icon, Runnable run) {
        Button button = Named.named(new Button(), id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> run.run());
        return button;
    }

    private static Label caption(String key) {
        Label caption = new Label(Texts.text(key));
        caption.getStyleClass().add("quiet");
        return caption;
    }

    private static HBox group(Node... nodes) {
        HBox group = new HBox(nodes);
        group.getStyleClass().add("transcript-group");
        return group;
    }
}
