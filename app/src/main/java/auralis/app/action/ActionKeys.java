package auralis.app.action;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Decides who gets a key: what is typed belongs to a focused text field, Space to a focused button,
 * everything else to the actions. The keys beside menu items are there to be read; without this
 * class a B typed into the search field would switch sides.
 */
final class ActionKeys {
    private final Actions actions;

    ActionKeys(Actions actions) {
        this.actions = actions;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, ActionKeys::keepFromMenuBar);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> fire(scene, event));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> stopAccelerators(scene, event));
    }

    /** It would open at the press of Alt alone, and take the arrow of Alt+Down for itself. */
    private static void keepFromMenuBar(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT) {
            event.consume();
        }
    }

    private void fire(Scene scene, KeyEvent event) {
        if (belongsToFocus(scene.getFocusOwner(), event)) {
            return;
        }
        for (Action action : Action.values()) {
            boolean meant = action.keys() != null && action.keys().match(event);
            if (meant && actions.isEnabled(action)) {
                event.consume();
                actions.fire(action);
                return;
            }
        }
    }

    private void stopAccelerators(Scene scene, KeyEvent event) {
        if (belongsToFocus(scene.getFocusOwner(), event)) {
            event.consume();
        }
    }

    private boolean belongsToFocus(Node focus, KeyEvent event) {
        if (actions.isClaimed(focus) || actions.isReserved(focus, event.getCode())) {
            return true;
        }
        if (focus instanceof TextInputControl) {
            return isTyping(event);
        }
        boolean pressable = focus instanceof ButtonBase || focus instanceof ComboBoxBase<?>;
        return pressable && event.getCode() == KeyCode.SPACE;
    }

    private static boolean isTyping(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isNavigationKey() || code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            return true;
        }
        if (code == KeyCode.Z && event.isShortcutDown()) {
            return true;
        }
        boolean chord = event.isShortcutDown() || event.isAltDown();
        return !chord && !code.isFunctionKey() && code != KeyCode.ESCAPE && code != KeyCode.TAB;
    }
}
