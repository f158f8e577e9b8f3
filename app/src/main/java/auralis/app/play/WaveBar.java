package auralis.app.play;

import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The waveform in which one seeks: click, drag, wheel and arrow keys (5 s, with Shift 1 s), Home
 * and End; the time under the pointer is shown. The shape is drawn once per track and size; while
 * playing only the clip of its played half moves.
 */
public final class WaveBar extends Region {
    private static final PseudoClass MASTERED = PseudoClass.getPseudoClass("mastered");
    private static final double STEP_SECONDS = 5;
    private static final double FINE_STEP_SECONDS = 1;

    private final WaveShape rest = new WaveShape("wave-rest");
    private final WaveShape played = new WaveShape("wave-played");
    private final Rectangle playedClip = new Rectangle();
    private final Region playhead = new Region();
    private final Region pointer = new Region();
    private final Label pointerTime = new Label();
    private final DoubleProperty duration = new SimpleDoubleProperty();
    private final DoubleProperty position = new SimpleDoubleProperty();
    private final DoubleConsumer onSeek;
    private double dragged = -1; // seconds, negative while nothing is dragged

    /**
     * @param onSeek told the wanted time in seconds
     */
    public WaveBar(DoubleConsumer onSeek) {
        this.onSeek = onSeek;
        Named.named(this, "play.wave");
        setAccessibleRole(AccessibleRole.SLIDER);
        getStyleClass().add("wave");
        setFocusTraversable(true);
        playhead.getStyleClass().add("wave-playhead");
        pointer.getStyleClass().add("wave-pointer");
        pointerTime.getStyleClass().add("wave-time");
        played.setClip(playedClip);
        showPointer(false);
        for (Region mark : new Region[] {playhead, pointer, pointerTime}) {
            mark.setManaged(false);
            mark.setMouseTransparent(true);
        }
        getChildren().addAll(rest, played, pointer, playhead, pointerTime);
        position.subscribe(this::movePlayhead);
        duration.subscribe(this::durationChanged);
        listen();
    }

    /** In seconds; 0 while nothing is open, and then the bar is disabled. */
    public DoubleProperty duration() {
        return duration;
    }

    /** In seconds. */
    public DoubleProperty position() {
        return position;
    }

    /**
     * @param wave null while it is unknown: a line is shown
     */
    public void show(Wave wave) {
        rest.show(wave);
        played.show(wave);
        pseudoClassStateChanged(MASTERED, wave != null && wave.mastered().isPresent());
        setAccessibleHelp(wave == null ? null : spoken(wave));
    }

    private static String spoken(Wave wave) {
        long overs = wave.overs();
        String original = Texts.text("play.wave.original", overs);
        return wave.mastered().isPresent() ? Texts.text("play.wave.mastered", original) : original;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> position.get();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> duration.get();
            case TEXT ->
                    Texts.text(
                            "play.wave.value",
                            getAccessibleText(),
                            Numbers.time(position.get()),
                            Numbers.time(duration.get()));
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
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

    private void listen() {
        setOnMouseEntered(event -> showPointer(duration.get() > 0));
        setOnMouseExited(event -> showPointer(dragged >= 0));
        setOnMouseMoved(this::movePointer);
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::drop);
        setOnKeyPressed(this::key);
        setOnScroll(this::wheel);
    }

    private void durationChanged() {
        boolean nothing = duration.get() <= 0;
        if (nothing) {
            // What is disabled is not told when the mouse is released.
            dragged = -1;
        }
        setDisable(nothing);
        showPointer(false);
        movePlayhead();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            dragged = secondsAt(event.getX());
            movePointer(event);
            movePlayhead();
        }
    }

    private void drop(MouseEvent event) {
        if (dragged >= 0) {
            onSeek.accept(dragged);
            dragged = -1;
            showPointer(contains(event.getX(), event.getY()));
        }
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? FINE_STEP_SECONDS : STEP_SECONDS;
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> seek(position.get() - step, event);
            case RIGHT -> seek(position.get() + step, event);
            case HOME -> seek(0, event);
            case END -> seek(duration.get(), event);
            default -> {}
        }
    }

    /** A notch is a step; finer movements of a touch pad are as much less. */
    private void wheel(ScrollEvent event) {
        boolean fine = event.isShiftDown(); // turns the wheel sideways on some systems
        double way = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        double unit = fine ? event.getMultiplierX() : event.getMultiplierY();
        if (way != 0 && unit > 0 && !event.isInertia()) {
            seek(position.get() + (fine ? FINE_STEP_SECONDS : STEP_SECONDS) * way / unit, event);
        }
    }

    private void seek(double seconds, InputEvent event) {
        onSeek.accept(Math.max(0, Math.min(duration.get(), seconds)));
        event.consume();
    }

    private void movePointer(MouseEvent event) {
        double x = Math.max(0, Math.min(getWidth(), event.getX()));
        pointer.resizeRelocate(Math.round(x), 0, 1, getHeight());
        pointerTime.setText(Numbers.time(secondsAt(x)));
        pointerTime.autosize();
        double left = x - pointerTime.getWidth() / 2;
        double rightmost = getWidth() - pointerTime.getWidth();
        pointerTime.relocate(Math.max(0, Math.min(rightmost, left)), -pointerTime.getHeight());
    }

    private void showPointer(boolean shown) {
        pointer.setVisible(shown);
        pointerTime.setVisible(shown);
    }

    private void movePlayhead() {
        double seconds = dragged >= 0 ? dragged : position.get();
        double fraction = duration.get() <= 0 ? 0 : Math.min(1, seconds / duration.get());
        double x = snappedLeftInset() + Math.round(fraction * rest.getWidth());
        playedClip.setWidth(x - snappedLeftInset());
        playhead.setVisible(duration.get() > 0);
        playhead.resizeRelocate(x - 1, 0, 2, getHeight());
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private double secondsAt(double x) {
        double fraction = (x - snappedLeftInset()) / Math.max(1, rest.getWidth());
        return Math.max(0, Math.min(1, fraction)) * duration.get();
    }
}
