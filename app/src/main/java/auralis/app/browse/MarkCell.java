package auralis.app.browse;

import auralis.app.catalogue.Row;
import auralis.app.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far a track is, by an icon. */
final class MarkCell extends TableCell<Row, Row.Mark> {
    private static final Map<Row.Mark, String> ICONS = new EnumMap<>(Row.Mark.class);
    private static final PseudoClass PLAYING = PseudoClass.getPseudoClass("playing");
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    static {
        ICONS.put(Row.Mark.WAITING, "mdi2p-progress-clock");
        ICONS.put(Row.Mark.ANALYSED, "mdi2c-check");
        ICONS.put(Row.Mark.FAILED, "mdi2a-alert-circle-outline");
        ICONS.put(Row.Mark.MISSING, "mdi2f-file-remove-outline");
        ICONS.put(Row.Mark.OFFLINE, "mdi2p-power-plug-off-outline");
        ICONS.put(Row.Mark.PLAYING, "mdi2v-volume-high");
    }

    private final FontIcon icon = new FontIcon();
    private final Tooltip tip = new Tooltip();

    MarkCell() {
        getStyleClass().add("mark");
        tip.setWrapText(true);
        tip.setMaxWidth(420);
    }

    @Override
    protected void updateItem(Row.Mark mark, boolean empty) {
        super.updateItem(mark, empty);
        Row row = getTableRow() == null ? null : getTableRow().getItem();
        boolean shown = !empty && mark != null && row != null;
        setGraphic(shown ? icon : null);
        setTooltip(shown ? tip : null);
        setAccessibleText(shown ? words(mark, row) : null);
        if (shown) {
            icon.setIconLiteral(ICONS.get(mark));
            tip.setText(words(mark, row));
        }
        for (Row.Mark each : Row.Mark.values()) {
            pseudoClassStateChanged(each.pseudoClass(), shown && each == mark);
        }
        if (getTableRow() != null) {
            getTableRow().pseudoClassStateChanged(PLAYING, mark == Row.Mark.PLAYING);
            boolean away = mark == Row.Mark.MISSING || mark == Row.Mark.OFFLINE;
            getTableRow().pseudoClassStateChanged(AWAY, away);
        }
    }

    private static String words(Row.Mark mark, Row row) {
        boolean away = mark == Row.Mark.MISSING || mark == Row.Mark.OFFLINE;
        return away
                ? Texts.text(mark.key(), row.track().file())
                : row.track().problem().orElseGet(() -> Texts.text(mark.key()));
    }
}
