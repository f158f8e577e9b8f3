package auralis.app.master;

import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for a name, right under what is to be named; Enter takes it, Esc changes nothing. */
final class NameCard {
    private final VBox card = new VBox();
    private final VBox place = new VBox(card); // a grid counts no row that is not managed
    private final Label title = new Label();
    private final TextField name = Named.named(new TextField(), "preset.name");
    private final Label problem = new Label();
    private final Button take = new Button(Texts.text("preset.save.take"));
    private final Button cancel = Named.labelled(new Button(), "preset.name.cancel");
    private Question question;
    private Runnable onClosed = () -> {};

    /**
     * What is asked.
     *
     * @param taking whether the name is taken, so that something is replaced
     * @param answer is given the name and whom to tell, in a sentence, why it cannot be
     */
    record Question(
            String title,
            String suggestion,
            String action,
            Predicate<String> taking,
            BiConsumer<String, Consumer<String>> answer) {}

    NameCard() {
        card.getStyleClass().add("effect");
        title.getStyleClass().add("heading");
        title.setLabelFor(name);
        problem.setId("preset.name.problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("wrong");
        problem.managedProperty().bind(problem.visibleProperty());
        take.setId("preset.name.take");
        take.getStyleClass().add("accent");
        take.setOnAction(event -> answer());
        cancel.setOnAction(event -> close());
        name.setOnAction(event -> answer());
        name.textProperty().subscribe(this::typed);
        HBox buttons = new HBox(cancel, take);
        buttons.getStyleClass().add("card-buttons");
        card.getChildren().addAll(title, name, problem, buttons);
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        FoldingSection.show(card, false);
    }

    Node node() {
        return place;
    }

    /**
     * @param closed is run when the card is gone, whatever came of it
     */
    void ask(Question asked, Runnable closed) {
        question = asked;
        onClosed = closed;
        title.setText(asked.title);
        name.setText(asked.suggestion);
        typed();
        FoldingSection.show(card, true);
        name.requestFocus();
        name.selectAll();
    }

    void close() {
        FoldingSection.show(card, false);
        question = null;
        onClosed.run();
    }

    private void answer() {
        if (question != null && !take.isDisabled()) {
            take.setDisable(true);
            question.answer.accept(name.getText(), this::refuse);
        }
    }

    private void refuse(String sentence) {
        problem.setText(sentence);
        problem.setVisible(true);
        take.setDisable(false);
        name.requestFocus();
    }

    private void typed() {
        problem.setVisible(false);
        take.setDisable(name.getText().isBlank());
        if (question != null) {
            boolean replaces = question.taking.test(name.getText());
            take.setText(replaces ? Texts.text("preset.name.replace") : question.action);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }
}
