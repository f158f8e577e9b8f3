package auralis.app.stems;

import auralis.app.action.Actions;
import auralis.app.master.ValueSlider;
import auralis.app.play.SeekWave;
import auralis.app.play.Wave;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One stem in the mixer: its waveform and what is done to it. While the keyboard is on it, S and M
 * switch solo and mute, the arrows left and right change the volume, T unfolds the tone and
 * Backspace takes all of it back.
 */
final class StripView {
    private static final PseudoClass UNHEARD = PseudoClass.getPseudoClass("unheard");
    private static final double STEP_DB = 1;
    private static final double FINE_STEP_DB = 0.1;

    private final MixedTrack track;
    private final int index;
    private final Stem stem;
    private final MixEdits edits;
    private final Actions actions;
    private final VBox box = new Spoken();
    private final SeekWave wave;
    private final LevelBar level = new LevelBar();
    private final ToggleButton solo;
    private final ToggleButton mute;
    private final ToggleButton tone;
    private final List<Dial> dials;

    /**
     * One value of the strip.
     *
     * @param change what it is called in the list of what can be undone
     */
    private record Dial(
            ValueSlider slider, ToDoubleFunction<Strip> get, With with, String change) {}

    private interface With {
        Strip apply(Strip strip, double value);
    }

    /**
     * @param onSeek told the wanted time in seconds
     */
    StripView(MixedTrack track, int index, MixEdits edits, Actions actions, DoubleConsumer onSeek) {
        this.track = track;
        this.index = index;
        this.stem = track.stems().get(index);
        this.edits = edits;
        this.actions = actions;
        wave = new SeekWave(track.seconds(), "stem-wave", onSeek);
        solo = toggle("stems.solo", "S");
        mute = toggle("stems.mute", "M");
        tone = toggle("stems.tone", "");
        solo.setOnAction(event -> switchSolo());
        mute.setOnAction(event -> switchMute());
        dials =
                List.of(
                        dial("stems.gain", -60, 12, Strip::gainDb, Strip::withGain),
                        dial("stems.pan", -1, 1, Strip::pan, Strip::withPan),
                        dial("stems.low", -12, 12, Strip::lowDb, StripView::withLow),
                        dial("stems.mid", -12, 12, Strip::midDb, StripView::withMid),
                        dial("stems.high", -12, 12, Strip::highDb, StripView::withHigh));
        compose();
        listen();
        reserve();
    }

    Node node() {
        return box;
    }

    Stem stem() {
        return stem;
    }

    DoubleProperty position() {
        return wave.position();
    }

    void show(Wave picture) {
        wave.show(picture);
    }

    /**
     * Shows how loud it is.
     *
     * @param at the place that is heard, in seconds; negative: none is
     * @param seconds since the last time
     */
    void showLevel(double at, double seconds) {
        if (at < 0) {
            level.rest();
        } else {
            level.show(track.peakDbfs(index, 0, at), track.peakDbfs(index, 1, at), seconds);
        }
    }

    // ---- look

