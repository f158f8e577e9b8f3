package auralis.app.play;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A waveform with a play head. A click says where to go on; keys do so in the player bar. Its style
 * classes begin with one name: {@code x}, {@code x-rest} and {@code x-played}.
 */
public final class SeekWave extends Region {
    private final WaveShape rest;
    private final WaveShape played;
    private final Rectangle playedClip = new Rectangle();
    private final Region playhead = new Region();
    private final DoubleProperty position = new SimpleDoubleProperty();
    private final double seconds;

    /**
     * @param seconds its length
     * @param onSeek told the wanted time in seconds
     */
    public SeekWave(double seconds, String styleClass, DoubleConsumer onSeek) {
        this.seconds = seconds;
        rest = new WaveShape(styleClass + "-rest");
        played = new WaveShape(styleClass + "-played");
        getStyleClass().add(styleClass);
        playhead.getStyleClass().add("wave-playhead");
        playhead.setManaged(false);
        playhead.setMouseTransparent(true);
        played.setClip(playedClip);
        getChildren().addAll(rest, played, playhead);
        position.subscribe(this::movePlayhead);
        setOnMouseClicked(event -> seek(event, onSeek));
    }

    /** In seconds; negative: no play head. */
    public DoubleProperty position() {
        return position;
    }

    /**
     * @param wave null while it is unknown
     */
    public void show(Wave wave) {
        rest.show(wave);
        played.show(wave);
    }

    private void seek(MouseEvent event, DoubleConsumer onSeek) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            double fraction = (event.getX() - rest.getLayoutX()) / Math.max(1, rest.getWidth());
            onSeek.accept(Math.max(0, Math.min(1, fraction)) * seconds);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        rest.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
        played.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
        playedClip.setHeight(height);
        movePlayhead();
    }

    private void movePlayhead() {
        double fraction = seconds <= 0 ? 0 : Math.max(0, Math.min(1, position.get() / seconds));
        double x = Math.round(fraction * rest.getWidth());
        playedClip.setWidth(x);
        playhead.setVisible(position.get() >= 0);
        playhead.resizeRelocate(rest.getLayoutX() + x - 1, 0, 2, getHeight());
    }
}
