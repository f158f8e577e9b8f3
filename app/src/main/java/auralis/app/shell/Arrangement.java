package auralis.app.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What of the window is shown, and how. */
record Arrangement(
        BooleanProperty light,
        BooleanProperty sideBar,
        BooleanProperty inspector,
        BooleanProperty meters) {
    Arrangement() {
        this(
                new SimpleBooleanProperty(false),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true),
                new SimpleBooleanProperty(true));
    }
}
