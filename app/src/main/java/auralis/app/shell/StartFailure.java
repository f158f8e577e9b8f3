package auralis.app.shell;

import auralis.app.text.Texts;
import javafx.scene.control.Alert;
import javafx.scene.control.Label;

/** The window of a program that cannot start. */
public final class StartFailure {
    private static final double WIDTH = 460;

    private StartFailure() {}

    /**
     * On the FX thread; comes back at once.
     *
     * @param sentence what is wrong and what to do
     */
    public static void show(String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.setTitle(Texts.text("window.title"));
        alert.setHeaderText(Texts.text("start.failed"));
        alert.getDialogPane().setContent(words);
        Theme.DARK.applyTo(alert.getDialogPane());
        alert.show();
    }
}
