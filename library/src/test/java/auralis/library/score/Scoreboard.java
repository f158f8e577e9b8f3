package auralis.library.score;

import auralis.library.json.Json;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Masters every piece of a folder by the road of the export and prints what came of it against the
 * numbers to reach.
 *
 * <p>{@code docs/bench/scoreboard FOLDER|FILE… [--preset NAME|FILE] [--threads N] [--json FILE]}
 */
public final class Scoreboard {
    private final List<Path> pieces = new ArrayList<>();
    private String preset = "adaptive";
    private int threads = 1;
    private Path json;

    private Scoreboard() {}

    public static void main(String[] arguments) throws Exception {
        Scoreboard board = new Scoreboard();
        board.read(new ArrayDeque<>(List.of(arguments)));
        board.run();
    }

    private void read(Deque<String> arguments) throws IOException {
        while (!arguments.isEmpty()) {
            String word = arguments.pop();
            switch (word) {
                case "--preset" -> preset = arguments.pop();
                case "--threads" -> threads = Integer.parseInt(arguments.pop());
                case "--json" -> json = Path.of(arguments.pop());
                default -> add(Path.of(word));
            }
        }
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("no music; make some with docs/bench/corpus FOLDER");
        }
    }

    private void add(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            pieces.add(path);
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.filter(Files::isRegularFile).sorted().forEach(pieces::add);
        }
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Trial trial = new Trial(new Presets(Path.of("presets")).find(preset))) {
            List<Future<Score>> waiting = new ArrayList<>();
            for (Path piece : pieces) {
                waiting.add(workers.submit(() -> judged(trial, piece)));
            }
            List<Score> scores = new ArrayList<>();
            for (Future<Score> score : waiting) {
                scores.add(score.get());
            }
            publish(Report.of(preset, scores));
        } finally {
            workers.shutdownNow();
        }
    }

    private static Score judged(Trial trial, Path piece) throws IOException, InterruptedException {
        Score score = trial.of(piece);
        System.err.printf(
                Locale.ROOT,
                "%s: error %s LU, over the ceiling %s dB, tone %s dB, %.1fx cold%n",
                piece.getFileName(),
                Table.text(score.loudnessErrorLu()),
                Table.text(score.over16Db()),
                Table.text(score.toneDb()),
                score.coldSpeed());
        return score;
    }

    private void publish(Report report) throws IOException {
        System.out.println(report.text());
        if (json != null) {
            Files.writeString(json, Json.writePretty(report) + "\n");
        }
    }
}
