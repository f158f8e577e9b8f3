package auralis.app.shell;

import auralis.app.action.Actions;
import auralis.app.sheet.Details;
import auralis.app.tag.Host;
import auralis.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window around the editor of tags. */
record TagHost(Stage stage, StackPane root, Desktop desktop, Notices notices, Actions actions)
        implements Host {
    /** As many failures as the bar has room for. */
    private static final int TOLD = 3;

    @Override
    public Optional<Path> askPicture() {
        return desktop.askFile(stage, Texts.text("choose.picture"), Desktop.Kind.PICTURE);
    }

    @Override
    public void failed(String sentence, List<String> failures) {
        notices.problem(
                failures.size() > TOLD ? sentence : sentence + "\n" + String.join("\n", failures));
        if (failures.size() > TOLD) {
            String title = Texts.text("tags.failed.title");
            Details.show(root, actions, title, sentence, failures);
        }
    }

    @Override
    public void problem(String sentence) {
        notices.problem(sentence);
    }
}
