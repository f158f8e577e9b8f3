package auralis.app.transcript;

import auralis.app.catalogue.Row;
import auralis.app.text.Named;
import auralis.app.text.Shown;
import auralis.app.text.Texts;
import auralis.library.transcribe.TranscriptionSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Where a track has no transcript yet: who shall listen and to what, what the words are where they
 * are known, and how the work goes. FX thread only.
 */
final class StartPage {
    private static final double WIDTH = 560;
    private static final double BAR = 8;
    private static final int TEXT_ROWS = 5;

    /** A line of lyrics that tells when it is sung. */
    private static final Pattern TIMED = Pattern.compile("(?m)^\\s*\\[\\d+:\\d+");

    private final Host host;
    private final Label title = new Label();
    private final Label hint = new Label(Texts.text("transcript.hint"));
    private final ComboBox<EngineChoice> engine =
            Named.named(new ComboBox<>(), "transcript.engine");
    private final Label sentence = new Label();
    private final ComboBox<String> language = Named.named(new ComboBox<>(), "transcript.language");
    private final CheckBox isolate = Named.labelled(new CheckBox(), "transcript.isolate");
    private final TextArea text = Named.named(new TextArea(), "transcript.text");
    private final Button fromTags = Named.labelled(new Button(), "transcript.tags");
    private final Button timed = Named.labelled(new Button(), "transcript.tags.timed");
    private final Button fromFile = Named.labelled(new Button(), "transcript.file");
    private final Button byHand = Named.labelled(new Button(), "transcript.hand");
    private final Button bring = Named.labelled(new Button(), "transcript.import");
    private final Button back = Named.labelled(new Button(), "transcript.back");
    private final Button begin = Named.labelled(new Button(), "transcript.begin");
    private final Label state = new Label();
    private final ProgressBar progress = Named.named(new ProgressBar(), "transcript.progress");
    private final Button cancel = Named.labelled(new Button(), "transcript.cancel");
    private final Button retry = Named.labelled(new Button(), "transcript.retry");
    private final VBox form = new VBox();
    private final VBox column = new VBox();
    private final ScrollPane page = new ScrollPane(column);
    private Row row;
    private Task task = Task.NONE;
    private String lyrics = "";

    /** What else can be done here. */
    interface Deeds {
        /** Makes lines of a text, to be timed by hand. */
        void byHand(String text);

        /** Takes lyrics with the times that they have. */
        void timed(String lyrics);

        /** Brings a transcript from a file. */
        void bring();

        /** Brings a text from a file into this page. */
        void openText();

        /** Goes back to the transcript that there is. */
        void back();
    }

