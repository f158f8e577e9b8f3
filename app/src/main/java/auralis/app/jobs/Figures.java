package auralis.app.jobs;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.report.Comparison;
import auralis.library.report.ReportedFile;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What was measured of a source and of its result, side by side. */
final class Figures {
    private static final double COLUMN_WIDTH = 110;

    private Figures() {}

    static Node of(ReportedFile file) {
        GridPane grid = new GridPane();
        grid.setId("jobs.figures");
        grid.getStyleClass().add("figures");
        ColumnConstraints captions = new ColumnConstraints();
        captions.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(captions);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints(COLUMN_WIDTH);
            column.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                new Label(),
                quiet(Texts.text("jobs.figures.before")),
                quiet(Texts.text("jobs.figures.after")),
                quiet(Texts.text("jobs.figures.difference")));
        Comparison.of(file).stream()
                .filter(row -> row.before().isPresent() || row.after().isPresent())
                .forEach(row -> add(grid, row));
        return grid;
    }

    private static void add(GridPane grid, Comparison row) {
        Label after = new Label(value(row, row.after()));
        after.getStyleClass().add("heading");
        grid.addRow(
                grid.getRowCount(),
                quiet(caption(row)),
                new Label(value(row, row.before())),
                after,
                quiet(difference(row)));
    }

    private static String caption(Comparison row) {
        String unit = row.unit().isEmpty() ? "" : ", " + row.unit();
        return row.note().isEmpty()
                ? row.title() + unit
                : row.title() + unit + " (" + row.note() + ")";
    }

    private static String value(Comparison row, OptionalDouble value) {
        if (value.isEmpty()) {
            return Numbers.UNKNOWN;
        }
        return switch (row.decimals()) {
            case 0 -> Numbers.whole(value.getAsDouble());
            case 1 -> Numbers.tenth(value.getAsDouble());
            default -> Numbers.signedHundredth(value.getAsDouble());
        };
    }

    private static String difference(Comparison row) {
        if (row.difference().isEmpty()) {
            return Numbers.UNKNOWN;
        }
        double value = row.difference().getAsDouble();
        return switch (row.decimals()) {
            case 0 -> Numbers.signedWhole(value);
            case 1 -> Numbers.signedTenth(value);
            default -> Numbers.signedHundredth(value);
        };
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }
}
