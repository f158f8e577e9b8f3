package auralis.library.score;

import auralis.dsp.Progress;
import auralis.dsp.analysis.Listening;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.meter.LoudnessMeter;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How near provisional plans are to the exact one: those from a glance at a track and those from
 * its whole analysis.
 *
 * <p>{@code docs/bench/scoreboard --glance FOLDER DATA}, where DATA is a folder that keeps analyses
 * and exact plans for the next time
 */
public final class GlanceBoard {
    private static final MasteringSettings SETTINGS = MasteringSettings.ADAPTIVE;

    /** A provisional plan against the exact one. */
    private record Miss(double gainDb, double resultLu, double medianBandDb, double mostBandDb) {
        static Miss of(Path piece, MasteringPlan plan, MasteringPlan exact)
                throws IOException, InterruptedException {
            double[] bands =
                    IntStream.range(0, plan.tone().bandDb().size())
                            .mapToDouble(
                                    i -> plan.tone().bandDb().get(i) - exact.tone().bandDb().get(i))
                            .map(Math::abs)
                            .sorted()
                            .toArray();
            return new Miss(
                    plan.gainDb() - exact.gainDb(),
                    lufs(piece, plan) - exact.expectedLufs().orElse(0),
                    bands[bands.length / 2],
                    bands[bands.length - 1]);
        }

        String say() {
            return String.format(
                    Locale.ROOT,
                    "%+6.2f %+6.2f %5.2f %5.2f",
                    gainDb,
                    resultLu,
                    medianBandDb,
                    mostBandDb);
        }
    }

    private GlanceBoard() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        List<Miss> glances = new ArrayList<>();
        List<Miss> analyses = new ArrayList<>();
        System.out.println("each: gain dB, loudness of the result LU, bands dB median and most");
        System.out.printf("%-28s %-26s   %s%n", "", "glance", "whole analysis");
        try (Library library = new Library(Database.open(data.resolve("library.db")), data)) {
            for (Path piece : pieces(Path.of(arguments[0]))) {
                TrackAnalysis analysis = library.analysis(piece, Progress.NONE);
                int rate = analysis.format().sampleRate();
                MasteringPlan exact = library.plan(piece, analysis, SETTINGS, rate, Progress.NONE);
                Miss glance = Miss.of(piece, provisional(glance(piece)), exact);
                Miss whole = Miss.of(piece, provisional(analysis), exact);
                System.out.printf(
                        "%-28s %s   %s%n", piece.getFileName(), glance.say(), whole.say());
                glances.add(glance);
                analyses.add(whole);
            }
        }
        summary("glance", glances);
        summary("whole analysis", analyses);
    }

    private static List<Path> pieces(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Measurements glance(Path piece) throws IOException, InterruptedException {
        try (MediaSource source = Media.open(piece)) {
            return TrackAnalyzer.glance(source, Progress.NONE);
        }
    }

    private static MasteringPlan provisional(Measurements measurements) {
        return MasteringPlanner.provisional(measurements, SETTINGS);
    }

    private static double lufs(Path piece, MasteringPlan plan)
            throws IOException, InterruptedException {
        LoudnessMeter meter = new LoudnessMeter();
        try (MediaSource source = Media.open(piece);
                ProcessedSource mastered = new ProcessedSource(source, new MasteringChain(plan))) {
            Listening.listen(mastered, List.of(meter), Progress.NONE);
        }
        return meter.integratedLufs().orElse(0);
    }

    private static void summary(String of, List<Miss> misses) {
        System.out.println(of + ", without sign: mean, median, worst");
        line("gain dB", misses, Miss::gainDb);
        line("result LU", misses, Miss::resultLu);
        line("median band dB", misses, Miss::medianBandDb);
        line("most of a band dB", misses, Miss::mostBandDb);
    }

    private static void line(String name, List<Miss> misses, ToDoubleFunction<Miss> number) {
        double[] sorted = misses.stream().mapToDouble(number).map(Math::abs).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "  %-18s %.2f %.2f %.2f%n",
                name,
                mean,
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }
}
