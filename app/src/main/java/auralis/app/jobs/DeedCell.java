package auralis.app.jobs;

import auralis.app.text.Texts;
import auralis.library.job.Job;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons of a line. */
final class DeedCell extends TableCell<JobRow, Job> {
    private final Map<Deed, Button> buttons = new EnumMap<>(Deed.class);
    private final HBox line = new HBox();
    private final Function<Job, String> titles;

    /**
     * @param titles what jobs are about
     * @param onDeed told what is to be done with which job
     */
    DeedCell(Function<Job, String> titles, BiConsumer<Deed, Job> onDeed) {
        this.titles = titles;
        line.getStyleClass().add("job-deeds");
        for (Deed deed : Deed.ON_THE_LINE) {
            Button button = new Button();
            button.setGraphic(new FontIcon(deed.icon()));
            button.setTooltip(new Tooltip(Texts.text(deed.key())));
            button.getStyleClass().addAll("button-icon", "flat", "tiny");
            button.setFocusTraversable(false); // the keyboard has the menu of the line
            button.managedProperty().bind(button.visibleProperty());
            button.setOnAction(event -> onDeed.accept(deed, getItem()));
            buttons.put(deed, button);
            line.getChildren().add(button);
        }
    }

    @Override
    protected void updateItem(Job job, boolean empty) {
        super.updateItem(job, empty);
        boolean shown = !empty && job != null;
        setGraphic(shown ? line : null);
        if (shown) {
            buttons.forEach((deed, button) -> describe(deed, button, job));
        }
    }

    private void describe(Deed deed, Button button, Job job) {
        button.setVisible(deed.fitsOnTheLine(job));
        button.setAccessibleText(
                Texts.text("jobs.deed.of", Texts.text(deed.key()), titles.apply(job)));
    }
}
