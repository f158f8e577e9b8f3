package auralis.app.prefs;

import auralis.app.prefs.Errand.Stage;
import auralis.app.prefs.Errand.Standing;
import auralis.app.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One model, or a file on its way to be one: what it is, how it stands, and what can be done with
 * it. While something goes on, that is how far it is and a button that stops it.
 */
final class ModelCard {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass FINE = PseudoClass.getPseudoClass("fine");

    private final String id;
    private final String title;
    private final VBox card = new VBox();
    private final Label state = new Label();
    private final FontIcon icon = new FontIcon();
    private final ProgressBar progress = new ProgressBar();
    private final HBox buttons = new HBox();
    private String usual = "";
    private final List<Button> deeds = new ArrayList<>();
    private final Set<Button> needless = new HashSet<>();
    private final Button cancel = button("models.cancel", this::cancel);
    private final Button dismiss = button("models.dismiss", this::dismiss);
    private Runnable onDismiss = () -> {};
    private Optional<Errand> errand = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    /**
     * @param id ends the ids of its buttons
     */
    ModelCard(String id, String title, List<String> facts) {
        this.id = id;
        this.title = title;
        card.setId("models.card." + id);
        card.getStyleClass().add("model");
        Label name = wrapped(title);
        name.getStyleClass().add("heading");
        card.getChildren().add(name);
        for (String fact : facts) {
            Label line = wrapped(fact);
            line.getStyleClass().add("prefs-hint");
            card.getChildren().add(line);
        }
        state.setId("models.state." + id);
        state.getStyleClass().add("model-state");
        state.setWrapText(true);
        state.setMinWidth(0);
        state.setMinHeight(Region.USE_PREF_SIZE);
        state.setMaxWidth(Double.MAX_VALUE);
        state.setFocusTraversable(false);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(title);
        progress.managedProperty().bind(progress.visibleProperty());
        buttons.getStyleClass().add("model-buttons");
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        buttons.getChildren().addAll(cancel, dismiss);
        HBox foot = new HBox(state, buttons);
        HBox.setHgrow(state, Priority.ALWAYS);
        foot.getStyleClass().add("model-foot");
        card.getChildren().addAll(progress, foot);
        name(cancel, "models.cancel");
        name(dismiss, "models.dismiss");
        look();
    }

    /** Adds what can be done while nothing goes on. */
    ModelCard with(String key, Runnable action) {
        Button button = button(key, action);
        name(button, key);
        deeds.add(button);
        buttons.getChildren().add(button);
        look();
        return this;
    }

    /** Says whether there is anything to do for one of these. */
    void need(String key, boolean needed) {
        deeds.stream()
                .filter(deed -> deed.getId().equals(key + "." + id))
                .forEach(deed -> keep(deed, needed));
        look();
    }

    private void keep(Button deed, boolean needed) {
        if (needed) {
            needless.remove(deed);
        } else {
            needless.add(deed);
        }
    }

    /** How it stands while nothing is done with it. */
    ModelCard usual(String words) {
        usual = words;
        look();
        return this;
    }

    /** Adds a button that takes the end of an errand away. */
    ModelCard onDismiss(Runnable action) {
        onDismiss = action;
        look();
        return this;
    }

    Node node() {
        return card;
    }

    /** Shows what goes on or how it ended; empty for nothing. */
    void show(Optional<Errand> now) {
        if (now.equals(errand)) {
            return;
        }
        following.unsubscribe();
        errand = now;
        following =
                now.map(it -> it.standing().subscribe(standing -> look()))
                        .orElse(Subscription.EMPTY);
        look();
    }

    private void look() {
        Optional<Standing> standing = errand.map(it -> it.standing().get());
        boolean moving = standing.isPresent() && !standing.get().isOver();
        boolean ended = standing.isPresent() && standing.get().isOver();
        boolean keyboard = holdsFocus();
        Stage stage = standing.map(Standing::stage).orElse(Stage.WAITING);
        String words = standing.map(Standing::words).orElse(usual);
        state.setText(words);
        state.setAccessibleText(Texts.text("models.state", title, words));
        state.pseudoClassStateChanged(FAILED, stage == Stage.FAILED);
        state.pseudoClassStateChanged(FINE, stage == Stage.DONE);
        state.setGraphic(ended ? icon : null);
        icon.setIconLiteral(
                stage == Stage.FAILED
                        ? "mdi2a-alert-circle-outline"
                        : "mdi2c-check-circle-outline");
        progress.setVisible(moving);
        progress.setProgress(standing.map(Standing::fraction).orElse(0.0));
        show(cancel, moving);
        show(dismiss, ended && deeds.isEmpty());
        deeds.forEach(deed -> show(deed, !moving && !needless.contains(deed)));
        if (keyboard && !holdsFocus()) {
            first().ifPresent(Node::requestFocus);
        }
    }

    /** The first button that can be used. */
    private Optional<Node> first() {
        return buttons.getChildren().stream().filter(Node::isVisible).findFirst();
    }

    private boolean holdsFocus() {
        return buttons.getChildren().stream().anyMatch(it -> it.isFocused() && it.isVisible());
    }

    private void cancel() {
        errand.ifPresent(Errand::cancel);
    }

    private void dismiss() {
        onDismiss.run();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Texts.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        if (Texts.has(key + ".tip")) {
            button.setTooltip(new Tooltip(Texts.text(key + ".tip")));
        }
        return button;
    }

    private void name(Button button, String key) {
        button.setId(key + "." + id);
        button.setAccessibleText(Texts.text("models.deed", Texts.text(key), title));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
