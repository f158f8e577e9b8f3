package auralis.app.jobs;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.report.ReportedFile;
import auralis.library.track.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What there is to know of a job, as pairs of words. */
final class Facts {
    private static final double HIGHEST = 380;
    private static final double CAPTION_WIDTH = 130;

    /**
     * @param caption empty for one that goes on with the fact above
     */
    record Fact(String caption, String words) {}

    private Facts() {}

    static Fact fact(String key, String words) {
        return new Fact(Texts.text(key), words);
    }

    static List<Fact> of(Job job, Optional<ReportedFile> reported) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("jobs.fact.work", JobWords.work(job)));
        facts.add(fact("jobs.fact.source", job.stored().source()));
        Targets.folder(job)
                .filter(folder -> job.state() != JobState.DONE)
                .ifPresent(folder -> facts.add(fact("jobs.fact.folder", folder.toString())));
        reported.ifPresent(file -> addResult(facts, file));
        if (job.stored().attempts() > 1) {
            facts.add(fact("jobs.fact.attempts", String.valueOf(job.stored().attempts())));
        }
        if (!job.stored().active().isZero()) {
            facts.add(fact("jobs.fact.time", JobWords.pace(job)));
        }
        return facts;
    }

    private static void addResult(List<Fact> facts, ReportedFile file) {
        file.output().ifPresent(output -> facts.add(fact("jobs.fact.result", output)));
        addLines(facts, "jobs.fact.done", file.sentences());
        addLines(facts, "jobs.fact.warnings", file.warnings());
    }

    private static void addLines(List<Fact> facts, String key, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String words = Numbers.withTrueMinus(lines.get(i));
            facts.add(i == 0 ? fact(key, words) : new Fact("", words));
        }
    }

    static Node grid(List<Fact> facts, double width) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints captions = new ColumnConstraints();
        captions.setMinWidth(CAPTION_WIDTH);
        grid.getColumnConstraints().add(captions);
        for (Fact fact : facts) {
            Label caption = new Label(fact.caption());
            caption.getStyleClass().add("quiet");
            GridPane.setValignment(caption, VPos.TOP);
            Label words = new Label(fact.words());
            words.setWrapText(true);
            words.setMaxWidth(width - CAPTION_WIDTH);
            words.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), caption, words);
        }
        return grid;
    }

    /** Stands as high as there is to show, up to what fits into a small window. */
    static ScrollPane scrolling(double width, Node... nodes) {
        VBox content = new VBox(nodes);
        content.getStyleClass().add("sheet-body");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefViewportWidth(width);
        scroll.setMaxHeight(HIGHEST);
        scroll.getStyleClass().add("facts-scroll");
        return scroll;
    }
}
