package auralis.app.form;

import auralis.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in a place where nothing is yet: what it is for, and how something gets there. */
public final class Invitation {
    private static final double WIDTH = 460;

    private Invitation() {}

    /**
     * @param icon its literal
     */
    public static VBox of(String icon, String titleKey, String hintKey) {
        Label title = new Label(Texts.text(titleKey));
        title.getStyleClass().add("empty-title");
        Label hint = new Label(Texts.text(hintKey));
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.CENTER);
        hint.setMaxWidth(WIDTH);
        StackPane disc = new StackPane(new FontIcon(icon));
        disc.getStyleClass().add("empty-icon");
        VBox invitation = new VBox(disc, title, hint);
        invitation.getStyleClass().add("empty-state");
        return invitation;
    }
}
