package auralis.app.meter;

import auralis.app.action.Actions;
import auralis.app.master.MasteringSession;
import auralis.app.play.PlayerState;
import auralis.app.play.PlayerView;
import auralis.dsp.engine.MeterReading;
import auralis.dsp.engine.Meters;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The six meters side by side. One timer reads the newest reading while something plays and the
 * strip can be seen; else it rests, and so do the engine's meters. FX thread only.
 */
public final class MeterStrip {
    /** Below, the goniometer gives its place to the spectrum. */
    private static final double WIDE_ENOUGH = 1100;

    /** Numbers change with every third reading, 10 times a second. */
    private static final int NUMBERS_EVERY = 3;

    private static final long SPEAK_NANOS = 1_000_000_000;

    private final HBox strip = new HBox();
    private final Meters meters;
    private final PlayerView player;
    private final LoudnessMeterView loudness = new LoudnessMeterView();
    private final PeakMeterView peak;
    private final SpectrumView spectrum = new SpectrumView();
    private final GoniometerView goniometer = new GoniometerView();
    private final List<Meter> all;
    private final ObservableValue<Aim> aim; // held: bindings are weak
    private final ObservableValue<Boolean> seen;
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    draw(now);
                }
            };
    private MeterReading drawn = MeterReading.NONE;
    private boolean running;
    private int sinceNumbers;
    private long spokenNanos;

    /**
     * @param meters closed with the strip
     */
    public MeterStrip(
            Meters meters, PlayerView player, MasteringSession mastering, Actions actions) {
        this.meters = meters;
        this.player = player;
        peak = new PeakMeterView(meters::clearOvers);
        all =
                List.of(
                        loudness,
                        peak,
                        new ReductionMeterView(),
                        spectrum,
                        goniometer,
                        new CorrelationView());
        strip.setId("meters");
        strip.getStyleClass().add("meters");
        strip.getChildren().addAll(all);
        HBox.setHgrow(spectrum, Priority.ALWAYS);
        all.forEach(meter -> actions.reserve(meter, KeyCode.R));
        strip.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        strip.widthProperty().subscribe(width -> fold(width.doubleValue()));
        aim = Aim.of(mastering);
        aim.subscribe(this::aimed);
        seen = seen();
        seen.subscribe(now -> follow());
        player.state().subscribe(state -> follow());
    }

    /** Set its visibility: what cannot be seen costs nothing. */
    public Node node() {
        return strip;
    }

    public void close() {
        timer.stop();
        meters.close();
    }

    private void aimed(Aim now) {
        meters.ceiling(now.ceilingDbtp());
        all.forEach(meter -> meter.aim(now));
    }

    private void fold(double width) {
        boolean wide = width >= WIDE_ENOUGH;
        goniometer.setVisible(wide);
        goniometer.setManaged(wide);
    }

    /** Whether the strip is on the screen. */
    private ObservableValue<Boolean> seen() {
        ObservableValue<Boolean> onScreen =
                strip.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(MeterStrip::shown)
                        .orElse(false);
        return onScreen.flatMap(on -> strip.visibleProperty().map(visible -> visible && on));
    }

    private static ObservableValue<Boolean> shown(Window window) {
        return window instanceof Stage stage
                ? window.showingProperty()
                        .flatMap(showing -> stage.iconifiedProperty().map(icon -> showing && !icon))
                : window.showingProperty();
    }

    private void follow() {
        PlayerState state = player.state().get();
        boolean run = state.playing() && state.file().isPresent() && seen.getValue();
        if (state.track() != drawn.track()) {
            loudness.clear();
            peak.clear();
        }
        if (run != running) {
            running = run;
            meters.active(run);
            if (run) {
                timer.start();
            } else {
                timer.stop();
                all.forEach(Meter::rest);
            }
        }
    }

    private void draw(long now) {
        MeterReading reading = meters.reading();
        PlayerState state = player.state().get();
        if (reading.number() == drawn.number() || reading.track() < state.track()) {
            return;
        }
        drawn = reading;
        boolean numbers = sinceNumbers == 0;
        sinceNumbers = (sinceNumbers + 1) % NUMBERS_EVERY;
        Heard heard = new Heard(reading, state.side());
        for (Meter meter : all) {
            if (meter.isVisible()) {
                meter.show(heard, numbers);
            }
        }
        speak(now);
    }

    /** A screen reader follows the meter that has the focus, once a second. */
    private void speak(long now) {
        if (now - spokenNanos >= SPEAK_NANOS) {
            spokenNanos = now;
            all.stream()
                    .filter(Node::isFocused)
                    .forEach(m -> m.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        }
    }

    private void key(KeyEvent event) {
        boolean chord = event.isShortcutDown() || event.isAltDown() || event.isShiftDown();
        if (event.getCode() == KeyCode.R && !chord) {
            event.consume();
            meters.reset();
            loudness.clear();
            peak.clear();
        }
    }
}
