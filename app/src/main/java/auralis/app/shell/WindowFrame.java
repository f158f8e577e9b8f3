package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Where the regions of the window stand, in the order in which one reads and goes through them.
 *
 * @param status at the very foot, not gone through
 */
record WindowFrame(Node side, Node browse, Node inspector, Node meters, Node player, Node status) {

    BorderPane compose(Scene scene, Notices notices, Actions actions) {
        StackPane centre = new StackPane(browse, notices.toast());
        StackPane.setAlignment(notices.toast(), Pos.BOTTOM_CENTER);
        StackPane.setMargin(notices.toast(), new Insets(0, 16, 20, 16));
        // In a low window they give way, not the bars above and below them.
        Stream.of(side, centre, inspector).map(Region.class::cast).forEach(r -> r.setMinHeight(0));
        BorderPane frame = new BorderPane(centre);
        frame.setTop(new VBox(actions.menuBar(), notices.bars()));
        frame.setLeft(side);
        frame.setRight(inspector);
        frame.setBottom(new VBox(meters, player, status));
        Regions regions = new Regions(List.of(side, browse, inspector, meters, player));
        actions.bind(Action.NEXT_REGION, () -> regions.next(scene));
        actions.bind(Action.PREVIOUS_REGION, () -> regions.previous(scene));
        return frame;
    }
}
