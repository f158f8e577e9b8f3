package auralis.app.tag;

import auralis.app.action.Actions;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page on which tags are edited; what will happen stands below before it does. */
final class TagForm {
    private static final double PREVIEW_HEIGHT = 148;
    private static final double ROW_HEIGHT = 26;

    private final TaggedTracks tracks;
    private final Sheet sheet;
    private final Map<TagField, FieldBox> fields = new EnumMap<>(TagField.class);
    private final ArtworkBox artwork;
    private final TableView<Draft.Line> preview = Named.named(new TableView<>(), "tags.preview");
    private final Label note = new Label();
    private final Button apply = new Button();
    private final Optional<String> refusal;

    /**
     * @param readOnly why the library cannot be changed
     * @param onApply given what was entered
     */
    TagForm(
            TaggedTracks tracks,
            Optional<String> readOnly,
            Actions actions,
            Host host,
            ExecutorService workers,
            Consumer<Draft> onApply) {
        this.tracks = tracks;
        refusal = readOnly.or(this::locked);
        sheet = new Sheet("tags", title(), actions);
        for (TagField field : TagField.values()) {
            FieldBox box =
                    new FieldBox(field, tracks.common(field), () -> goOn(field), this::changed);
            fields.put(field, box);
        }
        artwork = new ArtworkBox(tracks, host, workers, this::changed);
        HBox top = new HBox(artwork.node(), grid());
        top.getStyleClass().add("tag-form");
        VBox content = new VBox(top);
        content.getStyleClass().add("sheet-body");
        if (tracks.size() > 1) {
            content.getChildren().add(preview());
        }
        sheet.setContent(content);
        sheet.setFoot(foot(onApply));
        sheet.onClosed(artwork::close);
        changed();
    }

    void show(StackPane window) {
        sheet.show(window, fields.get(TagField.TITLE).input());
    }

    /** To the next field, past what takes a change back; in the last one, Enter is a new line. */
    private void goOn(TagField field) {
        fields.get(TagField.values()[field.ordinal() + 1]).input().requestFocus();
    }

    private String title() {
        return tracks.size() == 1
                ? Texts.text("tags.of.one", tracks.tracks().get(0).track().title())
                : Texts.text("tags.of.many", tracks.size());
    }

    private Optional<String> locked() {
        return tracks.locked() < tracks.size()
                ? Optional.empty()
                : Optional.of(Texts.text("tags.locked.all", tracks.size()));
    }

    private Node grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("tag-grid");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints boxes = new ColumnConstraints();
        boxes.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, boxes);
        row(grid, TagField.TITLE);
        row(grid, TagField.ARTIST);
        row(grid, TagField.ALBUM);
        row(grid, TagField.ALBUM_ARTIST);
        row(grid, TagField.TRACK, TagField.DISC, TagField.YEAR);
        row(grid, TagField.GENRE);
        row(grid, TagField.COMPOSER);
        row(grid, TagField.COMMENT);
        HBox.setHgrow(grid, Priority.ALWAYS);
        return grid;
    }

    private void row(GridPane grid, TagField first, TagField... more) {
        HBox line = new HBox(fields.get(first).node());
        line.getStyleClass().add("tag-row");
        HBox.setHgrow(line.getChildren().get(0), Priority.ALWAYS);
        for (TagField field : more) {
            Node box = fields.get(field).node();
            HBox.setHgrow(box, Priority.ALWAYS);
            line.getChildren().addAll(fields.get(field).label(), box);
        }
        grid.addRow(grid.getRowCount(), fields.get(first).label(), line);
    }

    private Node preview() {
        column("tags.preview.track", Draft.Line::track, 190);
        column("tags.preview.field", Draft.Line::field, 100);
        column("tags.preview.before", Draft.Line::before, 200);
        column("tags.preview.after", Draft.Line::after, 200);
        preview.getStyleClass().addAll("dense", "tracks", "tag-preview");
        preview.setFixedCellSize(ROW_HEIGHT);
        preview.setPrefHeight(PREVIEW_HEIGHT);
        preview.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        preview.setPlaceholder(quiet("tags.preview.empty"));
        return preview;
    }

    private static Label quiet(String key) {
        Label label = new Label(Texts.text(key));
        label.getStyleClass().add("quiet");
        return label;
    }

    private void column(String key, Function<Draft.Line, String> text, double width) {
        TableColumn<Draft.Line, String> column = new TableColumn<>(Texts.text(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        preview.getColumns().add(column);
    }

    private Node[] foot(Consumer<Draft> onApply) {
        note.setId("tags.note");
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        Button cancel = sheet.closing("tags.cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        Named.named(apply, "tags.apply");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.getStyleClass().add("accent");
        apply.setOnAction(
                event -> {
                    Draft draft = draft();
                    sheet.close();
                    onApply.accept(draft);
                });
        sheet.onShortcutEnter(apply::fire);
        return new Node[] {note, cancel, apply};
    }

    private Draft draft() {
        Map<TagField, String> values = new EnumMap<>(TagField.class);
        fields.forEach((field, box) -> box.change().ifPresent(text -> values.put(field, text)));
        return new Draft(values, artwork.change());
    }

    private void changed() {
        if (artwork == null) {
            return; // while the form is being built
        }
        List<Draft.Line> lines = draft().lines(tracks);
        if (tracks.size() > 1) {
            preview.getItems().setAll(lines);
        }
        int files = draft().edits(tracks).size();
        apply.setText(Texts.text("tags.apply.files", files));
        apply.setAccessibleText(apply.getText());
        apply.setDisable(files == 0 || refusal.isPresent());
        note.setText(refusal.orElseGet(this::remark));
    }

    private String remark() {
        return tracks.locked() == 0
                ? Texts.text("tags.hint")
                : Texts.text("tags.locked.some", tracks.locked(), tracks.size());
    }
}
