package auralis.app.shell;

import auralis.app.browse.Catalogue;
import auralis.app.text.Named;
import auralis.app.text.Texts;
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

    private final VBox bar = new VBox();
    private final ToggleGroup group = new ToggleGroup();
    private final ObservableValue<Boolean> wide;

    SideBar(Catalogue catalogue, ObservableValue<Boolean> wide) {
        this.wide = wide;
        wide.subscribe(now -> bar.pseudoClassStateChanged(COMPACT, !now));
        bar.setId("side");
        bar.getStyleClass().add("side");
        Label heading = new Label(Texts.text("side.library"));
        heading.getStyleClass().add("side-heading");
        onlyWide(heading);
        ToggleButton tracks =
                place(
                        "side.tracks",
                        "mdi2m-music-box-multiple-outline",
                        catalogue.census().map(Catalogue.Census::tracks));
        ToggleButton problems =
                place(
                        "side.problems",
                        "mdi2a-alert-circle-outline",
                        catalogue.census().map(Catalogue.Census::problems));
        tracks.setOnAction(event -> catalogue.problemsOnly().set(false));
        problems.setOnAction(event -> catalogue.problemsOnly().set(true));
        catalogue.problemsOnly().subscribe(only -> (only ? problems : tracks).setSelected(true));
        problems.visibleProperty().bind(catalogue.census().map(census -> census.problems() > 0));
        problems.managedProperty().bind(problems.visibleProperty());
        bar.getChildren().addAll(heading, tracks, problems);
    }

    Node node() {
        return bar;
    }

    private ToggleButton place(String id, String icon, ObservableValue<Integer> count) {
        ToggleButton place = Named.named(new ToggleButton(), id);
        Label number = new Label();
        number.getStyleClass().add("count");
        number.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Texts.text("side.count", count.getValue()), count));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label name = new Label(Texts.text(id));
        onlyWide(name);
        onlyWide(space);
        onlyWide(number);
        HBox line = new HBox(new FontIcon(icon), name, space, number);
        line.getStyleClass().add("side-line");
        place.setGraphic(line);
        place.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(place.widthProperty().subtract(24));
        place.getStyleClass().add("side-place");
        place.setToggleGroup(group);
        place.addEventFilter(ActionEvent.ACTION, event -> place.setSelected(true));
        return place;
    }

    private void onlyWide(Node node) {
        node.visibleProperty().bind(wide);
        node.managedProperty().bind(wide);
    }
}
