package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.library.Library;
import auralis.library.backup.Backups;
import auralis.library.db.Database;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.media.Encoding;
import auralis.library.media.FileHash;
import auralis.library.media.Media;
import auralis.library.track.JobState;
import auralis.library.track.StoredJob;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that was interrupted, given again. */
class GoingOnTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(22_050);

    @TempDir private Path folder;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        out = folder.resolve("out");
        tone("one.wav", 220);
        tone("two.wav", 330);
    }

    private void tone(String name, double hertz) throws IOException {
        AudioBlock block = new AudioBlock(2, 2 * FORMAT.sampleRate());
        for (int i = 0; i < block.frames(); i++) {
            double t = FORMAT.seconds(i);
            block.plane(0)[i] = (float) (0.2 * Math.sin(2 * Math.PI * hertz * t));
            block.plane(1)[i] = block.plane(0)[i] / 2;
        }
        Path file = Files.createDirectories(folder.resolve("music")).resolve(name);
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "master MUSIC --out OUT --preset warm --intensity 70 --album --ceiling -1.5"
                        + " --if-exists replace",
                "master MUSIC --out OUT --mode reference --reference MUSIC/two.wav",
                "master MUSIC --out OUT --effects"
                        + " [{\"effect\":\"gain\",\"values\":{\"gainDb\":-6}}]",
                "effects MUSIC --out OUT --chain [{\"effect\":\"reverb\"}] --tail 0.5 --if-exists"
                        + " fail",
                "separate MUSIC --out OUT --stems 2 --format flac --if-exists skip",
                "transcribe MUSIC --out OUT --format json,srt --silence-seconds 0.7",
                "analyze MUSIC --queue",
                "library scan MUSIC --queue"
            })
    void goesOnUnderTheSameNames(String command) throws Exception {
        assertThat(run(command).code()).isZero();
        Map<String, String> whole = hashes();
        long jobs = states().size();
        interrupted(job -> true);

        CommandRun again = run(command);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("Goes on with ");
        assertThat(hashes()).isEqualTo(whole);
        assertThat(states()).hasSize((int) jobs).containsOnly("done");

        assertThat(run(command).err()).doesNotContain("Goes on with ");
    }

    @Test
    void whatWasDoneStays() throws Exception {
        String command = "master MUSIC --out OUT --json";
        String answer = run(command).out();
        Map<String, String> whole = hashes();
        interrupted(job -> job.source().endsWith("two.wav"));

        CommandRun again = run(command);
        assertThat(again.err())
                .contains("Goes on with 1 file that had been interrupted; 1 file done before.");
        assertThat(hashes()).isEqualTo(whole);
        assertThat(outputs(again.out())).isEqualTo(outputs(answer)).hasSize(2);
    }

    private static List<String> outputs(String answer) throws IOException {
        return new ObjectMapper().readTree(answer).at("/files").findValuesAsText("output");
    }

    /** As a kill leaves jobs: without results, and interrupted. */
    private void interrupted(Predicate<Job> which) throws IOException {
        Path data = folder.resolve("data");
        try (Library library = new Library(Database.open(data.resolve(Backups.DATABASE)), data);
                JobQueue queue = JobQueue.open(library)) {
            List<Job> jobs = queue.jobs().stream().filter(which).toList();
            for (Job job : jobs) {
                for (Path output : job.outputs()) {
                    Files.delete(output);
                }
            }
            queue.remove(jobs.stream().map(Job::id).toList());
            library.jobs().restore(jobs.stream().map(job -> cut(job.stored())).toList());
        }
    }

    private static StoredJob cut(StoredJob done) {
        return new StoredJob(
                done.id(),
                done.batch(),
                done.work(),
                done.source(),
                done.payload(),
                done.audioSeconds(),
                JobState.INTERRUPTED,
                Optional.empty(),
                0.5,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                done.createdAt(),
                done.startedAt(),
                Optional.empty());
    }

    private List<String> states() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(run("jobs list --json").out());
        return answer.at("/jobs").findValuesAsText("state");
    }

    private Map<String, String> hashes() throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.walk(out).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    hashes.put(file.getFileName().toString(), FileHash.sha256(file, Progress.NONE));
                }
            }
        }
        return hashes;
    }

    private CommandRun run(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(
                    word.replace("MUSIC", folder.resolve("music").toString())
                            .replace("OUT", out.toString()));
        }
        return CommandRun.of(folder.resolve("data"), words.toArray(String[]::new));
    }
}
