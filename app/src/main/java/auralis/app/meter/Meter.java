package auralis.app.meter;

import auralis.app.text.Texts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Window;

/**
 * A drawn meter: a caption, a scale that is drawn when its size or colours change, and what moves
 * on it. Its children are placed by hand and not managed, so that a number that changes 10 times a
 * second never makes the window lay itself out.
 */
abstract class Meter extends Region {
    static final double CAPTION_HEIGHT = 16;

    /** Where pictures begin. */
    static final double TOP = 21;

    /** Two bars and the numbers of their scale under them. */
    static final double BAR = 15;

    static final double SECOND_BAR = TOP + BAR + 5;
    static final double UNDER_BARS = SECOND_BAR + BAR;
    static final double FIGURES = UNDER_BARS + 17;
    static final double FIGURES_HEIGHT = 22;

    private static final double SCALE_FONT = 10;
    private static final StyleablePropertyFactory<Meter> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final Map<Ink, CssMetaData<Meter, Color>> COLORS = new EnumMap<>(Ink.class);

    static {
        for (Ink ink : Ink.values()) {
            COLORS.put(
                    ink,
                    STYLES.createColorCssMetaData(
                            ink.property(), meter -> meter.inks.get(ink), Color.GRAY, false));
        }
    }

    private final Map<Ink, StyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
    private final Canvas scale = new Canvas();
    private final Label caption = label("meter-caption");
    private final String id;
    private Runnable press;
    private double[] places = {};

    /**
     * @param id also the key of its caption; {@code id.name} is what it is called in full
     */
    Meter(String id) {
        this.id = id;
        for (Ink ink : Ink.values()) {
            inks.put(
                    ink,
                    new SimpleStyleableObjectProperty<>(
                            COLORS.get(ink), this, ink.property(), Color.GRAY));
            inks.get(ink).subscribe(this::requestLayout);
        }
        setId(id);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Texts.text(id + ".name"));
        getStyleClass().addAll("meter", id.replace('.', '-'));
        caption.setText(Texts.text(id));
        scale.setManaged(false);
        scale.setMouseTransparent(true);
        getChildren().add(scale);
        Tooltip.install(this, new Tooltip(Texts.text(id + ".tip")));
        setOnMousePressed(event -> requestFocus());
    }

    /** Shows a reading; the numbers only now and then, so that they can be read. */
    abstract void show(Heard heard, boolean numbers);

    /** Nothing plays: what moves is gone, what was measured over the track stays. */
    abstract void rest();

    /** Draws what stands still. */
    abstract void drawScale(GraphicsContext pen);

    /** The words of the screen reader. */
    abstract String spoken();

    /** Where mastering aims has changed. */
    void aim(Aim aim) {}

    Label caption() {
        return caption;
    }

    Color color(Ink ink) {
        return inks.get(ink).get();
    }

    /** Has the whole meter drawn again, at the next pulse. */
    void redraw() {
        requestLayout();
    }

    /** Does it on a click and on Enter. */
    void onPress(Runnable run) {
        press = run;
        getStyleClass().add("pressable");
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        run.run();
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        run.run();
                    }
                });
    }

    /** A layer for what moves: small, because all of it is drawn again. */
    final Canvas layer() {
        return add(new Canvas());
    }

    /** Puts a layer where it is needed; one still draws on it by the places of the meter. */
    static void fit(Canvas layer, double x, double y, double width, double height) {
        layer.relocate(x, y);
        layer.setWidth(Math.max(0, width));
        layer.setHeight(Math.max(0, height));
    }

    /**
     * Whether anything stands at another place, or in another colour, than at the last call, so
     * that it has to be drawn.
     */
    boolean moved(double... now) {
        boolean moved = !Arrays.equals(places, now);
        places = now;
        return moved;
    }

    final Label label(String... styleClasses) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClasses);
        return add(label);
    }

    final <N extends Node> N add(N node) {
        node.setManaged(false);
        node.setMouseTransparent(true);
        getChildren().add(node);
        return node;
    }

    /** Puts a child at a place of its own. */
    static void place(Region child, double x, double y, double width, double height) {
        child.resizeRelocate(x, y, width, height);
    }

    /** Pixels per unit of the screen the window is on. */
    double resolution() {
        Window window = getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    /** Writes a number of a scale, as the pen is aligned. */
    void number(GraphicsContext pen, String text, double x, double baseline) {
        pen.setFont(Font.font(caption.getFont().getFamily(), SCALE_FONT));
        pen.setFill(color(Ink.SCALE));
        pen.fillText(text, x, baseline);
    }

    @Override
    protected void layoutChildren() {
        fit(scale, 0, 0, getWidth(), getHeight());
        places = new double[0];
        place(caption, 0, 0, getWidth(), CAPTION_HEIGHT);
        GraphicsContext pen = cleared(scale);
        drawScale(pen);
    }

    /** Empties a layer and answers how to draw on it. */
    GraphicsContext cleared(Canvas canvas) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double x = canvas.getLayoutX();
        double y = canvas.getLayoutY();
        pen.setTransform(1, 0, 0, 1, -x, -y);
        pen.clearRect(x, y, canvas.getWidth(), canvas.getHeight());
        return pen;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? Texts.text("meter.spoken", getAccessibleText(), spoken())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE && press != null) {
            press.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
