package auralis.app.sheet;

import auralis.app.action.Actions;
import auralis.app.text.Named;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/** A list of what a sentence had no room for. */
public final class Details {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 280;

    private Details() {}

    /**
     * @param over the root of the window
     */
    public static void show(
            StackPane over, Actions actions, String title, String sentence, List<String> lines) {
        Sheet sheet = new Sheet("details", title, actions);
        Label words = new Label(sentence);
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        ListView<String> list =
                Named.named(
                        new ListView<>(FXCollections.observableArrayList(lines)), "details.list");
        list.getStyleClass().add("dense");
        list.setPrefSize(WIDTH, HEIGHT);
        Button close = sheet.closing("details.close");
        close.getStyleClass().add("accent");
        sheet.setBody(words, list);
        sheet.setFoot(close);
        sheet.show(over, close);
    }
}
