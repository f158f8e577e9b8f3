package auralis.app.browse;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Question;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the centre shows instead of an empty list. */
final class EmptyState {
    private EmptyState() {}

    /** First run: one invitation, nothing to decide. */
    static Node firstRun(Actions actions, boolean demo) {
        HBox buttons = new HBox();
        buttons.getStyleClass().add("empty-buttons");
        Button folder = button(actions, Action.ADD_FOLDER, "empty.add.folder");
        folder.getStyleClass().add("accent");
        buttons.getChildren().addAll(folder, button(actions, Action.ADD_FILES, "empty.add.files"));
        if (demo) {
            buttons.getChildren().add(button(actions, Action.TRY_DEMO, "empty.demo"));
        }
        VBox state = state("mdi2a-album", "empty.title", "empty.promise");
        state.getChildren().add(buttons);
        state.setId("empty");
        return state;
    }

    /** A search without a result. */
    static Node nothingFound(Catalogue catalogue) {
        VBox state = state("mdi2m-magnify", "nothing.title", "nothing.hint");
        Label title = (Label) state.lookup(".empty-title");
        Label hint = (Label) state.lookup(".empty-hint");
        Button clear = Named.labelled(new Button(), "nothing.clear");
        clear.setOnAction(event -> catalogue.search().set(""));
        catalogue
                .answered()
                .subscribe(
                        question -> {
                            String typed = catalogue.search().get().strip();
                            boolean searched = !typed.isEmpty();
                            title.setText(
                                    searched
                                            ? Texts.text("nothing.title", typed)
                                            : Texts.text(emptyKey(question)));
                            hint.setVisible(searched);
                            clear.setVisible(searched);
                        });
        state.getChildren().add(clear);
        state.setId("nothing");
        return state;
    }

    private static String emptyKey(Question question) {
        if (question != null && question.place().members().isPresent()) {
            return "nothing.playlist";
        }
        boolean favourites = question != null && question.place().equals(Place.FAVOURITES);
        return favourites ? "nothing.favourites" : "nothing.here";
    }

    private static VBox state(String icon, String titleKey, String hintKey) {
        Label title = new Label(Texts.text(titleKey));
        title.getStyleClass().add("empty-title");
        Label hint = new Label(Texts.text(hintKey));
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.CENTER);
        StackPane disc = new StackPane(new FontIcon(icon));
        disc.getStyleClass().add("empty-icon");
        VBox state = new VBox(disc, title, hint);
        state.getStyleClass().add("empty-state");
        return state;
    }

    private static Button button(Actions actions, Action action, String id) {
        Button button = actions.dress(new Button(), action);
        button.setId(id);
        button.setText(Texts.text(id));
        button.setAccessibleText(Texts.text(id));
        return button;
    }
}
