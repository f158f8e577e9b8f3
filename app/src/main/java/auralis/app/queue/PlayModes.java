package auralis.app.queue;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.text.Texts;
import auralis.library.track.Repeat;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Repeating and shuffling: their buttons in the player bar, and what menus say of them. */
public final class PlayModes {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private PlayModes() {}

    public static void bind(PlayQueue queue, Actions actions) {
        actions.bindSwitch(Action.SHUFFLE, queue.shuffled());
        actions.bind(Action.REPEAT, () -> queue.repeat().set(queue.repeat().get().next()));
        actions.bindText(Action.REPEAT, queue.repeat().map(PlayModes::words));
    }

    public static Node buttons(PlayQueue queue, Actions actions) {
        Button repeat = button(actions, Action.REPEAT, "play.repeat");
        queue.repeat()
                .subscribe(
                        mode -> {
                            boolean one = mode == Repeat.ONE;
                            repeat.setGraphic(
                                    new FontIcon(one ? "mdi2r-repeat-once" : "mdi2r-repeat"));
                            show(repeat, mode != Repeat.OFF, words(mode));
                        });
        Button shuffle = button(actions, Action.SHUFFLE, "play.shuffle");
        queue.shuffled()
                .subscribe(
                        on ->
                                show(
                                        shuffle,
                                        on,
                                        Texts.text(on ? "play.shuffle.on" : "play.shuffle.off")));
        HBox buttons = new HBox(repeat, shuffle);
        buttons.getStyleClass().add("play-modes");
        return buttons;
    }

    private static String words(Repeat mode) {
        return switch (mode) {
            case OFF -> Texts.text("play.repeat.off");
            case ALL -> Texts.text("play.repeat.all");
            case ONE -> Texts.text("play.repeat.one");
        };
    }

    private static void show(Button button, boolean selected, String words) {
        button.pseudoClassStateChanged(SELECTED, selected);
        button.setAccessibleText(words);
        button.getTooltip().setText(words);
    }

    private static Button button(Actions actions, Action action, String id) {
        Button button = actions.dress(new Button(), action);
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        return button;
    }
}
