package auralis.app.export;

import auralis.app.action.Actions;
import auralis.app.export.ExportChoice.IfExists;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Shown;
import auralis.app.text.Texts;
import auralis.library.export.ExportPlanner.Planned;
import auralis.library.export.OverwritePolicy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Asks about every file whose name is taken, all on one page, before anything begins. */
public final class ConflictSheet {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 280;
    private static final double ROW_HEIGHT = 40;
    private static final List<OverwritePolicy> ANSWERS =
            List.of(OverwritePolicy.NUMBER, OverwritePolicy.SKIP, OverwritePolicy.REPLACE);

    private final List<Planned> conflicts;
    private final Map<Path, OverwritePolicy> answers = new HashMap<>();
    private final ListView<Planned> list = Named.named(new ListView<>(), "conflicts.list");
    private final Button go = Named.labelled(new Button(), "conflicts.go");

    private ConflictSheet(List<Planned> conflicts) {
        this.conflicts = conflicts;
        conflicts.forEach(one -> answers.put(one.request().source(), OverwritePolicy.NUMBER));
        list.setItems(FXCollections.observableArrayList(conflicts));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Line());
        list.setPrefSize(WIDTH, Math.min(HEIGHT, ROW_HEIGHT * conflicts.size() + 4));
        list.getStyleClass().add("dense");
    }

    /**
     * @param conflicts those of the batch for which there is a file
     * @param onAnswer told what is to be done, by source
     */
    public static void show(
            StackPane over,
            Actions actions,
            List<Planned> conflicts,
            Consumer<Map<Path, OverwritePolicy>> onAnswer) {
        new ConflictSheet(conflicts).show(over, actions, onAnswer);
    }

    private void show(
            StackPane over, Actions actions, Consumer<Map<Path, OverwritePolicy>> onAnswer) {
        Sheet sheet = new Sheet("conflicts", Texts.text("conflicts", conflicts.size()), actions);
        Label all = new Label(Texts.text("conflicts.all"));
        all.getStyleClass().add("quiet");
        HBox everywhere = new HBox(all);
        everywhere.getStyleClass().add("value-row");
        for (OverwritePolicy answer : ANSWERS) {
            Button button = new Button(words(answer));
            button.setId("conflicts." + answer.name());
            button.setOnAction(event -> answerAll(answer));
            everywhere.getChildren().add(button);
        }
        sheet.setBody(everywhere, list);
        Button cancel = sheet.closing("conflicts.cancel");
        go.getStyleClass().add("accent");
        go.setOnAction(
                event -> {
                    sheet.close();
                    onAnswer.accept(Map.copyOf(answers));
                });
        tell();
        sheet.setFoot(cancel, go);
        sheet.show(over, go);
    }

    private void answerAll(OverwritePolicy answer) {
        answers.replaceAll((source, before) -> answer);
        list.refresh();
        tell();
    }

    /** The button says what is lost. */
    private void tell() {
        long replaced = answers.values().stream().filter(OverwritePolicy.REPLACE::equals).count();
        go.setText(
                replaced == 0
                        ? Texts.text("conflicts.go")
                        : Texts.text("conflicts.replace", replaced));
    }

    private static String words(OverwritePolicy answer) {
        return ExportWords.exists(IfExists.valueOf(answer.name()));
    }

    private final class Line extends ListCell<Planned> {
        private final Label name = new Label();
        private final ComboBox<OverwritePolicy> answer = new ComboBox<>();
        private final HBox line = new HBox();

        Line() {
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            name.setMinWidth(0);
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            answer.setMinWidth(Region.USE_PREF_SIZE);
            answer.setConverter(Shown.as(ConflictSheet::words));
            answer.getItems().setAll(ANSWERS);
            answer.setOnAction(
                    event -> {
                        if (getItem() != null && answer.getValue() != null) {
                            answers.put(getItem().request().source(), answer.getValue());
                            tell();
                        }
                    });
            line.getStyleClass().add("value-row");
            line.getChildren().addAll(name, space, answer);
        }

        @Override
        protected void updateItem(Planned item, boolean empty) {
            super.updateItem(item, empty);
            Node shown = empty || item == null ? null : line;
            setGraphic(shown);
            if (shown != null) {
                name.setText(String.valueOf(item.request().source().getFileName()));
                answer.setAccessibleText(name.getText());
                answer.setValue(answers.get(item.request().source()));
            }
        }
    }
}
