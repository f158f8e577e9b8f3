package auralis.app.transcript;

import auralis.app.action.Actions;
import auralis.app.export.Choices;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.export.OverwritePolicy;
import auralis.library.transcript.LineRules;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.TranscriptFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks into which files a transcript is written; shows what they will be called. */
final class ScriptFilesSheet {
    private static final double WIDTH = 520;
    private static final Set<TranscriptFormat> USUAL =
            EnumSet.of(TranscriptFormat.SRT, TranscriptFormat.TXT);

    private final Path source;
    private final Transcript transcript;
    private final Host host;
    private final ExecutorService workers;
    private final Sheet sheet;
    private final Latest preview;
    private final Choices form = new Choices();
    private final List<CheckBox> boxes = new ArrayList<>();
    private final ComboBox<Integer> characters;
    private final ComboBox<Integer> lines;
    private final ComboBox<OverwritePolicy> ifExists;
    private final TextField folder = Named.named(new TextField(), "transcript.folder");
    private final Button choose = Named.labelled(new Button(), "transcript.folder.choose");
    private final Label names = new Label();
    private final Button go = Named.labelled(new Button(), "transcript.files.go");

    private ScriptFilesSheet(
            Path source,
            Transcript transcript,
            Actions actions,
            Host host,
            ExecutorService workers) {
        this.source = source;
        this.transcript = transcript;
        this.host = host;
        this.workers = workers;
        preview = new Latest(workers);
        sheet =
                new Sheet(
                        "transcript.files",
                        Texts.text("transcript.files", source.getFileName()),
                        actions);
        formats();
        characters =
                form.combo(
                        "transcript.characters",
                        List.of(32, 37, 42, 50, 60, 80),
                        LineRules.USUAL.maxCharacters(),
                        count -> Texts.text("transcript.characters.count", count));
        lines =
                form.combo(
                        "transcript.rows",
                        List.of(1, 2, 3),
                        LineRules.USUAL.maxLines(),
                        count -> Texts.text("transcript.rows.count", count));
        folderRow();
        ifExists =
                form.combo(
                        "transcript.exists",
                        List.of(
                                OverwritePolicy.NUMBER,
                                OverwritePolicy.SKIP,
                                OverwritePolicy.REPLACE),
                        OverwritePolicy.NUMBER,
                        ScriptFilesSheet::words);
        names.setId("transcript.files.names");
        names.getStyleClass().addAll("quiet", "export-names");
        names.setMinHeight(Region.USE_PREF_SIZE);
        names.setMaxWidth(WIDTH - 130);
        form.below(names);
        ifExists.valueProperty().addListener((seen, before, now) -> changed());
        folder.textProperty().addListener((seen, before, now) -> changed());
    }

    static void show(
            Path source,
            Transcript transcript,
            Actions actions,
            Host host,
            ExecutorService workers) {
        new ScriptFilesSheet(source, transcript, actions, host, workers).show();
    }

    private void show() {
        Button cancel = Named.labelled(new Button(), "transcript.files.cancel");
        cancel.setOnAction(event -> sheet.close());
        go.getStyleClass().add("accent");
        go.setOnAction(event -> go());
        sheet.onShortcutEnter(go::fire);
        sheet.onClosed(preview::cancel);
        VBox content = new VBox(form.node());
        content.getStyleClass().add("sheet-body");
        content.setPrefWidth(WIDTH);
        sheet.setContent(content);
        sheet.setFoot(cancel, go);
        changed();
        host.show(sheet, boxes.get(0));
    }

    private void formats() {
        FlowPane all = new FlowPane();
        all.getStyleClass().add("stem-boxes");
        for (TranscriptFormat format : TranscriptFormat.values()) {
            CheckBox box = new CheckBox(name(format));
            box.setId("transcript.format." + format.word());
            box.setUserData(format);
            box.setSelected(USUAL.contains(format));
            box.selectedProperty().addListener((seen, before, now) -> changed());
            boxes.add(box);
            all.getChildren().add(box);
        }
        form.field("transcript.formats", boxes.get(0), all);
    }

    private static String name(TranscriptFormat format) {
        return switch (format) {
            case LRC -> Texts.text("transcript.format.lrc");
            case LRC_WORDS -> Texts.text("transcript.format.words");
            case AUDACITY -> Texts.text("transcript.format.labels");
            case TXT -> Texts.text("transcript.format.text");
            default -> format.name();
        };
    }

    private void folderRow() {
        folder.setText(String.valueOf(source.toAbsolutePath().getParent()));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(
                event -> host.askFolder().ifPresent(chosen -> folder.setText(chosen.toString())));
        HBox row = new HBox(folder, choose);
        row.getStyleClass().add("value-row");
        HBox.setHgrow(folder, Priority.ALWAYS);
        form.field("transcript.folder", folder, row);
    }

    private void changed() {
        go.setDisable(true);
        boolean lined =
                wanted().stream()
                        .anyMatch(f -> f != TranscriptFormat.JSON && f != TranscriptFormat.CSV);
        characters.setDisable(!lined);
        lines.setDisable(!lined);
        if (wanted().isEmpty()) {
            preview.cancel();
            names.setText(Texts.text("transcript.files.none"));
        } else if (!isFolder(folder.getText().strip())) {
            preview.cancel();
            names.setText(Texts.text("export.folder.fault"));
        } else {
            ScriptFiles files = files();
            preview.ask(
                    new FxTask<>(progress -> files.plan())
                            .onResult(this::show)
                            .onFailure(failure -> names.setText(failure.getMessage())));
        }
    }

    private void show(List<ScriptFiles.Planned> planned) {
        names.setText(
                planned.stream()
                        .map(
                                one ->
                                        one.skipped()
                                                ? Texts.text(
                                                        "transcript.files.skips",
                                                        one.file().getFileName())
                                                : one.file().getFileName().toString())
                        .collect(Collectors.joining("\n")));
        go.setDisable(planned.stream().allMatch(ScriptFiles.Planned::skipped));
    }

    private static boolean isFolder(String text) {
        try {
            return !text.isEmpty() && Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private List<TranscriptFormat> wanted() {
        return boxes.stream()
                .filter(CheckBox::isSelected)
                .map(box -> (TranscriptFormat) box.getUserData())
                .toList();
    }

    private ScriptFiles files() {
        return new ScriptFiles(
                source,
                Path.of(folder.getText().strip()),
                wanted(),
                new LineRules(characters.getValue(), lines.getValue()),
                ifExists.getValue());
    }

    private void go() {
        ScriptFiles files = files();
        sheet.close();
        new FxTask<>(progress -> files.write(transcript))
                .onResult(
                        written ->
                                host.written(
                                        Texts.text("transcript.files.done", written.size()),
                                        files.folder()))
                .onFailure(failure -> host.problem(failure.getMessage()))
                .start(workers);
    }

    private static String words(OverwritePolicy policy) {
        return Texts.text(
                switch (policy) {
                    case SKIP -> "export.exists.skip";
                    case REPLACE -> "export.exists.replace";
                    default -> "export.exists.number";
                });
    }
}
