package auralis.app.export;

import auralis.app.form.Form;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.export.NameTemplate;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Where files go and how they are called, as a form asks for it, with what that comes to. FX thread
 * only.
 */
public final class Destination {
    private static final double NAMES_WIDTH = 390;
    private static final Duration TYPING = Duration.millis(150);

    private final Form form;
    private final TextField folder = new TextField();
    private final Button choose = new Button();
    private final TextField name = new TextField(NameTemplate.SOURCE_NAME.text());
    private final Label names = new Label();
    private final Latest preview;
    private final PauseTransition typing = new PauseTransition(TYPING);

    /**
     * @param form that gets the lines
     */
    public Destination(Form form, ExecutorService workers) {
        this.form = form;
        preview = new Latest(workers);
    }

    /**
     * A line with a folder, typed or chosen.
     *
     * @param id also the key of the caption
     * @param chooseId of the button by which it is chosen
     * @param first what to begin with
     * @param asking has the user choose one
     */
    public void askFolder(
            String id, String chooseId, Optional<Path> first, Supplier<Optional<Path>> asking) {
        Named.named(folder, id);
        Named.labelled(choose, chooseId);
        folder.setText(first.map(Path::toString).orElse(""));
        folder.setPromptText(Texts.text("export.folder.prompt"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(
                event -> asking.get().ifPresent(chosen -> folder.setText(chosen.toString())));
        HBox row = new HBox(folder, choose);
        row.getStyleClass().add("value-row");
        HBox.setHgrow(folder, Priority.ALWAYS);
        form.field(id, folder, row);
    }

    /** A line with the template of the names; without it they are those of the sources. */
    public void askName(String id, NameTemplate first) {
        Named.named(name, id).setText(first.text());
        form.field(id, name, name);
    }

    /** Below the line above, what the files will be called. */
    public Label showNames(String id) {
        names.setId(id);
        names.getStyleClass().addAll("quiet", "export-names");
        names.setMaxWidth(NAMES_WIDTH);
        names.setMinHeight(Region.USE_PREF_SIZE);
        form.below(names);
        return names;
    }

    /** Has it looked again when folder, name or others change and the user does not go on. */
    public void onChange(Runnable look, Stream<ObservableValue<?>> others) {
        typing.setOnFinished(event -> look.run());
        Stream.concat(Stream.of(folder.textProperty(), name.textProperty()), others)
                .forEach(value -> value.addListener((seen, before, now) -> typing.playFromStart()));
    }

    /** What is wrong with the name, or with where the files are to go. */
    public Optional<String> fault() {
        try {
            template();
        } catch (IllegalArgumentException e) {
            return Optional.of(Texts.text("export.name.fault", e.getMessage()));
        }
        return isFolder(folder.getText().strip())
                ? Optional.empty()
                : Optional.of(Texts.text("export.folder.fault"));
    }

    private static boolean isFolder(String text) {
        try {
            return !text.isEmpty() && Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** As it is typed, whether it is right or not. */
    public ObservableValue<String> typedFolder() {
        return folder.textProperty();
    }

    /** Where there is no {@link #fault}. */
    public Path folder() {
        return Path.of(folder.getText().strip());
    }

    /** Where there is no {@link #fault}. */
    public NameTemplate template() {
        return new NameTemplate(name.getText());
    }

    /** What the user has to fill in first, or may. */
    public Node first() {
        return missing().orElse(name);
    }

    /** What the user has to fill in first. */
    public Optional<Node> missing() {
        return folder.getText().isEmpty() ? Optional.of(choose) : Optional.empty();
    }

    /** Finds out what there is to tell, in the place of what was to be found out before. */
    public <T> void ask(FxTask.Work<T> work, Consumer<T> onResult) {
        preview.ask(
                new FxTask<>(work)
                        .onResult(onResult)
                        .onFailure(failure -> names.setText(failure.getMessage())));
    }

    /** Tells what the files will be called. */
    public void tell(String words) {
        names.setText(words);
    }

    /** Tells what is wrong, which makes looking further useless. */
    public void refuse(String fault) {
        preview.cancel();
        tell(fault);
    }

    /** Looks no further. */
    public void close() {
        preview.cancel();
        typing.stop();
    }
}
