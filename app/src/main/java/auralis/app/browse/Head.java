package auralis.app.browse;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.catalogue.Alike;
import auralis.app.catalogue.Catalogue;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the centre: the search, what was opened, how much was found. */
final class Head {
    private final Catalogue catalogue;
    private final HBox box = new HBox();
    private final VBox lines = new VBox();

    Head(Catalogue catalogue, SearchField search, Actions actions, ObservableValue<Row> selected) {
        this.catalogue = catalogue;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button add = actions.dress(new Button(), Action.ADD_FILES);
        add.setId("head.add");
        add.setText(Texts.text("head.add"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        box.getChildren().addAll(search.node(), opened(), found(), space, add);
        box.getStyleClass().add("head");
        lines.getChildren().addAll(box, why(selected));
    }

    Node node() {
        return lines;
    }

    /** What was opened of albums, artists …; a click leads back. */
    private Node opened() {
        Button opened = Named.named(new Button(), "head.opened");
        opened.getStyleClass().add("chip");
        opened.setGraphic(new FontIcon("mdi2c-close"));
        opened.setMinWidth(60);
        opened.setOnAction(
                event -> catalogue.place().get().parent().ifPresent(catalogue.place()::set));
        catalogue
                .place()
                .subscribe(
                        place -> {
                            opened.setText(place.name());
                            opened.setVisible(place.parent().isPresent());
                            opened.setManaged(place.parent().isPresent());
                        });
        return opened;
    }

    /** In which ways the selected track sounds like the one that others were asked for. */
    private Node why(ObservableValue<Row> selected) {
        Label why = new Label();
        why.setId("head.why");
        why.getStyleClass().addAll("quiet", "why");
        why.visibleProperty().bind(why.textProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        why.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> why(catalogue.place().get(), selected.getValue()),
                                catalogue.place(),
                                selected));
        return why;
    }

    private static String why(Place place, Row selected) {
        return place.members().orElse(null) instanceof Alike alike && selected != null
                ? alike.why(selected.track()).orElse("")
                : "";
    }

    private Node found() {
        Label found = new Label();
        found.setId("head.found");
        found.getStyleClass().add("quiet");
        found.setMinWidth(Region.USE_PREF_SIZE);
        found.textProperty().bind(foundText());
        return found;
    }

    private ObservableValue<String> foundText() {
        return Bindings.createStringBinding(
                () -> {
                    int all = catalogue.census().get().tracks();
                    int found = catalogue.visible().size();
                    boolean said =
                            found == all
                                    || !catalogue.census().get().loaded()
                                    || catalogue.place().get().view() != Place.View.TRACKS;
                    return said ? "" : Texts.text("head.found", found, all);
                },
                catalogue.visible(),
                catalogue.place(),
                catalogue.census());
    }
}
