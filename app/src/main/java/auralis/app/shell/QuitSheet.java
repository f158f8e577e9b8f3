package auralis.app.shell;

import auralis.app.action.Actions;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks what becomes of running jobs when the user quits. */
final class QuitSheet {
    private static final double WIDTH = 440;

    private QuitSheet() {}

    /**
     * @param running how many jobs
     * @param onQuit ends the program, which keeps the jobs for the next time
     * @param onStay gets the window out of the way and lets them run
     */
    static void show(
            StackPane over, Actions actions, int running, Runnable onQuit, Runnable onStay) {
        Sheet sheet = new Sheet("quit", Texts.text("quit", running), actions);
        Label words = new Label(Texts.text("quit.words"));
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        words.setMinHeight(Label.USE_PREF_SIZE);
        Button cancel = button("quit.cancel", sheet, () -> {});
        Button stay = button("quit.stay", sheet, onStay);
        Button quit = button("quit.pause", sheet, onQuit);
        quit.getStyleClass().add("accent");
        quit.setDefaultButton(true);
        VBox content = new VBox(words);
        content.getStyleClass().add("sheet-body");
        sheet.setContent(content);
        sheet.setFoot(cancel, stay, quit);
        sheet.show(over, quit);
    }

    private static Button button(String id, Sheet sheet, Runnable action) {
        Button button = Named.labelled(new Button(), id);
        button.setOnAction(
                event -> {
                    sheet.close();
                    action.run();
                });
        return button;
    }
}
