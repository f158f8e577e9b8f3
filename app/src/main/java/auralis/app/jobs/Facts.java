package auralis.app.jobs;

import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.export.ExportResult;
import auralis.library.export.Measurement;
import auralis.library.job.Job;
import auralis.library.job.Work;
import auralis.library.json.Json;
import auralis.library.track.JobState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

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

    /** On a worker, because the result has to be read. */
    static List<Fact> of(Job job) throws IOException {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("jobs.fact.work", JobWords.work(job)));
        facts.add(fact("jobs.fact.source", job.stored().source()));
        Targets.folder(job)
                .filter(folder -> job.state() != JobState.DONE)
                .ifPresent(folder -> facts.add(fact("jobs.fact.folder", folder.toString())));
        Optional<String> result = job.stored().result().filter(text -> !text.isEmpty());
        boolean master = job.work().orElse(null) instanceof Work.Master;
        if (job.state() == JobState.DONE && master && result.isPresent()) {
            addResult(facts, Json.read(result.get(), ExportResult.class));
        }
        if (job.stored().attempts() > 1) {
            facts.add(fact("jobs.fact.attempts", String.valueOf(job.stored().attempts())));
        }
        if (!job.stored().active().isZero()) {
            facts.add(fact("jobs.fact.time", JobWords.pace(job)));
        }
        return facts;
    }

    private static void addResult(List<Fact> facts, ExportResult result) {
        result.output().ifPresent(file -> facts.add(fact("jobs.fact.result", file.toString())));
        addFigures(facts, result, "jobs.fact.loudness", "unit.lufs", Measurement::integratedLufs);
        addFigures(facts, result, "jobs.fact.peak", "unit.dbtp", Measurement::truePeakDbtp);
        addLines(facts, "jobs.fact.done", result.sentences());
        addLines(facts, "jobs.fact.warnings", result.warnings());
    }

    private static void addFigures(
            List<Fact> facts,
            ExportResult result,
            String key,
            String unit,
            Function<Measurement, OptionalDouble> of) {
        OptionalDouble before = result.before().map(of).orElse(OptionalDouble.empty());
        OptionalDouble after = result.after().map(of).orElse(OptionalDouble.empty());
        if (before.isPresent() && after.isPresent()) {
            String words =
                    Texts.text(
                            "jobs.fact.change",
                            Numbers.tenth(before),
                            Texts.text(unit, Numbers.tenth(after)));
            facts.add(fact(key, words));
        }
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
            Label words = new Label(fact.words());
            words.setWrapText(true);
            words.setMaxWidth(width - CAPTION_WIDTH);
            words.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), caption, words);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefViewportWidth(width);
        scroll.setMaxHeight(HIGHEST);
        scroll.getStyleClass().add("facts-scroll");
        return scroll;
    }
}
