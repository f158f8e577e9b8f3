package auralis.app.browse;

import auralis.app.text.Numbers;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.javafx.FontIcon;

/** True peak; above full scale it is marked by shape and colour. */
final class PeakCell extends TextCell {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final FontIcon warning = new FontIcon("mdi2t-triangle");

    PeakCell() {
        super(track -> Numbers.tenth(track.truePeakDbtp()));
        setContentDisplay(ContentDisplay.LEFT);
    }

    @Override
    protected void updateItem(Facts facts, boolean empty) {
        super.updateItem(facts, empty);
        OptionalDouble peak =
                empty || facts == null ? OptionalDouble.empty() : facts.track().truePeakDbtp();
        boolean over = peak.isPresent() && peak.getAsDouble() > 0;
        setGraphic(over ? warning : null);
        pseudoClassStateChanged(OVER, over);
    }
}
