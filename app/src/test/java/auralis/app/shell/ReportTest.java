package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Progress;
import auralis.dsp.master.Preset;
import auralis.library.export.ExportPlanner;
import auralis.library.export.ExportRequest;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.preset.Presets;
import auralis.library.track.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What became of files, told in the window, in the browser and in files, by the true parts. */
class ReportTest extends LibraryWindowTestCase {

    private void master(Path... sources) throws IOException, InterruptedException {
        Preset preset = Presets.factory().get(0);
        List<ExportRequest> requests = new ArrayList<>();
        for (Path source : sources) {
            requests.add(
                    new ExportRequest(
                            source,
                            data.resolve("mastered"),
                            preset,
                            OutputFormat.AS_SOURCE,
                            NameTemplate.SOURCE_NAME,
                            OverwritePolicy.NUMBER));
        }
        List<JobQueue.Order> orders =
                ExportPlanner.plan(requests, Set.of(), Progress.NONE).stream()
                        .map(
                                planned ->
                                        new JobQueue.Order(
                                                new Work.Master(planned.order(List.of())),
                                                planned.audioSeconds()))
                        .toList();
        JobQueue queue = services.jobs();
        List<Job> added = queue.add(orders);
        queue.await(added.stream().map(Job::id).collect(Collectors.toSet()));
        robot.push(KeyCode.CONTROL, KeyCode.J);
        waitUntil(() -> list().getItems().size() == sources.length);
    }

    private boolean isThere(String id) {
        return robot.lookup((Node node) -> id.equals(node.getId())).tryQuery().isPresent();
    }

    private TableView<?> list() {
        return (TableView<?>) find("jobs.list");
    }

    @Test
    void whatWasMeasuredStandsSideBySideAndCanBeReadInTheBrowser()
            throws IOException, InterruptedException {
        open();
        waitUntil(() -> services.jobs().atOnce() > 0);
        master(tone("Glass River", 5, 0.15));
        robot.interact(() -> list().getSelectionModel().select(0));
        robot.interact(list()::requestFocus);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> isThere("jobs.figures"));
        assertThat(texts()).contains("Before", "After", "Difference", "Loudness, LUFS", "−14.0");

        robot.clickOn(find("jobs.report.open"));
        waitUntil(() -> desktop.opened.size() == 1);
        assertThat(desktop.opened.get(0)).isEqualTo(data.resolve("reports/Glass River.html"));
        assertThat(desktop.opened.get(0)).content().contains("Glass River", "<svg");

        robot.clickOn(find("jobs.report.save"));
        waitForToast("Report saved as " + music.resolve("Glass River.html"));
        assertThat(music.resolve("Glass River.html")).content().contains("Glass River");
    }

    @Test
    void aBatchHasOneReportAndItsNameSaysTheFormat() throws IOException, InterruptedException {
        open();
        waitUntil(() -> services.jobs().atOnce() > 0);
        Path gone = tone("Away", 1, 0.1);
        Path there = tone("Night Bus", 4, 0.1);
        Files.delete(gone);
        master(gone, there);
        Button report = (Button) find("jobs.report");
        waitUntil(report::isVisible);
        robot.interact(report::fire);
        waitUntil(() -> isThere("jobs.report.list"));
        TableView<?> lines = (TableView<?>) find("jobs.report.list");
        assertThat(lines.getColumns().get(0).getCellData(1)).isEqualTo("Night Bus");
        assertThat(lines.getColumns().get(1).getCellData(0)).asString().startsWith("Failed: ");
        assertThat(lines.getColumns().get(3).getCellData(1)).isEqualTo("−14.0");

        desktop.file = music.resolve("report.csv");
        robot.clickOn(find("jobs.report.save"));
        waitForToast("Report saved as " + desktop.file);
        assertThat(Files.readAllLines(desktop.file)).hasSize(3);
    }

    @Test
    void whatFailedIsEditedAndDoneElsewhere() throws IOException, InterruptedException {
        open();
        waitUntil(() -> services.jobs().atOnce() > 0);
        Files.writeString(data.resolve("mastered"), "no folder");
        master(tone("Glass River", 4, 0.1));
        assertThat(services.jobs().jobs().get(0).state()).isEqualTo(JobState.FAILED);
        robot.interact(() -> list().getSelectionModel().select(0));
        robot.interact(list()::requestFocus);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> isThere("jobs.sheet.EDIT"));
        robot.clickOn(find("jobs.sheet.EDIT"));
        waitUntil(() -> isThere("export.go"));
        assertThat(((TextField) find("export.folder")).getText())
                .isEqualTo(data.resolve("mastered").toString());
        robot.clickOn(find("export.folder.choose"));
        robot.interact(() -> ((TextField) find("export.name")).setText("{name} mastered"));
        waitUntil(() -> label("export.names").equals("Glass River mastered.wav"));
        assertThat(((Button) find("export.go")).getText()).isEqualTo("Save and retry");
        choose("export.preset", preset -> ((Preset) preset).title().equals("Warm"));
        choose("export.target", target -> target.toString().contains("-23.0"));
        waitUntil(() -> !find("export.go").isDisabled());
        robot.clickOn(find("export.go"));
        waitUntil(() -> services.jobs().jobs().get(0).state() == JobState.DONE);
        assertThat(services.jobs().jobs()).hasSize(1);
        assertThat(music.resolve("Glass River mastered.wav")).exists();
        Work.Master done = (Work.Master) services.jobs().jobs().get(0).work().orElseThrow();
        assertThat(done.order().preset().title()).isEqualTo("Warm");
        assertThat(done.order().preset().settings().loudness().targetLufs()).isEqualTo(-23);
        waitUntil(() -> texts().contains("Done"));
        robot.interact(list()::requestFocus);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> isThere("jobs.figures"));
        assertThat(texts()).contains("−23.0");
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, Predicate<Object> wanted) {
        ComboBox<Object> combo = (ComboBox<Object>) find(id);
        robot.interact(
                () ->
                        combo.setValue(
                                combo.getItems().stream()
                                        .filter(wanted)
                                        .findFirst()
                                        .orElseThrow()));
    }
}
