package auralis.app.playlist;

import auralis.app.action.Actions;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.search.Query;
import auralis.library.search.QueryException;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** Asks for the search of a smart playlist. */
public final class SearchSheet {
    private static final double WIDTH = 460;

    private SearchSheet() {}

    /**
     * @param over the root of the window
     * @param answer is given a search that can be understood
     */
    public static void show(
            StackPane over, Actions actions, String title, String search, Consumer<String> answer) {
        Sheet sheet = new Sheet("playlist.search.sheet", title, actions);
        TextField field = Named.named(new TextField(search), "playlist.search.field");
        Label help = new Label(Texts.text("playlist.search.help"));
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        help.setMaxWidth(WIDTH);
        help.setMinHeight(40);
        Button cancel = sheet.closing("playlist.search.cancel");
        Button save =
                sheet.answer("playlist.search.save", () -> answer.accept(field.getText().strip()));
        save.getStyleClass().add("accent");
        field.textProperty()
                .subscribe(
                        text -> {
                            String fault = fault(text);
                            save.setDisable(text.isBlank() || !fault.isEmpty());
                            help.setText(
                                    fault.isEmpty() ? Texts.text("playlist.search.help") : fault);
                        });
        field.setOnAction(event -> save.fire());
        field.setPrefWidth(WIDTH);
        sheet.setBody(field, help);
        sheet.setFoot(cancel, save);
        sheet.show(over, field);
    }

    private static String fault(String search) {
        try {
            Query.parse(search);
            return "";
        } catch (QueryException e) {
            return e.getMessage();
        }
    }
}
