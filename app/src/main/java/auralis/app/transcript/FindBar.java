package auralis.app.transcript;

import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Looks for a text in a transcript and goes from one place to the next. FX thread only. */
final class FindBar {
    private static final Duration TYPING = Duration.millis(80);

    private final Script script;
    private final ScriptList list;
    private final Consumer<String> onProblem;
    private final Latest question;
    private final HBox bar = new HBox();
    private final TextField field = Named.named(new TextField(), "transcript.find");
    private final Label count = new Label();
    private final PauseTransition typing = new PauseTransition(TYPING);

    FindBar(Script script, ScriptList list, Consumer<String> onProblem, ExecutorService workers) {
        this.script = script;
        this.list = list;
        this.onProblem = onProblem;
        question = new Latest(workers);
        field.setPromptText(Texts.text("transcript.find.prompt"));
        field.textProperty().addListener((seen, before, now) -> typing.playFromStart());
        typing.setOnFinished(event -> look(true));
        script.transcript().addListener((seen, before, now) -> lookAgain());
        bar.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.setId("transcript.found");
        count.getStyleClass().add("quiet");
        bar.getStyleClass().add("transcript-find");
        bar.getChildren()
                .addAll(
                        field,
                        count,
                        button("transcript.find.previous", "mdi2c-chevron-up", () -> step(-1)),
                        button("transcript.find.next", "mdi2c-chevron-down", () -> step(1)),
                        button("transcript.find.close", "mdi2c-close", this::close));
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setVisible(false);
    }

    Node node() {
        return bar;
    }

    void open() {
        bar.setVisible(true);
        field.requestFocus();
        field.selectAll();
        look(true);
    }

    void close() {
        typing.stop();
        question.cancel();
        bar.setVisible(false);
        list.hits().set(Hits.NONE);
        list.focus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == field) {
            step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void step(int by) {
        list.hits().set(list.hits().get().step(by));
        tell();
        list.showHit();
    }

    private void lookAgain() {
        if (bar.isVisible()) {
            look(false);
        }
    }

    /**
     * @param go to the first that follows
     */
    private void look(boolean go) {
        String wanted = field.getText();
        int from = Math.max(0, list.selectedSegment());
        question.ask(
                new FxTask<>(progress -> Hits.of(script.now(), wanted))
                        .onResult(hits -> show(hits.from(from), go))
                        .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    private void show(Hits hits, boolean go) {
        list.hits().set(hits);
        tell();
        if (go) {
            list.showHit();
        }
    }

    private void tell() {
        Hits hits = list.hits().get();
        boolean none = hits.all().isEmpty();
        count.setText(
                field.getText().isBlank()
                        ? ""
                        : none
                                ? Texts.text("transcript.found.none")
                                : Texts.text(
                                        "transcript.found", hits.current() + 1, hits.all().size()));
        count.setAccessibleText(count.getText());
    }

    private static Button button(String id, String icon, Runnable run) {
        Button button = Named.named(new Button(), id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> run.run());
        return button;
    }
}
