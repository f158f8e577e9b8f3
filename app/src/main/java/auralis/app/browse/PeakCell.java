package auralis.app.browse;

import auralis.library.track.Track;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.javafx.FontIcon;

/** True peak; over full scale by colour and by a sign. */
final class PeakCell extends TextCell {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final FontIcon warning = new FontIcon("mdi2t-triangle");

    PeakCell() {
        super(Column.PEAK.text());
        setContentDisplay(ContentDisplay.LEFT);
    }

    @Override
    protected void updateItem(Track track, boolean empty) {
        super.updateItem(track, empty);
        OptionalDouble peak =
                empty || track == null ? OptionalDouble.empty() : track.truePeakDbtp();
        boolean over = peak.isPresent() && peak.getAsDouble() > 0;
        setGraphic(over ? warning : null);
        pseudoClassStateChanged(OVER, over);
    }
}