    private void compose() {
        box.setId(id("stems.strip"));
        box.getStyleClass().addAll("stem-strip", stem.word());
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.NODE);
        FontIcon icon = new FontIcon(StemWords.icon(stem));
        Label name = new Label(StemWords.name(stem), icon);
        name.getStyleClass().add("stem-name");
        HBox switches = new HBox(solo, mute, tone);
        switches.getStyleClass().add("stem-switches");
        VBox left = new VBox(name, switches);
        left.getStyleClass().add("stem-left");
        HBox.setHgrow(wave, Priority.ALWAYS);
        VBox right = new VBox(dials.get(0).slider().row(), dials.get(1).slider().row());
        right.getStyleClass().add("stem-right");
        HBox line = new HBox(left, wave, level, right);
        line.getStyleClass().add("stem-line");
        HBox tones = new HBox(captioned(2), captioned(3), captioned(4));
        tones.getStyleClass().add("stem-tones");
        tones.visibleProperty().bind(tone.selectedProperty());
        tones.managedProperty().bind(tones.visibleProperty());
        box.getChildren().addAll(line, tones);
    }

    private Node captioned(int dial) {
        ValueSlider slider = dials.get(dial).slider();
        Label caption = new Label(Texts.text(toneKey(dial)));
        caption.getStyleClass().add("quiet");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = slider.row();
        HBox.setHgrow(row, Priority.ALWAYS);
        HBox line = new HBox(caption, row);
        line.getStyleClass().add("value-row");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static String toneKey(int dial) {
        return switch (dial) {
            case 2 -> "stems.low";
            case 3 -> "stems.mid";
            default -> "stems.high";
        };
    }

    private ToggleButton toggle(String key, String letter) {
        ToggleButton button = new ToggleButton(letter);
        button.setId(id(key));
        button.getStyleClass().addAll("stem-switch", key.substring(key.indexOf('.') + 1));
        if (letter.isEmpty()) {
            button.setGraphic(new FontIcon("mdi2t-tune-variant"));
        }
        button.setAccessibleText(Texts.text("stems.of", Texts.text(key), StemWords.name(stem)));
        button.setTooltip(new Tooltip(Texts.text(key + ".tip")));
        return button;
    }

    private Dial dial(
            String key, double least, double most, ToDoubleFunction<Strip> get, With with) {
        boolean pan = key.equals("stems.pan");
        DoubleFunction<String> words = pan ? StemWords::pan : StemWords::gain;
        if (least == -StemMix.MOST_TONE_DB) {
            words = value -> Texts.text("unit.db", Numbers.signedTenth(value));
        }
        ValueSlider slider = new ValueSlider(key, least, most, pan ? 0.01 : 0.1, words);
        String label = Texts.text("stems.of", Texts.text(key), StemWords.name(stem));
        slider.slider().setId(id(key));
        slider.slider().setAccessibleText(label);
        slider.slider().setBlockIncrement(pan ? 0.05 : 0.5);
        slider.slider().setTooltip(new Tooltip(Texts.text("stems.dial.tip", Texts.text(key))));
        return new Dial(slider, get, with, label);
    }

    private String id(String key) {
        return key + "." + stem.word();
    }

    // ---- what it does

    private void listen() {
        for (Dial dial : dials) {
            dial.slider()
                    .onChange(
                            value -> move(dial.change(), s -> dial.with().apply(s, value)),
                            () -> 0);
            dial.slider()
                    .slider()
                    .valueChangingProperty()
                    .addListener(
                            (observed, before, now) -> {
                                if (!now) {
                                    edits.settle();
                                }
                            });
        }
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        box.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> focusOnBare(event.getTarget()));
        track.shown().subscribe(this::show);
    }

    private void focusOnBare(Object target) {
        if (target == box || target == wave) {
            box.requestFocus();
        }
    }

    private void show(StemMix mix) {
        Strip strip = mix.strips().get(index);
        dials.forEach(dial -> dial.slider().show(dial.get().applyAsDouble(strip)));
        solo.setSelected(strip.solo());
        mute.setSelected(strip.mute());
        boolean toned = strip.lowDb() != 0 || strip.midDb() != 0 || strip.highDb() != 0;
        tone.pseudoClassStateChanged(PseudoClass.getPseudoClass("changed"), toned);
        box.pseudoClassStateChanged(UNHEARD, !mix.isHeard(index));
        box.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        boolean here = event.getTarget() == box;
        double step = event.isShiftDown() ? FINE_STEP_DB : STEP_DB;
        switch (event.getCode()) {
            case S -> act(event, this::switchSolo);
            case M -> act(event, this::switchMute);
            case T -> act(event, tone::fire);
            case LEFT, MINUS, SUBTRACT -> act(event, here, () -> stepGain(-step));
            case RIGHT, PLUS, ADD -> act(event, here, () -> stepGain(step));
            case BACK_SPACE -> act(event, here, this::reset);
            default -> {}
        }
    }

    private static void act(KeyEvent event, Runnable deed) {
        act(event, true, deed);
    }

    private static void act(KeyEvent event, boolean meant, Runnable deed) {
        if (meant) {
            event.consume();
            deed.run();
        }
    }

    private void switchSolo() {
        boolean on = !strip().solo();
        change(on ? "stems.edit.solo" : "stems.edit.solo.off", strip -> strip.withSolo(on));
    }

    private void switchMute() {
        boolean on = !strip().mute();
        change(on ? "stems.edit.mute" : "stems.edit.mute.off", strip -> strip.withMute(on));
    }

    private void reset() {
        change("stems.edit.reset.one", strip -> Strip.NEUTRAL);
    }

    private void stepGain(double db) {
        Dial gain = dials.get(0);
        double wanted = Math.round(10 * (strip().gainDb() + db)) / 10.0;
        double within = Math.max(StemMix.LEAST_GAIN_DB, Math.min(StemMix.MOST_GAIN_DB, wanted));
        move(gain.change(), strip -> strip.withGain(within));
    }

    private Strip strip() {
        return track.shown().get().strips().get(index);
    }

    private void change(String key, UnaryOperator<Strip> what) {
        edits.change(track, Texts.text(key, StemWords.name(stem)), changed(what));
    }

    private void move(String label, UnaryOperator<Strip> what) {
        edits.move(track, label, changed(what));
    }

    private StemMix changed(UnaryOperator<Strip> what) {
        return track.shown().get().with(index, what.apply(strip()));
    }

    private static Strip withLow(Strip strip, double db) {
        return strip.withTone(db, strip.midDb(), strip.highDb());
    }

    private static Strip withMid(Strip strip, double db) {
        return strip.withTone(strip.lowDb(), db, strip.highDb());
    }

    private static Strip withHigh(Strip strip, double db) {
        return strip.withTone(strip.lowDb(), strip.midDb(), db);
    }

    /** M is the mute of the stem here, not that of the player. */
    private void reserve() {
        Stream<Node> controls = dials.stream().map(dial -> dial.slider().slider());
        Stream.concat(Stream.of(box, solo, mute, tone), controls)
                .forEach(node -> actions.reserve(node, KeyCode.S, KeyCode.M, KeyCode.T));
    }

    /** Says the stem and its values. */
    private final class Spoken extends VBox {
        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... more) {
            if (attribute != AccessibleAttribute.TEXT) {
                return super.queryAccessibleAttribute(attribute, more);
            }
            String heard =
                    Texts.text(track.shown().get().isHeard(index) ? "stems.heard" : "stems.silent");
            return Texts.text(
                    "stems.spoken",
                    StemWords.name(stem),
                    StemWords.gain(strip().gainDb()),
                    StemWords.pan(strip().pan()),
                    heard);
        }
    }
}
