package auralis.app.shell;

import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Counts;
import auralis.app.catalogue.Place;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The places one can go to; in a narrow window only their icons. */
final class SideBar {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private static final Map<Place, String> ICONS =
            Map.ofEntries(
                    Map.entry(Place.TRACKS, "mdi2m-music-box-multiple-outline"),
                    Map.entry(Place.ALBUMS, "mdi2a-album"),
                    Map.entry(Place.ARTISTS, "mdi2a-account-music-outline"),
                    Map.entry(Place.GENRES, "mdi2t-tag-outline"),
                    Map.entry(Place.FAVOURITES, "mdi2h-heart-outline"),
                    Map.entry(Place.MISSING, "mdi2f-file-question-outline"),
                    Map.entry(Place.DUPLICATES, "mdi2c-content-copy"),
                    Map.entry(Place.PROBLEMS, "mdi2a-alert-circle-outline"),
                    Map.entry(Place.STEMS, "mdi2t-tune-vertical"),
                    Map.entry(Place.TRANSCRIPT, "mdi2t-text-recognition"),
                    Map.entry(Place.QUEUE, "mdi2p-playlist-play"),
                    Map.entry(Place.JOBS, "mdi2t-tray-full"));

    private final VBox bar = new VBox();
    private final VBox playlists = new VBox();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Place, ToggleButton> buttons = new LinkedHashMap<>();
    private final Catalogue catalogue;
    private final ObservableValue<Boolean> wide;

    /**
     * @param queued how many tracks are in the queue
     * @param jobs how many are not done
     */
    SideBar(
            Catalogue catalogue,
            Counts counts,
            ObservableValue<Integer> queued,
            ObservableValue<Integer> jobs,
            ObservableValue<Boolean> wide) {
        this.catalogue = catalogue;
        this.wide = wide;
        wide.subscribe(now -> bar.pseudoClassStateChanged(COMPACT, !now));
        bar.setId("side");
        bar.getStyleClass().add("side");
        bar.getChildren().add(heading("side.library"));
        Place.LISTED.forEach(place -> bar.getChildren().add(newLine(place)));
        bar.getChildren().add(bar.getChildren().size() - 4, playlists);
        VBox.setVgrow(playlists, Priority.ALWAYS);
        wide.subscribe(now -> playlists.setMinHeight(now ? Region.USE_COMPUTED_SIZE : 0));
        show(Place.QUEUE, queued);
        show(Place.JOBS, jobs);
        count(Place.TRACKS, Catalogue.Census::tracks);
        count(Place.FAVOURITES, Catalogue.Census::favourites);
        onlyWhere(Place.MISSING, count(Place.MISSING, Catalogue.Census::away));
        onlyWhere(Place.PROBLEMS, counts.problems());
        onlyWhere(Place.DUPLICATES, counts.duplicates());
        catalogue.place().subscribe(this::mark);
    }

    Node node() {
        return bar;
    }

    /** Where the lists of the user stand, below the library; empty until somebody fills it. */
    VBox playlists() {
        return playlists;
    }

    /** The line that leads to a place of the side bar. */
    Node line(Place place) {
        return buttons.get(place);
    }

    /** One line of the side bar is chosen. */
    ToggleGroup group() {
        return group;
    }

    Label heading(String key) {
        Label heading = new Label(Texts.text(key));
        heading.getStyleClass().add("side-heading");
        onlyWide(heading);
        return heading;
    }

    /** A line that leads to a place. */
    private ToggleButton newLine(Place place) {
        ToggleButton line = Named.named(new ToggleButton(), place.id());
        line.setGraphic(graphic(place, line));
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("side-place");
        line.setToggleGroup(group);
        line.addEventFilter(ActionEvent.ACTION, event -> line.setSelected(true));
        line.setOnAction(event -> catalogue.place().set(place));
        line.managedProperty().bind(line.visibleProperty());
        buttons.put(place, line);
        return line;
    }

    private Node graphic(Place place, ToggleButton button) {
        Label name = new Label(Texts.text(place.id()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label number = new Label();
        number.getStyleClass().add("count");
        onlyWide(name);
        onlyWide(space);
        onlyWide(number);
        HBox line = new HBox(new FontIcon(ICONS.get(place)), name, space, number);
        line.getStyleClass().add("side-line");
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        return line;
    }

    private ObservableValue<Integer> count(Place place, Function<Catalogue.Census, Integer> of) {
        ObservableValue<Integer> count = catalogue.census().map(of);
        show(place, count);
        return count;
    }

    private void show(Place place, ObservableValue<Integer> count) {
        Label number = (Label) buttons.get(place).getGraphic().lookup(".count");
        number.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Texts.text("side.count", count.getValue()), count));
    }

    /** Places that are there only when there is something in them, or while one is there. */
    private void onlyWhere(Place place, ObservableValue<Integer> count) {
        show(place, count);
        buttons.get(place)
                .visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        count.getValue() > 0
                                                || catalogue.place().get().top().equals(place),
                                count,
                                catalogue.place()));
    }

    private void mark(Place place) {
        ToggleButton button = buttons.get(place.top());
        if (button != null) {
            button.setSelected(true);
        }
    }

    private void onlyWide(Node node) {
        node.visibleProperty().bind(wide);
        node.managedProperty().bind(wide);
    }
}
