package auralis.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.text.Font;

/** Dark and light, on AtlantaFX Primer; our own colours are in window.css. */
enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet()),
    LIGHT(new PrimerLight().getUserAgentStylesheet());

    private static final PseudoClass LIGHT_CLASS = PseudoClass.getPseudoClass("light");
    private static final String[] FONTS = {"Roboto-Regular", "Roboto-Medium", "Roboto-Bold"};

    private final String styleSheet;

    Theme(String styleSheet) {
        this.styleSheet = styleSheet;
    }

    /** The one font of all systems; its figures are as wide as each other. */
    static void loadFonts() {
        for (String font : FONTS) {
            Font.loadFont(Theme.class.getResource("fonts/" + font + ".ttf").toExternalForm(), 13);
        }
    }

    void applyTo(Parent root) {
        Application.setUserAgentStylesheet(styleSheet);
        root.pseudoClassStateChanged(LIGHT_CLASS, this == LIGHT);
    }
}
