package auralis.app.jobs;

import auralis.app.text.Texts;
import auralis.library.job.Job;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The menu of the selected jobs: what fits to any of them. Its keys stand in its words, because
 * accelerators would work wherever one is in the window.
 */
final class DeedMenu {
    private final TableView<JobRow> table;
    private final Supplier<List<Job>> chosen;
    private final Deeds deeds;
    private final Map<Deed, MenuItem> items = new EnumMap<>(Deed.class);
    private final MenuItem up;
    private final MenuItem down;

    DeedMenu(
            TableView<JobRow> table,
            Supplier<List<Job>> chosen,
            Deeds deeds,
            Runnable onUp,
            Runnable onDown) {
        this.table = table;
        this.chosen = chosen;
        this.deeds = deeds;
        for (Deed deed : Deed.values()) {
            MenuItem item = item(deed.key(), deed.icon(), () -> deeds.perform(deed, chosen.get()));
            items.put(deed, item);
        }
        up = item("jobs.up", "mdi2a-arrow-up", onUp);
        down = item("jobs.down", "mdi2a-arrow-down", onDown);
    }

    void install() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(items.values());
        menu.getItems().addAll(new SeparatorMenuItem(), up, down);
        menu.setOnShowing(event -> offer());
        table.setContextMenu(menu);
    }

    private void offer() {
        List<Job> jobs = chosen.get();
        items.forEach((deed, item) -> item.setVisible(deeds.fits(deed, jobs)));
        boolean waits = deeds.fits(Deed.HOLD, jobs) || deeds.fits(Deed.RESUME, jobs);
        up.setDisable(!waits);
        down.setDisable(!waits);
    }

    private static MenuItem item(String key, String icon, Runnable action) {
        MenuItem item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }
}
