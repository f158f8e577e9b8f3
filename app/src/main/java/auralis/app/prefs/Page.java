package auralis.app.prefs;

import javafx.scene.Node;

/** The preferences about one thing. */
interface Page {
    /** Also the key of its name. */
    String id();

    /** The literal of an Ikonli icon. */
    String icon();

    Node node();

    /** Gets the focus when the page is opened. */
    Node first();

    /** Looks anew at what may have changed since it was seen. */
    void refresh();

    /** Everything here as the program suggests. */
    void reset();

    /** Whether there is anything that the program could suggest. */
    default boolean resets() {
        return true;
    }
}
