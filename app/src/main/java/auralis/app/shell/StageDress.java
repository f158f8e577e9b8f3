package auralis.app.shell;

import auralis.app.catalogue.Row;
import auralis.app.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** How the window looks to the desktop: its theme, icons, title and smallest size. */
record StageDress(Stage stage, Scene scene, Parent root) {
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;
    private static final List<Integer> ICON_SIZES = List.of(32, 64, 128, 256);

    /**
     * @param playing named in the title; null for nothing
     */
    void put(BooleanProperty light, ObservableValue<Row> playing) {
        Theme.loadFonts();
        root.getStyleClass().add("auralis");
        scene.getStylesheets().add(StageDress.class.getResource("window.css").toExternalForm());
        light.subscribe(now -> (now ? Theme.LIGHT : Theme.DARK).applyTo(root));
        stage.setScene(scene);
        ICON_SIZES.forEach(size -> stage.getIcons().add(icon(size)));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        playing.subscribe(row -> stage.setTitle(title(row)));
    }

    private static String title(Row playing) {
        return playing == null
                ? Texts.text("window.title")
                : Texts.text("window.title.playing", playing.track().title());
    }

    private static Image icon(int size) {
        String name = "/auralis/assets/icons/auralis-" + size + ".png";
        return new Image(StageDress.class.getResource(name).toExternalForm());
    }
}
