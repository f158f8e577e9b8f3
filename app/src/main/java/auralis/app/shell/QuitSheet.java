package auralis.app.shell;

import auralis.app.action.Actions;
import auralis.app.sheet.Sheet;
import auralis.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

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
        Button cancel = sheet.closing("quit.cancel");
        Button stay = sheet.answer("quit.stay", onStay);
        Button quit = sheet.answer("quit.pause", onQuit);
        quit.getStyleClass().add("accent");
        quit.setDefaultButton(true);
        sheet.setBody(words);
        sheet.setFoot(cancel, stay, quit);
        sheet.show(over, quit);
    }
}