    StartPage(Host host, Deeds deeds) {
        this.host = host;
        title.setId("transcript.page.title");
        title.getStyleClass().add("empty-title");
        hint.getStyleClass().add("empty-hint");
        state.setId("transcript.state");
        state.getStyleClass().add("stem-state");
        sentence.getStyleClass().add("quiet");
        sentence.setId("transcript.sentence");
        for (Label label : List.of(title, hint, state, sentence)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        engine.setConverter(Shown.as(EngineChoice::name));
        engine.setMaxWidth(Double.MAX_VALUE);
        engine.valueProperty().addListener((seen, before, now) -> chosen());
        language.setConverter(Shown.as(Languages::name));
        language.getItems().setAll(Languages.all());
        language.setValue(TranscriptionSettings.AUTO);
        text.setPrefRowCount(TEXT_ROWS);
        text.setWrapText(true);
        text.setPromptText(Texts.text("transcript.text.prompt"));
        text.textProperty().addListener((seen, before, now) -> chosen());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setMinHeight(BAR);
        progress.setMaxHeight(BAR);
        fromTags.setOnAction(event -> text.setText(untimed(lyrics)));
        timed.setOnAction(event -> deeds.timed(lyrics));
        fromFile.setOnAction(event -> deeds.openText());
        byHand.setOnAction(event -> deeds.byHand(text.getText()));
        bring.setOnAction(event -> deeds.bring());
        back.setOnAction(event -> deeds.back());
        begin.getStyleClass().add("accent");
        begin.setOnAction(event -> begin());
        cancel.setOnAction(event -> host.cancel(task.id()));
        retry.getStyleClass().add("accent");
        retry.setOnAction(event -> host.retry(task.id()));
        compose();
    }

    Node node() {
        return page;
    }

    void focus() {
        page.applyCss(); // what it scrolls is in the window only then
        if (task.goesOn()) {
            cancel.requestFocus();
        } else {
            (begin.isDisabled() ? text : begin).requestFocus();
        }
    }

    /** Asks what can be chosen: a model came or went. */
    void offer() {
        EngineChoice before = engine.getValue();
        List<EngineChoice> all = host.engines();
        boolean meant =
                before != null
                        && all.contains(before)
                        && !before.equals(BatchSheet.usual(engine.getItems()));
        if (!engine.getItems().equals(all)) {
            engine.getItems().setAll(all);
        }
        engine.setValue(meant ? before : BatchSheet.usual(all));
        chosen();
    }

    /**
     * @param again whether there is a transcript to go back to
     */
    void show(Row shown, Task latest, boolean again) {
        if (row == null || row.track().id() != shown.track().id()) {
            text.clear();
            lyrics("");
        }
        row = shown;
        task = latest;
        boolean failed = latest.state() == Task.State.FAILED;
        String name = shown.track().title();
        title.setText(
                Texts.text(latest.goesOn() ? "transcript.page.busy" : "transcript.page", name));
        state.setText(latest.words());
        state.getStyleClass().remove("stem-failed");
        if (failed) {
            state.getStyleClass().add("stem-failed");
        }
        progress.setProgress(latest.fraction() <= 0 ? -1 : latest.fraction());
        seen(state, latest.goesOn() || failed);
        seen(progress, latest.goesOn());
        seen(cancel, latest.goesOn());
        seen(retry, failed);
        seen(form, !latest.goesOn());
        seen(hint, !latest.goesOn());
        seen(back, again);
        chosen();
    }

    /** What the tags of the track say, to be offered. */
    void lyrics(String found) {
        lyrics = found;
        seen(fromTags, !found.isBlank());
        seen(timed, TIMED.matcher(found).find());
    }

    void text(String known) {
        text.setText(known);
    }

    /** The lines of lyrics without the times that LRC writes before and into them. */
    static String untimed(String lyrics) {
        StringBuilder lines = new StringBuilder();
        lyrics.lines()
                .filter(line -> !line.strip().matches("\\[[a-zA-Z#]+:.*]"))
                .map(line -> line.replaceAll("\\[\\d+:\\d+(?:[.:]\\d+)?]", ""))
                .map(line -> line.replaceAll("<\\d+:\\d+(?:[.:]\\d+)?>", ""))
                .forEach(line -> lines.append(line.strip()).append('\n'));
        return lines.toString().strip();
    }

    private void chosen() {
        EngineChoice choice = engine.getValue();
        if (choice == null) {
            return;
        }
        boolean known = !text.getText().isBlank();
        sentence.setText(
                known && !choice.hearsWords()
                        ? Texts.text("transcript.align.sentence")
                        : choice.sentence());
        language.setDisable(!choice.hearsWords() && !known);
        byHand.setDisable(!known || row == null || row.track().seconds().isEmpty());
        begin.setText(
                Texts.text(
                        known
                                ? "transcript.align"
                                : choice.hearsWords()
                                        ? "transcript.begin"
                                        : "transcript.begin.classic"));
    }

    private void begin() {
        String wanted = language.isDisabled() ? TranscriptionSettings.AUTO : language.getValue();
        Optional<String> known =
                Optional.of(text.getText().strip()).filter(words -> !words.isEmpty());
        host.transcribe(
                List.of(row.track().file()),
                engine.getValue().settings(wanted, isolate.isSelected(), known));
    }

    // ---- look

    private void compose() {
        GridPane choices = new GridPane();
        choices.getStyleClass().addAll("settings", "transcript-choices");
        GridPane.setHgrow(engine, Priority.ALWAYS);
        choices.addRow(0, caption("transcript.engine", engine), engine);
        choices.add(sentence, 1, 1);
        choices.addRow(2, caption("transcript.language", language), language);
        choices.add(isolate, 1, 3);
        Label known = caption("transcript.text", text);
        FlowPane sources = new FlowPane(fromTags, timed, fromFile);
        sources.getStyleClass().add("transcript-sources");
        FlowPane buttons = new FlowPane(begin, byHand, bring, back);
        buttons.getStyleClass().add("transcript-buttons");
        form.getChildren().addAll(choices, known, text, sources, buttons);
        form.getStyleClass().add("transcript-form");
        HBox going = new HBox(cancel, retry);
        going.getStyleClass().add("transcript-sources");
        column.getChildren().addAll(title, hint, state, progress, going, form);
        column.getStyleClass().add("transcript-page");
        column.setMaxWidth(WIDTH);
        StackPane middle = new StackPane(column);
        page.setContent(middle);
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.getStyleClass().add("stem-scroll");
        page.setId("transcript.page");
        for (Node node :
                List.of(state, progress, cancel, retry, form, hint, back, fromTags, timed)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    private static Label caption(String key, Node of) {
        Label caption = new Label(Texts.text(key));
        caption.setLabelFor(of);
        caption.setMinWidth(Region.USE_PREF_SIZE);
        return caption;
    }

    private static void seen(Node node, boolean now) {
        node.setVisible(now);
    }
}
