package auralis.app.jobs;

import auralis.app.action.Actions;
import auralis.app.sheet.Sheet;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.job.Job;
import auralis.library.report.JobReports;
import auralis.library.report.Report;
import auralis.library.report.ReportedFile;
import auralis.library.track.JobState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Pages over the window that tell more of a job, or of all. */
final class JobSheets {
    private static final double WIDTH = 600;

    private final Jobs jobs;
    private final Host host;
    private final Actions actions;

    JobSheets(Jobs jobs, Host host, Actions actions) {
        this.jobs = jobs;
        this.host = host;
        this.actions = actions;
    }

    /** What there is to tell of a job. */
    private record Told(List<Facts.Fact> facts, Optional<ReportedFile> reported) {
        /** On a worker, because the result has to be read. */
        static Told of(Job job) throws IOException {
            boolean compared = job.state() == JobState.DONE && JobReports.tellOf(job);
            Optional<ReportedFile> reported =
                    compared ? Optional.of(JobReports.file(job)) : Optional.empty();
            return new Told(Facts.of(job, reported), reported);
        }
    }

    /** What came of a job, or why nothing did. */
    void details(Job job) {
        jobs.ask(progress -> Told.of(job), told -> show(job, told));
    }

    /** What came of those of several that have ended. */
    void report(List<Job> several) {
        List<Job> mastered = several.stream().filter(Deed.REPORT::fits).toList();
        jobs.ask(progress -> JobReports.of(mastered), report -> show(mastered, report));
    }

    private void show(List<Job> mastered, Report report) {
        Sheet sheet =
                new Sheet(
                        "jobs.report",
                        Texts.text("jobs.report.of", report.files().size()),
                        actions);
        List<Node> foot = new ArrayList<>(List.of(space()));
        foot.addAll(reportButtons(report, Texts.text("jobs.report.name")));
        finish(sheet, BatchTable.of(mastered, jobs::title, report), foot);
    }

    private void show(Job job, Told told) {
        Sheet sheet = new Sheet("jobs.sheet", jobs.title(job), actions);
        VBox body = new VBox();
        body.getStyleClass().add("sheet-body");
        job.stored().error().ifPresent(error -> body.getChildren().add(sentence(error)));
        List<Node> parts = new ArrayList<>();
        told.reported()
                .filter(file -> file.before().isPresent() || file.after().isPresent())
                .ifPresent(file -> parts.add(Figures.of(file)));
        parts.add(Facts.grid(told.facts(), WIDTH));
        body.getChildren().add(Facts.scrolling(WIDTH, parts.toArray(Node[]::new)));
        List<Node> foot = new ArrayList<>();
        if (job.stored().error().isPresent()) {
            Button copy = Named.labelled(new Button(), "jobs.sheet.copy");
            copy.setOnAction(event -> copy(job.stored().source() + "\n" + reasonOf(job)));
            foot.add(copy);
        }
        foot.add(space());
        told.reported()
                .map(file -> reportButtons(new Report(List.of(file)), JobWords.fileTitle(job)))
                .ifPresent(foot::addAll);
        for (Deed deed : List.of(Deed.EDIT, Deed.RETRY, Deed.SHOW_FILE)) {
            if (deed.fits(job)) {
                foot.add(button(deed, job, sheet));
            }
        }
        finish(sheet, body, foot);
    }

    private Node button(Deed deed, Job job, Sheet sheet) {
        Button button = new Button(Texts.text(deed.key()));
        button.setId("jobs.sheet." + deed.name());
        button.setOnAction(
                event -> {
                    sheet.close();
                    new Deeds(jobs, host, this::details, this::report).perform(deed, List.of(job));
                });
        return button;
    }

    private List<Node> reportButtons(Report report, String name) {
        Button save = Named.labelled(new Button(), "jobs.report.save");
        save.setOnAction(event -> host.saveReport(report, name));
        Button open = Named.labelled(new Button(), "jobs.report.open");
        open.setOnAction(event -> host.openReport(report, name));
        return List.of(save, open);
    }

    private static String reasonOf(Job job) {
        return job.stored().error().orElse("");
    }

    /** It can be selected, and read to its end. */
    private static Node sentence(String error) {
        TextArea words = Named.named(new TextArea(error), "jobs.sheet.sentence");
        words.setEditable(false);
        words.setWrapText(true);
        words.setPrefRowCount(Math.min(8, 2 + error.length() / 90));
        words.setPrefWidth(WIDTH);
        return words;
    }

    /** How long all took, how fast that was, and what kinds of failures there were. */
    void statistics() {
        Standing now = jobs.standing().get();
        List<Facts.Fact> facts = new ArrayList<>();
        double work =
                now.jobs().stream()
                        .mapToDouble(job -> job.stored().active().toMillis() / 1e3)
                        .sum();
        double sound =
                now.in(Set.of(JobState.DONE)).stream()
                        .mapToDouble(job -> job.stored().audioSeconds().orElse(0))
                        .sum();
        facts.add(Facts.fact("jobs.stat.done", String.valueOf(now.tally().of(JobState.DONE))));
        facts.add(Facts.fact("jobs.stat.sound", Numbers.time(sound)));
        facts.add(Facts.fact("jobs.stat.work", Numbers.time(work)));
        facts.add(Facts.fact("jobs.stat.speed", speed(now.speed())));
        Sheet sheet = new Sheet("jobs.stat", Texts.text("jobs.stat"), actions);
        VBox body = new VBox(Facts.scrolling(WIDTH, Facts.grid(facts, WIDTH)));
        body.getStyleClass().add("sheet-body");
        List<Failures> failures = Failures.of(now.jobs());
        if (!failures.isEmpty()) {
            Label heading = new Label(Texts.text("jobs.stat.failures"));
            heading.getStyleClass().add("heading");
            body.getChildren().add(heading);
            List<Facts.Fact> kinds =
                    failures.stream()
                            .limit(8)
                            .map(kind -> new Facts.Fact(kind.count() + " ×", kind.kind()))
                            .toList();
            body.getChildren().add(Facts.scrolling(WIDTH, Facts.grid(kinds, WIDTH)));
        }
        finish(sheet, body, new ArrayList<>(List.of(space())));
    }

    private static String speed(OptionalDouble factor) {
        return factor.isEmpty()
                ? Numbers.UNKNOWN
                : Texts.text("jobs.stat.times", JobWords.speed(factor.getAsDouble()));
    }

    private void finish(Sheet sheet, Node body, List<Node> foot) {
        Button close = sheet.closing("jobs.sheet.close");
        close.getStyleClass().add("accent");
        foot.add(close);
        sheet.setContent(body);
        sheet.setFoot(foot.toArray(Node[]::new));
        host.show(sheet, close);
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
