package auralis.app.stems;

import auralis.app.play.Wave;
import auralis.app.play.WaveShape;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The waveform of a stem, with the common play head. A click says where to go on; keys do so in the
 * player bar.
 */
final class StemWave extends Region {
    private final WaveShape rest = new WaveShape("stem-wave-rest");
    private final WaveShape played = new WaveShape("stem-wave-played");
    private final Rectangle playedClip = new Rectangle();
    private final Region playhead = new Region();
    private final DoubleProperty position = new SimpleDoubleProperty();
    private final double seconds;

    /**
     * @param seconds the length of the stem
     * @param onSeek told the wanted time in seconds
     */
    StemWave(double seconds, DoubleConsumer onSeek) {
        this.seconds = seconds;
        getStyleClass().add("stem-wave");
        playhead.getStyleClass().add("wave-playhead");
        playhead.setManaged(false);
        playhead.setMouseTransparent(true);
        played.setClip(playedClip);
        getChildren().addAll(rest, played, playhead);
        position.subscribe(this::movePlayhead);
        setOnMouseClicked(event -> seek(event, onSeek));
    }

    /** In seconds; negative: no play head. */
    DoubleProperty position() {
        return position;
    }

    /**
     * @param wave null while it is unknown
     */
    void show(Wave wave) {
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
