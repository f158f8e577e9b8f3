package auralis.app.transcript;

import auralis.app.action.Actions;
import auralis.app.form.Form;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.transcribe.TranscriptionSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Asks how files are transcribed that are many, or not shown. */
public final class BatchSheet {
    private static final double WIDTH = 480;

    private final List<Path> files;
    private final Host host;
    private final Sheet sheet;
    private final Form form = Form.roomy();
    private final ComboBox<EngineChoice> engine;
    private final Label sentence = new Label();
    private final ComboBox<String> language;
    private final CheckBox isolate = Named.labelled(new CheckBox(), "transcript.isolate");
    private final Button go = Named.labelled(new Button(), "transcript.batch.go");

    private BatchSheet(List<Path> files, Actions actions, Host host) {
        this.files = List.copyOf(files);
        this.host = host;
        sheet =
                new Sheet(
                        "transcript.batch", Texts.text("transcript.batch", files.size()), actions);
        List<EngineChoice> engines = host.engines();
        engine = form.combo("transcript.engine", engines, usual(engines), EngineChoice::name);
        sentence.getStyleClass().add("quiet");
        sentence.setWrapText(true);
        sentence.setMaxWidth(WIDTH - 130);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        form.below(sentence);
        language =
                form.combo(
                        "transcript.language",
                        Languages.all(),
                        TranscriptionSettings.AUTO,
                        Languages::name);
        form.below(isolate);
        engine.valueProperty().subscribe(this::tell);
    }

    /** Nothing is begun before the user says so. */
    public static void show(List<Path> files, Actions actions, Host host) {
        new BatchSheet(files, actions, host).show();
    }

    /** The first that finds words by itself. */
    static EngineChoice usual(List<EngineChoice> engines) {
        return engines.stream().filter(EngineChoice::hearsWords).findFirst().orElse(engines.get(0));
    }

    private void show() {
        Button cancel = sheet.closing("transcript.batch.cancel");
        go.getStyleClass().add("accent");
        go.setOnAction(event -> go());
        sheet.onShortcutEnter(go::fire);
        sheet.setBody(WIDTH, form.node());
        sheet.setFoot(cancel, go);
        host.show(sheet, go);
    }

    private void tell(EngineChoice choice) {
        sentence.setText(choice.sentence());
        language.setDisable(!choice.hearsWords());
    }

    private void go() {
        sheet.close();
        String wanted = language.isDisabled() ? TranscriptionSettings.AUTO : language.getValue();
        host.transcribe(
                files, engine.getValue().settings(wanted, isolate.isSelected(), Optional.empty()));
    }
}
