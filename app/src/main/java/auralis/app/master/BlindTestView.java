package auralis.app.master;

import auralis.app.action.Action;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The blind test where else the mastering panel is, so that nothing of it can tell. */
final class BlindTestView {
    private final BlindTest test;
    private final VBox page = new VBox();
    private final VBox trial = new VBox();
    private final VBox result = new VBox();
    private final Label progress = new Label();
    private final Label score = new Label();
    private final Label meaning = words("");
    private final Label cut = words(Texts.text("blind.cut"));
    private final Map<BlindTest.Letter, ToggleButton> sides = new EnumMap<>(BlindTest.Letter.class);
    private final Button again = Named.labelled(new Button(), "blind.again");

    BlindTestView(BlindTest test) {
        this.test = test;
        page.setId("blind");
        page.getStyleClass().add("blind");
        progress.setId("blind.trial");
        progress.getStyleClass().add("badge");
        score.setId("blind.score");
        score.getStyleClass().add("big-figure");
        meaning.setId("blind.meaning");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(MasterPanel.heading("blind.title"), space, progress);
        head.getStyleClass().add("match-row");
        trial.getStyleClass().add("blind-part");
        trial.getChildren()
                .addAll(
                        words(Texts.text("blind.what", Action.SWITCH_SIDE.keys().getDisplayText())),
                        letters(),
                        question(),
                        answers(),
                        wide("blind.stop", test::end));
        result.getStyleClass().add("blind-part");
        result.getChildren().addAll(score, meaning, cut, again, wide("blind.close", test::close));
        again.setMaxWidth(Double.MAX_VALUE);
        again.setOnAction(event -> test.start());
        page.getChildren().addAll(head, trial, result);
        show(BlindTest.State.OFF);
        test.state().subscribe(this::changed);
    }

    Node node() {
        return page;
    }

    private void changed(BlindTest.State before, BlindTest.State now) {
        show(now);
        boolean entered = before.phase() != now.phase();
        if (entered && now.phase() == BlindTest.Phase.RUNNING) {
            sides.get(BlindTest.Letter.X).requestFocus();
        } else if (entered && now.phase() == BlindTest.Phase.OVER) {
            again.requestFocus();
        }
    }

    private void show(BlindTest.State now) {
        FoldingSection.show(page, now.phase() != BlindTest.Phase.OFF);
        FoldingSection.show(trial, now.phase() == BlindTest.Phase.RUNNING);
        FoldingSection.show(result, now.phase() == BlindTest.Phase.OVER);
        progress.setVisible(now.phase() == BlindTest.Phase.RUNNING);
        progress.setText(Texts.text("blind.trial", now.trial(), BlindTest.TRIALS));
        sides.forEach((letter, button) -> button.setSelected(letter == now.heard()));
        BlindScore reached = now.score();
        score.setText(Texts.text("blind.score", reached.right(), reached.answered()));
        FoldingSection.show(meaning, reached.answered() > 0);
        meaning.setText(meaning(reached));
        FoldingSection.show(cut, now.cut());
        again.setDisable(test.obstacle().isPresent());
    }

    /** "By guessing that happens in 5 % of tests", and what follows. */
    private static String meaning(BlindScore score) {
        double chance = score.chance();
        String share = chance < 0.01 ? Texts.text("blind.rare") : Numbers.percent(chance);
        return Texts.text(
                score.isSignificant() ? "blind.meaning.heard" : "blind.meaning.open", share);
    }

    private Node letters() {
        HBox box = new HBox();
        box.getStyleClass().add("side-switch");
        for (BlindTest.Letter letter : BlindTest.Letter.values()) {
            ToggleButton button = new ToggleButton(letter.name());
            button.setId("blind.hear." + letter);
            button.setAccessibleText(Texts.text("blind.hear", letter));
            button.getStyleClass().add("unknown");
            // Pressing the chosen one again keeps it chosen.
            button.setOnAction(
                    event -> {
                        test.hear(letter);
                        button.setSelected(true);
                    });
            grow(button);
            sides.put(letter, button);
            box.getChildren().add(button);
        }
        return box;
    }

    private static Node question() {
        return MasterPanel.heading("blind.question");
    }

    private Node answers() {
        HBox box = new HBox();
        box.getStyleClass().add("blind-answers");
        for (BlindTest.Letter letter : BlindTest.Letter.values()) {
            Button button = new Button(Texts.text("blind.answer", letter));
            button.setId("blind.answer." + letter);
            button.setOnAction(event -> test.answer(letter));
            grow(button);
            box.getChildren().add(button);
        }
        return box;
    }

    private static void grow(Region button) {
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
    }

    private static Button wide(String id, Runnable run) {
        Button button = Named.labelled(new Button(), id);
        button.getStyleClass().add("flat");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> run.run());
        return button;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
