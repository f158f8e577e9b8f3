package auralis.app.jobs;

import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.export.Measurement;
import auralis.library.job.Job;
import auralis.library.report.Outlier;
import auralis.library.report.Report;
import auralis.library.report.ReportedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** The report of a batch: a line for each file, and which of them stand out. */
final class BatchTable {
    private static final double WIDTH = 800;
    private static final double FIGURE_WIDTH = 96;
    private static final double ROW_HEIGHT = 30;
    private static final double HIGHEST = 270;
    private static final int MOST_OUTLIERS = 6;

    private record Line(Job job, ReportedFile file) {}

    private BatchTable() {}

    /**
     * @param jobs those that the report is of, in its order
     * @param titles what they are about
     */
    static Node of(List<Job> jobs, Function<Job, String> titles, Report report) {
        List<Line> lines =
                IntStream.range(0, jobs.size())
                        .mapToObj(i -> new Line(jobs.get(i), report.files().get(i)))
                        .toList();
        VBox body = new VBox(table(lines, titles));
        body.getStyleClass().add("sheet-body");
        List<Facts.Fact> outliers =
                Outlier.of(report).stream().limit(MOST_OUTLIERS).map(BatchTable::words).toList();
        if (!outliers.isEmpty()) {
            Label heading = new Label(Texts.text("jobs.report.outliers"));
            heading.getStyleClass().add("heading");
            body.getChildren().addAll(heading, Facts.grid(outliers, WIDTH));
        }
        return body;
    }

    private static Facts.Fact words(Outlier outlier) {
        String whose = outlier.file().map(BatchTable::name).orElse(Texts.text("jobs.report.album"));
        return new Facts.Fact("", whose + ": " + Numbers.withTrueMinus(outlier.reason()));
    }

    private static Node table(List<Line> lines, Function<Job, String> titles) {
        TableView<Line> table = Named.named(new TableView<>(), "jobs.report.list");
        table.getStyleClass().addAll("tracks", "dense", "report");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPrefSize(WIDTH, Math.min(HIGHEST, ROW_HEIGHT * (lines.size() + 1) + 4));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(FXCollections.observableArrayList(lines));
        table.getColumns()
                .setAll(
                        List.of(
                                words("jobs.column.track", 260, line -> titles.apply(line.job())),
                                words("jobs.column.state", 160, line -> JobWords.state(line.job())),
                                figure("jobs.report.before", line -> lufs(line.file().before())),
                                figure("jobs.report.after", line -> lufs(line.file().after())),
                                figure("jobs.report.difference", line -> difference(line.file())),
                                figure("jobs.report.peak", line -> peak(line.file().after()))));
        return table;
    }

    private static TableColumn<Line, String> words(
            String key, double width, Function<Line, String> words) {
        TableColumn<Line, String> column = new TableColumn<>(Texts.text(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        column.getStyleClass().add("words");
        return column;
    }

    private static TableColumn<Line, String> figure(String key, Function<Line, String> figure) {
        TableColumn<Line, String> column = words(key, FIGURE_WIDTH, figure);
        column.setMinWidth(FIGURE_WIDTH);
        column.setMaxWidth(FIGURE_WIDTH);
        column.getStyleClass().remove("words");
        column.getStyleClass().add("figure");
        return column;
    }

    private static String name(ReportedFile file) {
        return String.valueOf(Path.of(file.source()).getFileName());
    }

    private static String lufs(Optional<Measurement> measured) {
        return measured.map(one -> Numbers.tenth(one.integratedLufs())).orElse("");
    }

    private static String peak(Optional<Measurement> measured) {
        return measured.map(one -> Numbers.tenth(one.truePeakDbtp())).orElse("");
    }

    private static String difference(ReportedFile file) {
        OptionalDouble before = integrated(file.before());
        OptionalDouble after = integrated(file.after());
        return before.isPresent() && after.isPresent()
                ? Numbers.signedTenth(after.getAsDouble() - before.getAsDouble())
                : "";
    }

    private static OptionalDouble integrated(Optional<Measurement> measured) {
        return measured.map(Measurement::integratedLufs).orElse(OptionalDouble.empty());
    }
}
