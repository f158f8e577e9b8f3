package auralis.library.report;

import java.util.Locale;

/**
 * A drawing with axes, as SVG that stands in a page and takes its colours from the page's style. Y
 * grows upwards.
 */
final class Plot {
    static final int WIDTH = 480;

    private final StringBuilder svg = new StringBuilder();
    private final String title;
    private final int height;

    /** A range of values and the pixels they lie on. */
    record Scale(double from, double to, double fromPx, double toPx) {
        double px(double value) {
            double inside = Math.max(Math.min(from, to), Math.min(Math.max(from, to), value));
            return fromPx + (inside - from) / (to - from) * (toPx - fromPx);
        }
    }

    /**
     * @param title for those who cannot see it
     */
    Plot(String title, int height) {
        this.title = title;
        this.height = height;
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        add("<path class=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>", style, x1, y1, x2, y2);
    }

    /**
     * @param anchor start, middle or end
     */
    void text(String anchor, double x, double y, String text) {
        add("<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", anchor, x, y, text);
    }

    void bar(double x, double width, double fromY, double toY) {
        add(
                "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                x, Math.min(fromY, toY), width, Math.abs(fromY - toY));
    }

    /** A line through points. */
    void curve(String style, double[] xs, double[] ys) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            path.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", xs[i], ys[i]));
        }
        add("<path class=\"%s\" d=\"%s\"/>", style, path);
    }

    private void add(String element, Object... values) {
        svg.append(String.format(Locale.ROOT, element, values)).append('\n');
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n%s</svg>%n",
                WIDTH,
                height,
                Html.escaped(title),
                svg);
    }
}
