package auralis.app.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What of the window is shown, and how.
 *
 * @param lyrics whether the player shows what is sung
 * @param notifications whether the desktop announces new tracks while the window is not looked at
 */
record Arrangement(
        BooleanProperty light,
        BooleanProperty sideBar,
        BooleanProperty inspector,
        BooleanProperty meters,
        BooleanProperty lyrics,
        BooleanProperty notifications) {
    Arrangement() {
        this(
                new SimpleBooleanProperty(false),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(false));
    }
}
