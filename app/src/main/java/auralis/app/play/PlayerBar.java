package auralis.app.play;

import auralis.app.action.Action;
import auralis.app.action.Actions;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the foot of the window: what plays, where it is, and the keys to it. */
public final class PlayerBar {
    private static final double VOLUME_STEP = 0.05;

    private final HBox bar = new HBox();
    private final PlayerView view;
    private final WaveBar wave;
    private final Label title = new Label();
    private final Label artist = new Label();
    private final Label elapsed = new Label();
    private final Label total = new Label();
    private final HBox track = new HBox();
    private final ContextMenu menu = new ContextMenu();
    private final Button toggle;

    /**
     * @param modes stands right of the wave
     * @param volume the position of the slider, 0..1
     */
    public PlayerBar(
            PlayerView view,
            Actions actions,
            Node modes,
            DoubleProperty volume,
            DoubleConsumer seek) {
        this.view = view;
        wave = new WaveBar(seek);
        toggle = button(actions, Action.PLAY_PAUSE, "play.toggle");
        toggle.getStyleClass().add("play-toggle");
        bar.setId("player");
        bar.getStyleClass().add("player");
        bar.getChildren()
                .addAll(
                        track(),
                        transport(actions),
                        waveWithTimes(),
                        modes,
                        volume(actions, volume));
        view.state().subscribe(this::show);
        view.position().subscribe(seconds -> elapsed.setText(Numbers.time(seconds.doubleValue())));
        wave.position().bind(view.position());
    }

    public Node node() {
        return bar;
    }

    public WaveBar wave() {
        return wave;
    }

    /** Says what is open; both empty for nothing. */
    public void showTrack(String titleText, String artistText) {
        title.setText(titleText.isEmpty() ? Texts.text("play.nothing") : titleText);
        artist.setText(artistText);
    }

    /** Something that can be done with the track that is open. */
    public void addToTrackMenu(MenuItem item) {
        menu.getItems().add(item);
    }

    private void show(PlayerState state) {
        boolean open = state.file().isPresent();
        double seconds = seconds(state);
        wave.duration().set(open ? seconds : 0);
        total.setText(open && seconds > 0 ? Numbers.time(seconds) : "");
        elapsed.setVisible(open);
        boolean pause = state.playing();
        toggle.setGraphic(new FontIcon(pause ? "mdi2p-pause" : "mdi2p-play"));
        toggle.setAccessibleText(Texts.text(pause ? "play.toggle.pause" : "play.toggle"));
    }

    private static double seconds(PlayerState state) {
        return state.sampleRate() == 0
                ? 0
                : (double) state.totalFrames().orElse(0) / state.sampleRate();
    }

    private Node track() {
        StackPane cover = new StackPane(new FontIcon("mdi2a-album"));
        cover.getStyleClass().add("cover");
        title.setId("play.title");
        title.getStyleClass().add("track-title");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        artist.setId("play.artist");
        artist.getStyleClass().add("quiet");
        artist.managedProperty().bind(artist.textProperty().isNotEmpty());
        VBox words = new VBox(title, artist);
        words.getStyleClass().add("track-words");
        track.getChildren().addAll(cover, words);
        track.getStyleClass().add("track");
        track.setOnContextMenuRequested(
                event -> menu.show(track, event.getScreenX(), event.getScreenY()));
        showTrack("", "");
        return track;
    }

    private Node transport(Actions actions) {
        HBox keys =
                new HBox(
                        button(actions, Action.PREVIOUS, "play.previous"),
                        toggle,
                        button(actions, Action.NEXT, "play.next"));
        keys.getStyleClass().add("transport");
        return keys;
    }

    private Node waveWithTimes() {
        elapsed.setId("play.elapsed");
        elapsed.getStyleClass().addAll("time", "elapsed");
        total.setId("play.total");
        total.getStyleClass().addAll("time", "quiet");
        HBox.setHgrow(wave, Priority.ALWAYS);
        HBox box = new HBox(elapsed, wave, total);
        box.getStyleClass().add("wave-box");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node volume(Actions actions, DoubleProperty volume) {
        Button mute = button(actions, Action.MUTE, "play.mute");
        volume.subscribe(value -> mute.setGraphic(new FontIcon(volumeIcon(value.doubleValue()))));
        Slider slider = Named.named(new VolumeSlider(), "play.volume");
        slider.setBlockIncrement(VOLUME_STEP);
        slider.getStyleClass().addAll("small", "volume");
        slider.valueProperty().bindBidirectional(volume);
        HBox box = new HBox(mute, slider);
        box.getStyleClass().add("volume-box");
        box.setOnScroll(event -> turn(volume, event));
        return box;
    }

    /** By notches of the wheel, or as much less on a touch pad; the slider keeps its bounds. */
    private static void turn(DoubleProperty volume, ScrollEvent event) {
        if (event.getDeltaY() != 0 && event.getMultiplierY() > 0 && !event.isInertia()) {
            double step = VOLUME_STEP * event.getDeltaY() / event.getMultiplierY();
            volume.set(Math.max(0, Math.min(1, volume.get() + step)));
            event.consume();
        }
    }

    /** Says its place in percent. */
    private static final class VolumeSlider extends Slider {
        VolumeSlider() {
            super(0, 1, 1);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... more) {
            return attribute == AccessibleAttribute.TEXT
                    ? getAccessibleText() + ", " + Numbers.percent(getValue())
                    : super.queryAccessibleAttribute(attribute, more);
        }
    }

    private static String volumeIcon(double volume) {
        if (volume == 0) {
            return "mdi2v-volume-off";
        }
        return volume < 0.5 ? "mdi2v-volume-medium" : "mdi2v-volume-high";
    }

    private static Button button(Actions actions, Action action, String id) {
        Button button = actions.dress(new Button(), action);
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        return button;
    }
}
