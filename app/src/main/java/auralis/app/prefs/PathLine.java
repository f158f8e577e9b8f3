package auralis.app.prefs;

import auralis.app.play.PlayerState;
import auralis.app.play.SignalPath;
import auralis.app.play.SignalPath.Change;
import auralis.app.text.Texts;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says whether the device gets the very samples of the file and, where not, why. */
final class PathLine {
    private static final PseudoClass EXACT = PseudoClass.getPseudoClass("exact");

    private final Label label = new Label();
    private final FontIcon icon = new FontIcon("mdi2i-information-outline");
    private final ObservableValue<PlayerState> state;
    private final ObservableValue<PlaybackPreferences> preferences;

    PathLine(ObservableValue<PlayerState> state, ObservableValue<PlaybackPreferences> preferences) {
        this.state = state;
        this.preferences = preferences;
        label.setId("prefs.path");
        label.getStyleClass().add("prefs-path");
        label.setGraphic(icon);
        label.setWrapText(true);
        label.setFocusTraversable(true); // so that a screen reader comes by
        state.subscribe(this::show);
        preferences.subscribe(this::show);
        show();
    }

    Label node() {
        return label;
    }

    private void show() {
        PlayerState now = state.getValue();
        boolean exact = now.audible() && now.path().isOpen() && now.path().changes().isEmpty();
        label.pseudoClassStateChanged(EXACT, exact);
        icon.setIconLiteral(exact ? "mdi2c-check-circle-outline" : "mdi2i-information-outline");
        label.setText(words(now));
    }

    private String words(PlayerState now) {
        SignalPath path = now.path();
        if (!path.isOpen()) {
            return Texts.text("prefs.path.nothing");
        }
        if (!now.audible()) {
            return Texts.text("prefs.path.silent");
        }
        if (path.changes().isEmpty()) {
            boolean overlaps = preferences.getValue().crossfadeSeconds() > 0;
            return Texts.text(overlaps ? "prefs.path.exact.but" : "prefs.path.exact");
        }
        return Texts.text(
                "prefs.path.changed",
                now.outputName(),
                path.changes().stream()
                        .map(change -> words(change, path))
                        .collect(Collectors.joining(", ")));
    }

    private static String words(Change change, SignalPath path) {
        return switch (change) {
            case MASTERING -> Texts.text("prefs.path.mastering");
            case MATCH -> Texts.text("prefs.path.match");
            case LEVEL -> Texts.text("prefs.path.level");
            case VOLUME -> Texts.text("prefs.path.volume");
            case ROUNDING -> Texts.text("prefs.path.rounding");
            case DEPTH ->
                    Texts.text("prefs.path.depth", path.sourceBits().orElse(0), path.outputBits());
        };
    }
}
