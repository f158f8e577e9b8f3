package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue as a script sees it: what commands leave in it, and what goes on with it. */
class JobsCommandTest {
    private static final StreamFormat FORMAT = StreamFormat.mono(44_100);
    private static final int FRAMES = 44_100;

    @TempDir Path folder;
    private Path song;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        song = tone("song.wav", 220);
        out = folder.resolve("out");
    }

    @Test
    void whatWasMasteredStaysInTheQueueUntilItIsCleared() throws IOException {
        Path missing = folder.resolve("missing.wav");
        assertThat(master(song, missing).code()).isEqualTo(1);
        JsonNode jobs = json("jobs", "list");
        assertThat(jobs).hasSize(2);
        assertThat(jobs.at("/0/state").asText()).isEqualTo("done");
        assertThat(jobs.at("/0/progress").asDouble()).isEqualTo(1);
        assertThat(jobs.at("/0/source").asText()).isEqualTo(song.toString());
        assertThat(jobs.at("/1/state").asText()).isEqualTo("failed");
        assertThat(jobs.at("/1/error").asText()).startsWith("missing.wav: it is not there");
        assertThat(run("jobs", "list").out())
                .contains("id  work    file")
                .contains("100%")
                .contains("missing.wav: it is not there");
        assertThat(run("jobs", "list", "--state", "held").out()).contains("no jobs in this state");
        assertThat(json("jobs", "list", "--state", "done,failed", "--limit", "1").at("/0/state"))
                .isEqualTo(jobs.at("/1/state"));
        assertThat(run("jobs", "stats").out())
                .contains("master     1       1")
                .contains("1 failed: it is not there");

        assertThat(run("jobs", "clear").out()).isEqualTo("2 jobs cleared.\n");
        assertThat(run("jobs", "list").out()).isEqualTo("There are no jobs.\n");
        assertThat(out.resolve("song.wav")).exists();
    }

    @Test
    void whatFailedIsTriedAgain() throws IOException {
        Path missing = folder.resolve("missing.wav");
        assertThat(master(song, missing).code()).isEqualTo(1);
        assertThat(run("jobs", "run").out()).isEqualTo("There is nothing to do.\n");
        tone("missing.wav", 330);
        assertThat(run("jobs", "retry").out()).isEqualTo("1 job to be tried again.\n");
        CommandRun again = run("jobs", "run");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("missing.wav: done");
        assertThat(names(out)).containsExactly("missing.wav", "song.wav");
    }

    @Test
    void jobsAreHeldMovedResumedAndWorkedOff() throws IOException {
        List<Long> ids = add(analyse("song.wav"), analyse("song.wav"), analyse("none.wav"));
        String last = ids.get(2).toString();
        assertThat(run("jobs", "hold", ids.get(0).toString()).out()).isEqualTo("1 job held.\n");
        assertThat(run("jobs", "move", "--to-front", last, ids.get(1).toString()).code()).isZero();
        assertThat(json("jobs", "list").findValuesAsText("id"))
                .containsExactly(ids.get(1).toString(), last, ids.get(0).toString());

        JsonNode ended = json("jobs", "run");
        assertThat(ended.findValuesAsText("state")).containsExactly("done", "failed");
        assertThat(run("jobs", "resume", "all").out()).isEqualTo("1 job resumed.\n");
        assertThat(run("jobs", "pause", "all").out()).isEqualTo("1 job paused.\n");
        assertThat(run("jobs", "cancel", "held").out()).isEqualTo("1 job cancelled.\n");
        assertThat(json("jobs", "list", "--state", "cancelled")).hasSize(1);
        assertThat(run("jobs", "clear", "all").out()).isEqualTo("3 jobs cleared.\n");
    }

    @Test
    void whereThereIsNothingToDoIsSaid() throws IOException {
        assertThat(run("jobs", "cancel", "all").out()).isEqualTo("There is nothing to cancel.\n");
        assertThat(run("jobs", "cancel", "all").code()).isZero();
        master(song);
        String id = json("jobs", "list").at("/0/id").asText();
        CommandRun cancel = run("jobs", "cancel", id);
        assertThat(cancel.code()).isEqualTo(1);
        assertThat(cancel.err())
                .isEqualTo("Job " + id + " is done, so there is nothing to cancel.\n");
    }

    @Test
    void triesAreCountedOn() throws IOException {
        master(folder.resolve("missing.wav"));
        run("jobs", "retry");
        run("jobs", "run");
        assertThat(json("jobs", "list").at("/0/attempts").asInt()).isEqualTo(2);
    }

    @Test
    void foldersAreScannedAsJobs() throws IOException {
        CommandRun scan = run("library", "scan", "--queue", folder.toString());
        assertThat(scan.code()).isZero();
        assertThat(scan.out()).startsWith("1 files found: 1 new");
        assertThat(json("jobs", "list").at("/0/work").asText()).isEqualTo("scan");
    }

    @Test
    void whatIsNoJobIsSaid() {
        assertThat(run("jobs", "cancel", "7").err()).contains("There is no job 7.");
        assertThat(run("jobs", "cancel", "7").code()).isEqualTo(1);
        CommandRun word = run("jobs", "pause", "everything");
        assertThat(word.code()).isEqualTo(2);
        assertThat(word.err()).contains("no state").contains("interrupted");
        assertThat(run("jobs", "run", "--jobs", "0").code()).isEqualTo(2);
        assertThat(run("jobs", "list", "--limit", "0").code()).isEqualTo(2);
    }

    @Test
    void namesThatUnfinishedWorkIsGoingToWriteAreTaken() throws IOException {
        master(song);
        Files.delete(out.resolve("song.wav"));
        // As a kill leaves it: unfinished, with a target.
        try (Library library = library();
                JobQueue queue = JobQueue.open(library)) {
            Job done = queue.jobs().get(0);
            Work work = done.work().orElseThrow();
            long id =
                    queue.add(List.of(new JobQueue.Order(work, OptionalDouble.empty())))
                            .get(0)
                            .id();
            queue.interrupt(List.of(id));
        }
        String other = "--intensity=50";
        assertThat(run("master", "--out", out.toString(), other, song.toString()).code()).isZero();
        assertThat(names(out)).containsExactly("song (2).wav");
        assertThat(run("jobs", "run").code()).isZero();
        assertThat(names(out)).containsExactly("song (2).wav", "song.wav");
    }

    @Test
    void aFileThatCannotBeReadFailsAloneAndTheAlbumGoesOn() throws IOException {
        Path text = Files.writeString(folder.resolve("broken.wav"), "not sound at all\n");
        Path other = tone("other.wav", 440);
        CommandRun run =
                run(
                        "--json",
                        "master",
                        song.toString(),
                        text.toString(),
                        other.toString(),
                        "--album",
                        "--out",
                        out.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("broken.wav: it is text, not sound");
        JsonNode files = new ObjectMapper().readTree(run.out()).at("/files");
        assertThat(files.findValuesAsText("state")).containsExactly("done", "failed", "done");
        assertThat(files.at("/0/plan/gainDb")).isEqualTo(files.at("/2/plan/gainDb"));
    }

    @Test
    void aLibraryThatCannotBeWrittenStopsNoMastering() throws Exception {
        library().close();
        Path database = folder.resolve("data").resolve(Backups.DATABASE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.createStatement().execute("PRAGMA user_version = 999");
        }
        CommandRun run = master(song);
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("newer Auralis");
        assertThat(names(out)).containsExactly("song.wav");
        assertThat(run("jobs", "list").err()).contains("There is no queue of work");
    }

    @Test
    void aKilledBatchGoesOnWhereItWas() throws Exception {
        List<Path> songs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            songs.add(tone("song" + i + ".wav", 200 + 50 * i));
        }
        assertThat(master(songs.toArray(Path[]::new)).code()).isZero();
        Path whole = folder.resolve("whole");
        Files.move(out, whole);

        Path data = folder.resolve("killed");
        Process child = start(data, songs);
        try (BufferedReader answers =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = answers.readLine();
            while (line != null && !line.contains("real time")) {
                line = answers.readLine();
            }
            assertThat(line).isNotNull();
        } finally {
            child.destroyForcibly().waitFor();
        }
        CommandRun.of(data, "jobs", "run");

        assertThat(names(out)).isEqualTo(names(whole));
        for (String name : names(whole)) {
            assertThat(out.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
        }
        JsonNode jobs =
                new ObjectMapper()
                        .readTree(CommandRun.of(data, "--json", "jobs", "list").out())
                        .at("/jobs");
        assertThat(jobs.findValuesAsText("state")).hasSize(4).containsOnly("done");
    }

    private Process start(Path data, List<Path> songs) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "auralis.app.Main",
                                "--data-dir",
                                data.toString(),
                                "master",
                                "--jobs",
                                "1",
                                "--out",
                                out.toString()));
        songs.forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private JobQueue.Order analyse(String name) {
        return new JobQueue.Order(new Work.Analyse(folder.resolve(name)), OptionalDouble.of(1));
    }

    private List<Long> add(JobQueue.Order... orders) throws IOException {
        try (Library library = library();
                JobQueue queue = JobQueue.open(library)) {
            return queue.add(List.of(orders)).stream().map(Job::id).toList();
        }
    }

    private Library library() throws IOException {
        Path data = folder.resolve("data");
        return new Library(Database.open(data.resolve(Backups.DATABASE)), data);
    }

    private CommandRun master(Path... files) {
        List<String> args = new ArrayList<>(List.of("master", "--out", out.toString()));
        Stream.of(files).map(Path::toString).forEach(args::add);
        return run(args.toArray(String[]::new));
    }

    private JsonNode json(String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(args));
        return new ObjectMapper().readTree(run(all.toArray(String[]::new)).out()).at("/jobs");
    }

    private CommandRun run(String... args) {
        return CommandRun.of(folder.resolve("data"), args);
    }

    private Path tone(String name, double hertz) throws IOException {
        AudioBlock block = new AudioBlock(1, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            block.plane(0)[i] = (float) (0.1 * Math.sin(2 * Math.PI * hertz * i / FRAMES));
        }
        Path file = folder.resolve(name);
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
