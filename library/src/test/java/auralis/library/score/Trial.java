package auralis.library.score;

import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.media.Media;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Puts pieces on trial, each with a library of its own, as a user's first export would meet it. Any
 * number of threads.
 */
final class Trial implements Closeable {
    private static final OutputFormat WAV_24 =
            new OutputFormat(OutputFormat.Container.WAV, OptionalInt.of(24), OptionalInt.empty());
    private static final double LIMITER_OVER_DB = 6;

    /** Longer pieces are there for length: what has nothing to do with it is left out. */
    private static final double LONG_SECONDS = 900;

    private static final int[] EVEN = {8192};
    private static final int[] UNEVEN = {1, 4096, 333, 64, 8191, 2, 1000};

    private final Preset preset;
    private final MasteringSettings settings;
    private final Path folder;

    /** An export, its checksum and its processor time. */
    private record Export(ExportResult result, long checksum, double cpuSeconds) {
        Path file() {
            return result.output().orElseThrow();
        }
    }

    Trial(Preset preset) throws IOException {
        this.preset = preset;
        this.settings = preset.settings();
        this.folder = Files.createTempDirectory("scoreboard");
    }

    Score of(Path piece) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, "data");
        try (Library library = new Library(Database.open(data.resolve("library.db")), data)) {
            Export cold = export(library, piece, data.resolve("cold"));
            return judge(library, piece, cold, again(piece));
        } finally {
            delete(data);
        }
    }

    /**
     * The second run, in a library that knows nothing of the first but is given time to analyse.
     */
    private Export again(Path piece) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, "again");
        try (Library library = new Library(Database.open(data.resolve("library.db")), data)) {
            library.analysis(piece, Progress.NONE);
            return export(library, piece, data.resolve("stored"));
        } finally {
            delete(data);
        }
    }

    private Export export(Library library, Path piece, Path out)
            throws IOException, InterruptedException {
        ExportRequest request =
                new ExportRequest(
                        piece,
                        out,
                        preset,
                        WAV_24,
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.REPLACE);
        double start = CpuClock.seconds();
        ExportResult result = new Exporter(library, List.of(piece)).export(request, Progress.NONE);
        double cpu = CpuClock.seconds() - start;
        return new Export(result, checksum(result.output().orElseThrow()), cpu);
    }

    private Score judge(Library library, Path piece, Export cold, Export again)
            throws IOException, InterruptedException {
        TrackAnalysis analysis = library.analysis(piece, Progress.NONE);
        MasteringPlan plan = cold.result().plan().orElseThrow();
        double seconds = analysis.seconds();
        boolean thorough = seconds < LONG_SECONDS;
        Sound before = sound(piece);
        Sound after = sound(cold.file());
        Rendering even = render(piece, new MasteringChain(plan), EVEN);
        Rendering uneven = thorough ? render(piece, new MasteringChain(plan), UNEVEN) : even;
        Rendering zero = render(piece, new MasteringChain(plan.at(0)), EVEN);
        return new Score(
                piece.getFileName().toString(),
                seconds,
                analysis.format().sampleRate(),
                analysis.format().channels(),
                plan,
                before,
                after,
                provisionalError(piece, analysis, after),
                before.toneDistanceDb(after),
                thorough && plan.dynamics().expansion() > 0
                        ? Optional.of(restoration(library, piece, analysis, plan, before))
                        : Optional.empty(),
                thorough ? limiterAlone(piece, before) : Optional.empty(),
                zero.untouched(),
                even.checksums().equals(uneven.checksums()),
                cold.checksum() == again.checksum(),
                seconds / even.cpuSeconds(),
                seconds / cold.cpuSeconds(),
                seconds / again.cpuSeconds());
    }

    private OptionalDouble provisionalError(Path piece, TrackAnalysis analysis, Sound exact)
            throws IOException, InterruptedException {
        MasteringPlan plan = MasteringPlanner.provisional(analysis, settings);
        return Sound.difference(heard(piece, new MasteringChain(plan)).lufs(), exact.lufs());
    }

    private Score.Restoration restoration(
            Library library, Path piece, TrackAnalysis analysis, MasteringPlan plan, Sound before)
            throws IOException, InterruptedException {
        MasteringPlan without =
                library.plan(
                        piece,
                        analysis,
                        withoutDynamics(),
                        analysis.format().sampleRate(),
                        Progress.NONE);
        Sound restored = heard(piece, new MasteringChain(plan));
        Sound plain = heard(piece, new MasteringChain(without));
        return new Score.Restoration(
                plan.dynamics().expansion(),
                Sound.difference(restored.punchDb(), plain.punchDb()),
                plain.toneDistanceDb(restored),
                Sound.difference(restored.rangeLu(), plain.rangeLu()),
                Sound.difference(restored.lufs(), before.lufs()));
    }

    private MasteringSettings withoutDynamics() {
        return settings.withDynamics(
                new MasteringSettings.Dynamics(false, 0, MasteringSettings.Shape.NONE));
    }

    private static Optional<Score.LimiterAlone> limiterAlone(Path piece, Sound before)
            throws IOException, InterruptedException {
        if (before.lufs().isEmpty()) {
            return Optional.empty();
        }
        double gainDb = DrivenLimiter.CEILING_DBTP + LIMITER_OVER_DB - before.truePeak16Dbtp();
        Sound limited = heard(piece, new DrivenLimiter(gainDb));
        return Optional.of(
                new Score.LimiterAlone(
                        before.toneDistanceDb(limited),
                        limited.truePeak16Dbtp() - DrivenLimiter.CEILING_DBTP,
                        limited.truePeak4Dbtp() - DrivenLimiter.CEILING_DBTP));
    }

    private static Rendering render(Path piece, AudioProcessor processor, int... lengths)
            throws IOException {
        try (AudioSource source = Media.open(piece)) {
            return Rendering.of(source, processor, lengths);
        }
    }

    private static Sound heard(Path piece, AudioProcessor processor)
            throws IOException, InterruptedException {
        try (AudioSource source = new ProcessedSource(Media.open(piece), processor)) {
            return Sound.of(source);
        }
    }

    private static Sound sound(Path file) throws IOException, InterruptedException {
        try (AudioSource source = Media.open(file)) {
            return Sound.of(source);
        }
    }

    private static long checksum(Path file) throws IOException {
        try (CheckedInputStream in =
                new CheckedInputStream(Files.newInputStream(file), new CRC32C())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
