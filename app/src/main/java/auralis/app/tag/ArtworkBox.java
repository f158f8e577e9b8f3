package auralis.app.tag;

import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.library.tag.TagEdit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The picture of the form: shown, replaced by a file, removed. */
final class ArtworkBox {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final double SIDE = 196;
    private static final int DENSITY = 2; // pixels of the picture for one of the window
    private static final long LARGEST_BYTES = 32L << 20;

    private final TaggedTracks tracks;
    private final Host host;
    private final Latest loading;
    private final Runnable onChange;
    private final ImageView view = new ImageView();
    private final FontIcon icon = new FontIcon("mdi2i-image-outline");
    private final Label words = new Label();
    private final StackPane frame = new StackPane(icon, view);
    private final Button replace = Named.labelled(new Button(), "tags.artwork.replace");
    private final Button remove = Named.labelled(new Button(), "tags.artwork.remove");
    private final Button back = Named.labelled(new Button(), "tags.artwork.back");
    private TagEdit change = TagEdit.NONE;

    private record Picture(TagEdit change, Image image) {}

    ArtworkBox(TaggedTracks tracks, Host host, ExecutorService workers, Runnable onChange) {
        this.tracks = tracks;
        this.host = host;
        this.onChange = onChange;
        loading = new Latest(workers);
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        frame.setId("tags.artwork");
        frame.setAccessibleText(Texts.text("tags.artwork"));
        frame.getStyleClass().add("tag-artwork");
        frame.setOnDragOver(this::over);
        frame.setOnDragExited(event -> frame.pseudoClassStateChanged(DROP, false));
        frame.setOnDragDropped(this::drop);
        words.setId("tags.artwork.words");
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMaxWidth(SIDE);
        replace.setOnAction(event -> host.askPicture().ifPresent(this::load));
        remove.setOnAction(event -> show(TagEdit.NONE.withoutPicture(), null));
        back.setOnAction(event -> showStored());
        back.managedProperty().bind(back.visibleProperty());
        remove.managedProperty().bind(remove.visibleProperty());
        showStored();
    }

    Node node() {
        HBox buttons = new HBox(replace, remove, back);
        buttons.getStyleClass().add("tag-artwork-buttons");
        VBox box = new VBox(frame, buttons, words);
        box.getStyleClass().add("tag-artwork-box");
        return box;
    }

    TagEdit change() {
        return change;
    }

    void close() {
        loading.cancel();
    }

    private void showStored() {
        show(TagEdit.NONE, null);
        tracks.artwork()
                .filter(artwork -> tracks.sameArtwork())
                .ifPresent(
                        artwork ->
                                loading.ask(
                                        new FxTask<>(progress -> image(artwork.bytes()))
                                                .onResult(this::show)
                                                .onFailure(this::tell)));
    }

    private void load(Path file) {
        loading.ask(
                new FxTask<>(progress -> read(file))
                        .onResult(picture -> show(picture.change(), picture.image()))
                        .onFailure(this::tell));
    }

    private void tell(Exception failure) {
        words.setText(failure.getMessage());
    }

    private static Picture read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException(Texts.text("tags.artwork.large", file.getFileName()));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new Picture(TagEdit.NONE.withPicture(bytes), image(bytes));
        } catch (IllegalArgumentException e) {
            throw new IOException(Texts.text("tags.artwork.none", file.getFileName()), e);
        }
    }

    private static Image image(byte[] bytes) {
        double pixels = DENSITY * SIDE;
        return new Image(new ByteArrayInputStream(bytes), pixels, pixels, true, true);
    }

    private void show(TagEdit now, Image image) {
        change = now;
        show(image);
        words.setText(words());
        boolean changed = change.changesPicture();
        boolean there = tracks.tracks().stream().anyMatch(TaggedTracks.Tagged::embedded);
        back.setVisible(changed);
        remove.setVisible(!changed && there);
        onChange.run();
    }

    /** What the window cannot draw is there all the same. */
    private void show(Image image) {
        boolean drawn = image != null && !image.isError();
        view.setImage(drawn ? image : null);
        icon.setVisible(!drawn);
    }

    private String words() {
        if (change.changesPicture()) {
            boolean replaced = change.picture().isPresent();
            return Texts.text(replaced ? "tags.artwork.new" : "tags.artwork.removed");
        }
        if (!tracks.sameArtwork()) {
            return Texts.text("tags.artwork.differ");
        }
        return tracks.artwork()
                .map(
                        artwork ->
                                artwork.file()
                                        .map(Path::getFileName)
                                        .map(name -> Texts.text("tags.artwork.beside", name))
                                        .orElse(""))
                .orElse(Texts.text("tags.artwork.empty"));
    }

    private static Optional<Path> file(DragEvent event) {
        return event.getDragboard().hasFiles()
                ? Optional.of(event.getDragboard().getFiles().get(0).toPath())
                : Optional.empty();
    }

    private void over(DragEvent event) {
        if (file(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            frame.pseudoClassStateChanged(DROP, true);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        file(event).ifPresent(this::load);
        event.setDropCompleted(file(event).isPresent());
        event.consume();
    }
}
