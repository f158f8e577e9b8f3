package auralis.app.master;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;

/**
 * A small picture that stands still: shapes, which the style sheet colours, made anew only when
 * what they show has changed. It says the same in words.
 */
abstract class Plot extends Region {
    static final double WIDTH = 305;

    /** Of the numbers on the left. */
    static final double LEFT = 30;

    /** Of the numbers below. */
    static final double BELOW = 15;

    private static final PseudoClass PROVISIONAL = PseudoClass.getPseudoClass("provisional");
    private static final double ARROW = 6;

    private final double height;
    private final Tooltip tip = new Tooltip();

    Plot(String id, double height) {
        this.height = height;
        setId(id);
        getStyleClass().add("plot");
        setMinSize(WIDTH, height);
        setMaxSize(WIDTH, height);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        Tooltip.install(this, tip);
        setOnMousePressed(event -> requestFocus());
    }

    /** Whether what is drawn is an estimate. */
    final void provisional(boolean now) {
        pseudoClassStateChanged(PROVISIONAL, now);
    }

    final void words(String words) {
        setAccessibleText(words);
        tip.setText(words);
    }

    final double bottom() {
        return height - BELOW;
    }

    final <N extends Node> N add(N node, String styleClass) {
        node.getStyleClass().add(styleClass);
        node.setManaged(false);
        node.setMouseTransparent(true);
        getChildren().add(node);
        return node;
    }

    final void line(double x1, double y1, double x2, double y2, String styleClass) {
        add(new Line(crisp(x1), crisp(y1), crisp(x2), crisp(y2)), styleClass);
    }

    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }

    /** Numbers right-aligned before the picture. */
    final void left(String text, double y) {
        label(text, 0, y - 8, LEFT - 6, "plot-left");
    }

    /** Numbers centred under it. */
    final void below(String text, double x) {
        label(text, x - 30, bottom() + 1, 60, "plot-below");
    }

    final void label(String text, double x, double y, double width, String styleClass) {
        Label label = add(new Label(text), styleClass);
        label.resizeRelocate(x, y, width, 16);
    }

    /** A line with a head at its end. */
    final void arrow(double x1, double y1, double x2, double y2, String styleClass) {
        add(new Line(x1, y1, x2, y2), styleClass);
        double angle = Math.atan2(y2 - y1, x2 - x1);
        Polyline head = new Polyline();
        for (double turn : new double[] {2.6, 0, -2.6}) {
            double reach = turn == 0 ? 0 : ARROW;
            head.getPoints()
                    .addAll(
                            x2 + reach * Math.cos(angle + turn),
                            y2 + reach * Math.sin(angle + turn));
        }
        add(head, styleClass);
    }

    final <S extends Shape> S shape(S shape, String styleClass) {
        return add(shape, styleClass);
    }
}
