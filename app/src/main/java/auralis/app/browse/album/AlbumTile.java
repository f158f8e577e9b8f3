package auralis.app.browse.album;

import auralis.app.fx.FxTask;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.track.Album;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** An album: its cover, or its initials until that is there, and what it is. */
final class AlbumTile {
    /** Of the cover, in pixels. */
    static final double SIZE = 160;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double ROUND = 10;

    /** How many colours of placeholders the style sheet has. */
    private static final int TINTS = 6;

    private final CoverShelf shelf;
    private final VBox box = new VBox();
    private final StackPane cover = new StackPane();
    private final Label initials = new Label();
    private final ImageView picture = new ImageView();
    private final Label title = new Label();
    private final Label artist = new Label();
    private final Label facts = new Label();
    private Album album; // null while nothing is shown, as below
    private FxTask<?> fetching;

    AlbumTile(CoverShelf shelf) {
        this.shelf = shelf;
        picture.setFitWidth(SIZE);
        picture.setFitHeight(SIZE);
        picture.setPreserveRatio(true);
        Rectangle round = new Rectangle(SIZE, SIZE);
        round.setArcWidth(ROUND);
        round.setArcHeight(ROUND);
        cover.setClip(round);
        cover.getStyleClass().add("album-cover");
        cover.getChildren().addAll(initials, picture);
        initials.getStyleClass().add("album-initials");
        title.getStyleClass().add("album-title");
        artist.getStyleClass().add("quiet");
        facts.getStyleClass().add("album-facts");
        box.getStyleClass().add("album");
        box.setVisible(false);
        box.managedProperty().bind(box.visibleProperty()); // else a narrower line is as wide
        box.setAccessibleRole(AccessibleRole.LIST_ITEM);
        box.getChildren().addAll(cover, title, artist, facts);
    }

    VBox node() {
        return box;
    }

    /**
     * @param shown null for none
     */
    void show(Album shown, boolean chosen) {
        box.pseudoClassStateChanged(CHOSEN, chosen);
        if (shown == album) {
            return;
        }
        album = shown;
        box.setVisible(shown != null);
        if (fetching != null) {
            fetching.cancel();
            fetching = null;
        }
        if (shown != null) {
            describe();
            picture.setImage(null);
            Optional<Image> known = shelf.known(album.cover());
            if (known == null) {
                fetching = shelf.fetch(album.cover(), this::hang);
            } else {
                hang(known);
            }
        }
    }

    private void hang(Optional<Image> image) {
        picture.setImage(image.orElse(null));
    }

    private void describe() {
        title.setText(album.title());
        artist.setText(album.artist().isEmpty() ? Texts.text("album.unknown") : album.artist());
        facts.setText(facts(album));
        initials.setText(initials(album.title()));
        for (int tint = 0; tint < TINTS; tint++) {
            boolean own = Math.floorMod(album.title().hashCode(), TINTS) == tint;
            cover.pseudoClassStateChanged(PseudoClass.getPseudoClass("tint" + tint), own);
        }
        box.setAccessibleText(
                String.join(", ", title.getText(), artist.getText(), facts.getText()));
    }

    private static String facts(Album album) {
        String music = Texts.text("album.music", album.tracks(), Numbers.length(album.seconds()));
        return album.year().isPresent()
                ? Texts.text("album.year", String.valueOf(album.year().getAsInt()), music)
                : music;
    }

    /** The first letters of the first two words. */
    private static String initials(String title) {
        return Stream.of(title.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0)))
                .limit(2)
                .map(word -> Character.toString(word.codePointAt(0)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.getDefault());
    }
}
