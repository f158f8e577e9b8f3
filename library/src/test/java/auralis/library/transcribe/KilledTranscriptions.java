package auralis.library.transcribe;

import auralis.library.json.Json;
import auralis.library.transcribe.Journal.Entry;
import auralis.library.transcribe.Journal.State;
import auralis.library.transcribe.remote.ScriptedEndpoint;
import auralis.library.transcribe.remote.ToneClock;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Kills the program while it transcribes at a server, again and again, and looks whether only what
 * is missing is sent afterwards, and whether the same comes out as without: {@code PROGRAM FOLDER
 * KILLS SEED}.
 */
final class KilledTranscriptions {
    private static final int SECONDS = 900;
    private static final int LATENCY_MILLIS = 400;

    /** So many pieces may be answered and not yet written down when the program dies. */
    private static final int AT_ONCE = 5;

    private final String program;
    private final Path folder;
    private final Path recording;
    private final Random random;
    private final ScriptedEndpoint server = ScriptedEndpoint.start();
    private final AtomicInteger answers = new AtomicInteger();

    private KilledTranscriptions(String program, Path folder, long seed) throws IOException {
        this.program = program;
        this.folder = Files.createDirectories(folder);
        this.recording = ToneClock.writeWav(folder.resolve("clock.wav"), SECONDS);
        this.random = new Random(seed);
        server.latency(LATENCY_MILLIS).log(one -> answers.incrementAndGet());
    }

    public static void main(String[] args) throws Exception {
        new KilledTranscriptions(args[0], Path.of(args[1]), Long.parseLong(args[3]))
                .run(Integer.parseInt(args[2]));
        System.exit(0);
    }

    private void run(int kills) throws Exception {
        Path whole = folder.resolve("whole");
        int code = start(whole, transcribe(whole)).waitFor();
        int needed = server.received().size();
        System.out.printf("without a kill: exit code %d, %d requests%n", code, needed);

        Path killed = folder.resolve("killed");
        Process process = start(killed, transcribe(killed));
        int repeated = 0;
        for (int kill = 1; kill <= kills; kill++) {
            int before = server.received().size();
            Set<String> done = done(killed);
            await(
                    process,
                    random.nextInt(Math.max(1, (needed - done.size()) / (kills + 1 - kill))));
            process.destroyForcibly().waitFor();
            Thread.sleep(2L * LATENCY_MILLIS);
            repeated += tell(kill, done, before);
            process = start(killed, List.of("jobs", "run"));
        }
        Set<String> done = done(killed);
        int before = server.received().size();
        int last = process.waitFor();
        repeated += tell(kills + 1, done, before);
        int sent = server.received().size() - needed;
        System.out.printf("exit code %d, %d requests for %d pieces%n", last, sent, needed);
        String text = Files.readString(result(killed, "json"));
        check("the same transcript", text.equals(Files.readString(result(whole, "json"))));
        check("every second once", seconds(Files.readString(result(killed, "srt"))));
        check("nothing sent that was written down", repeated == 0);
        check("no more repeated than was on its way", sent <= needed + kills * AT_ONCE);
        check("never more than five at once", server.mostAtOnce() <= AT_ONCE);
        check("requests without a mistake", server.mistakes().isEmpty());
    }

    private List<String> transcribe(Path data) {
        return List.of(
                "transcribe",
                recording.toString(),
                "--out",
                data.resolve("out").toString(),
                "--engine",
                "remote",
                "--chunk-seconds",
                "6",
                "--rate-limit-ms",
                "0",
                "--format",
                "json,srt");
    }

    private Process start(Path data, List<String> words) throws IOException {
        List<String> line = new ArrayList<>(Arrays.asList(program.split(" ")));
        line.addAll(List.of("--data-dir", data.toString(), "--quiet"));
        line.addAll(words);
        answers.set(0);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("AURALIS_REMOTE_URL", server.url());
        File log = folder.resolve("log.txt").toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Until so many pieces were answered, and a moment longer. */
    private void await(Process process, int count) throws InterruptedException {
        while (process.isAlive() && answers.get() < count) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(count == 0 ? 4_000 : LATENCY_MILLIS));
    }

    /** How many pieces were sent that had been written down before. */
    private int tell(int round, Set<String> done, int before) throws IOException {
        List<String> sent =
                server.received().stream().skip(before).map(one -> one.words().get(0)).toList();
        long again = sent.stream().filter(done::contains).count();
        System.out.printf(
                "%2d: %3d pieces known, %3d sent, %d of them known already%n",
                round, done.size(), sent.size(), again);
        return (int) again;
    }

    /** The first words of the pieces that the journal tells of. */
    private static Set<String> done(Path data) throws IOException {
        Set<String> words = new HashSet<>();
        Path work = data.resolve("transcripts/work");
        if (!Files.isDirectory(work)) {
            return words;
        }
        try (Stream<Path> all = Files.walk(work)) {
            for (Path file : all.filter(one -> one.endsWith("job.jsonl")).toList()) {
                words.addAll(firstWords(Files.readAllLines(file)));
            }
        }
        return words;
    }

    private static Set<String> firstWords(List<String> lines) {
        Set<String> words = new HashSet<>();
        try {
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                Entry entry = Json.read(line, Entry.class);
                if (entry.state() == State.DONE) {
                    words.add(entry.result().orElseThrow().segments().get(0).words().get(0).text());
                }
            }
        } catch (IOException e) {
            System.out.println("    the journal ends with a torn line");
        }
        return words;
    }

    private static Path result(Path data, String ending) {
        return data.resolve("out/clock." + ending);
    }

    private static boolean seconds(String text) {
        List<String> words =
                Pattern.compile("t\\d+")
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        return words.equals(IntStream.range(0, SECONDS).mapToObj(n -> "t" + n).toList());
    }

    private static void check(String what, boolean right) {
        System.out.println((right ? "yes  " : "NO   ") + what);
    }
}
