package auralis.app.prefs;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.platform.OutputDevice;
import auralis.app.play.PlayerState;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The preferences over the window, a page for each noun; they apply at once. FX thread only. */
public final class PreferenceSheet {
    private final Actions actions;
    private final List<Page> pages;
    private final StackPane place = new StackPane();
    private final Button reset = Named.labelled(new Button(), "prefs.reset");
    private Page shown;
    private boolean open;

    /**
     * @param jobs how work in the background is done
     * @param devices asked on a worker
     * @param notifications whether new tracks are announced
     * @param canStayAwake whether the computer can be kept from falling asleep
     * @param window around the models
     * @param remote the server for transcription
     */
    public PreferenceSheet(
            ObjectProperty<PlaybackPreferences> playback,
            ObjectProperty<JobPreferences> jobs,
            Supplier<List<OutputDevice>> devices,
            ObservableValue<PlayerState> state,
            BooleanProperty notifications,
            boolean canStayAwake,
            ModelShelf models,
            ModelHost window,
            RemoteChoice remote,
            Actions actions,
            ExecutorService workers) {
        this.actions = actions;
        pages =
                List.of(
                        new PlaybackPage(
                                playback,
                                devices,
                                state,
                                notifications,
                                actions.enabled(Action.NOTIFY),
                                workers),
                        new JobsPage(jobs, canStayAwake),
                        new ModelsPage(models, window, actions),
                        new TranscriptionPage(remote));
        show(pages.get(0));
        // The names stay where they are while one goes through the pages.
        place.heightProperty()
                .subscribe(
                        height ->
                                place.setPrefHeight(
                                        Math.max(place.getPrefHeight(), height.doubleValue())));
        place.getStyleClass().add("prefs-place");
    }

    /**
     * @param window the root over which it lies
     */
    public void open(StackPane window) {
        if (open) {
            return;
        }
        open = true;
        Sheet sheet = new Sheet("prefs", Texts.text("prefs"), actions);
        HBox content = new HBox(names(), place);
        content.getStyleClass().add("prefs-content");
        sheet.setContent(content);
        sheet.setFoot(foot(sheet));
        sheet.onClosed(() -> open = false);
        pages.forEach(Page::refresh);
        sheet.show(window, shown.first());
    }

    private void show(Page page) {
        shown = page;
        place.getChildren().setAll(page.node());
        reset.setVisible(page.resets());
    }

    private Node names() {
        ToggleGroup group = new ToggleGroup();
        VBox names = new VBox();
        names.getStyleClass().add("prefs-names");
        for (Page page : pages) {
            ToggleButton name = Named.labelled(new ToggleButton(), page.id());
            name.setGraphic(new FontIcon(page.icon()));
            name.setMaxWidth(Double.MAX_VALUE);
            name.setToggleGroup(group);
            name.setSelected(page == shown);
            name.setOnAction(
                    event -> {
                        name.setSelected(true);
                        show(page);
                    });
            names.getChildren().add(name);
        }
        return names;
    }

    private Node[] foot(Sheet sheet) {
        reset.setOnAction(event -> shown.reset());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = sheet.closing("prefs.close");
        close.getStyleClass().add("accent");
        return new Node[] {reset, space, close};
    }
}
