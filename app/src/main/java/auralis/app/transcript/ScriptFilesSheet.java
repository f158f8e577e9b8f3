package auralis.app.transcript;

import auralis.app.action.Actions;
import auralis.app.export.Destination;
import auralis.app.form.Form;
import auralis.app.fx.FxTask;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.export.OverwritePolicy;
import auralis.library.transcript.LineRules;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.TranscriptFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;

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
    private final Form form = Form.roomy();
    private final List<CheckBox> boxes = new ArrayList<>();
    private final ComboBox<Integer> characters;
    private final ComboBox<Integer> lines;
    private final ComboBox<OverwritePolicy> ifExists;
    private final Destination destination;
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
        destination = new Destination(form, workers);
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
        destination.askFolder(
                "transcript.folder",
                "transcript.folder.choose",
                Optional.ofNullable(source.toAbsolutePath().getParent()),
                host::askFolder);
        ifExists =
                form.combo(
                        "transcript.exists",
                        List.of(
                                OverwritePolicy.NUMBER,
                                OverwritePolicy.SKIP,
                                OverwritePolicy.REPLACE),
                        OverwritePolicy.NUMBER,
                        ScriptFilesSheet::words);
        destination.showNames("transcript.files.names");
        ifExists.valueProperty().addListener((seen, before, now) -> changed());
        destination.typedFolder().addListener((seen, before, now) -> changed());
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
        Button cancel = sheet.closing("transcript.files.cancel");
        go.getStyleClass().add("accent");
        go.setOnAction(event -> go());
        sheet.onShortcutEnter(go::fire);
        sheet.onClosed(destination::close);
        sheet.setBody(WIDTH, form.node());
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

    private void changed() {
        go.setDisable(true);
        boolean lined =
                wanted().stream()
                        .anyMatch(f -> f != TranscriptFormat.JSON && f != TranscriptFormat.CSV);
        characters.setDisable(!lined);
        lines.setDisable(!lined);
        Optional<String> fault = fault();
        if (fault.isPresent()) {
            destination.refuse(fault.get());
        } else {
            ScriptFiles files = files();
            destination.ask(progress -> files.plan(), this::show);
        }
    }

    private Optional<String> fault() {
        return wanted().isEmpty()
                ? Optional.of(Texts.text("transcript.files.none"))
                : destination.fault();
    }

    private void show(List<ScriptFiles.Planned> planned) {
        destination.tell(
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

    private List<TranscriptFormat> wanted() {
        return boxes.stream()
                .filter(CheckBox::isSelected)
                .map(box -> (TranscriptFormat) box.getUserData())
                .toList();
    }

    private ScriptFiles files() {
        return new ScriptFiles(
                source,
                destination.folder(),
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
