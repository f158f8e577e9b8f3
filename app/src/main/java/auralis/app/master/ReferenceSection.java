package auralis.app.master;

import auralis.app.form.Form;
import auralis.app.fx.Activity;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Reference;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The music that a master is to sound like: what it is, how far it decides and about what. Each
 * control replaces the settings by others.
 */
final class ReferenceSection {
    private static final String ID = "master.reference";

    private final ObjectProperty<MasteringSettings> settings;
    private final ReferenceTracks references;
    private final Host host;
    private final Label empty = new Label(Texts.text("master.reference.empty"));
    private final VBox tracks = new VBox();
    private final Form form = Form.dense();
    private final Label listening = new Label();
    private final ProgressBar progress = Named.named(new ProgressBar(), "master.reference.heard");
    private final Button stop = Named.named(new Button(), "master.reference.stop");
    private final HBox task = new HBox(listening, progress, stop);
    private final Button add = Named.labelled(new Button(), "master.reference.add");
    private final Button use = Named.labelled(new Button(), "master.reference.use");
    private final FoldingSection section;
    private List<Reference.Track> shown = List.of();

    ReferenceSection(
            ObjectProperty<MasteringSettings> settings,
            ReferenceTracks references,
            Host host,
            DoubleSupplier presetAmount) {
        this.settings = settings;
        this.references = references;
        this.host = host;
        empty.setWrapText(true);
        empty.getStyleClass().add("quiet");
        tracks.getStyleClass().add("references");
        amountRow(presetAmount);
        switches();
        section = new FoldingSection(ID, empty, tracks, form.node(), task(), buttons());
        settings.subscribe(now -> show(now.reference()));
        references.activity().subscribe(this::show);
    }

    Node node() {
        return section.node();
    }

    private void amountRow(DoubleSupplier presetAmount) {
        ValueSlider amount = new ValueSlider(ID + ".amount", 0, 1, 0.01, Numbers::percent);
        amount.bind(settings, Setting.REFERENCE_AMOUNT, presetAmount);
        form.field("reference.amount", amount.slider(), amount.row());
    }

    private void switches() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("reference-switches");
        grid.addRow(
                0,
                check("master.reference.tone", Setting.REFERENCE_TONE),
                check("master.reference.width", Setting.REFERENCE_WIDTH));
        grid.addRow(
                1,
                check("master.reference.dynamics", Setting.REFERENCE_DYNAMICS),
                check("master.reference.loudness", Setting.REFERENCE_LOUDNESS));
        Label caption = Form.caption(Texts.text("reference.match"), grid);
        GridPane.setValignment(caption, VPos.TOP);
        caption.getStyleClass().add("reference-match");
        form.line(caption, grid);
    }

    private Node check(String id, Setting<Boolean> setting) {
        CheckBox check = Named.labelled(new CheckBox(), id);
        check.setMinWidth(Region.USE_PREF_SIZE);
        settings.subscribe(now -> check.setSelected(setting.get().apply(now)));
        check.setOnAction(
                event -> settings.set(setting.with().apply(settings.get(), check.isSelected())));
        return check;
    }

    private Node task() {
        HBox.setHgrow(listening, Priority.ALWAYS);
        listening.setMaxWidth(Double.MAX_VALUE);
        listening.getStyleClass().add("quiet");
        progress.setMinWidth(Region.USE_PREF_SIZE);
        dressSmall(stop);
        task.getStyleClass().add("task");
        return task;
    }

    private Node buttons() {
        add.setGraphic(new FontIcon("mdi2p-plus"));
        add.setOnAction(event -> host.askMusic().ifPresent(this::add));
        use.setOnAction(event -> add(host.selected().getValue()));
        host.selected().subscribe(track -> offer());
        for (Button button : List.of(add, use)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        HBox row = new HBox(add, use);
        row.getStyleClass().add("value-row");
        return row;
    }

    private void add(Path file) {
        references.add(file.getFileName().toString(), file);
    }

    private void add(Track track) {
        references.add(track.title(), track.file());
    }

    private void offer() {
        boolean busy = references.activity().get() != null;
        add.setDisable(busy);
        use.setDisable(busy || host.selected().getValue() == null);
    }

    private void show(Activity activity) {
        FoldingSection.show(task, activity != null);
        offer();
        if (activity != null) {
            listening.setText(activity.text());
            progress.setProgress(activity.fraction());
            activity.stop().ifPresent(action -> stop.setOnAction(event -> action.run()));
        }
    }

    private void show(Reference reference) {
        if (!shown.equals(reference.tracks())) {
            shown = reference.tracks();
            List<Node> rows = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                rows.add(row(i, shown.get(i).name()));
            }
            tracks.getChildren().setAll(rows);
        }
        boolean any = !shown.isEmpty();
        FoldingSection.show(empty, !any);
        FoldingSection.show(tracks, any);
        FoldingSection.show(form.node(), any);
        section.summary(
                shown.stream().map(Reference.Track::name).collect(Collectors.joining(", ")));
    }

    private Node row(int index, String name) {
        Label label = new Label(name);
        label.setTooltip(new Tooltip(name));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button remove = new Button();
        String words = Texts.text("reference.remove", name);
        remove.setId(ID + "." + index + ".remove");
        remove.setAccessibleText(words);
        remove.setTooltip(new Tooltip(words));
        remove.setOnAction(event -> remove(index));
        dressSmall(remove);
        HBox row = new HBox(new FontIcon("mdi2m-music-note-outline"), label, remove);
        row.getStyleClass().add("reference");
        return row;
    }

    private void remove(int index) {
        references.remove(index);
        section.focus();
    }

    private static void dressSmall(Button button) {
        button.setGraphic(new FontIcon("mdi2c-close"));
        button.getStyleClass().addAll("button-icon", "flat", "tiny");
        button.setMinWidth(Region.USE_PREF_SIZE);
    }
}
