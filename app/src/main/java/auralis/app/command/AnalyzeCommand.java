package auralis.app.command;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.library.Library;
import auralis.library.export.Measurement;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.media.Media;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "analyze",
        description = "Measures files: loudness, peaks, fingerprint, and what mastering would do.")
final class AnalyzeCommand extends FileCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of files.")
    private List<Path> files;

    @Option(
            names = "--queue",
            description =
                    "As jobs of the queue, several at once: what is interrupted goes on with the"
                            + " same command, or \"jobs run\".")
    private boolean queued;

    /** The whole answer. */
    private record Answer(List<AnalyzedFile> files) {}

    @Override
    List<Path> inputs() {
        return files;
    }

    @Override
    int run(Library library, List<Path> found) throws IOException, InterruptedException {
        if (queued) {
            measure(library, found);
        }
        List<AnalyzedFile> answers = new ArrayList<>();
        for (Path file : found) {
            answers.add(analyze(library, file));
        }
        if (json()) {
            print(new Answer(answers));
        }
        return exitCode(answers.stream().anyMatch(answer -> answer.error().isPresent()));
    }

    /** What comes of it is kept, and asked for file by file afterwards. */
    private void measure(Library library, List<Path> found)
            throws IOException, InterruptedException {
        List<Piece<Path>> pieces =
                found.stream()
                        .filter(file -> problem(file).isEmpty())
                        .map(file -> Piece.of(file, new Work.Analyse(file)))
                        .toList();
        try (QueueWork work = new QueueWork(library, root().quiet)) {
            work.map(pieces, JobQueue.usualAtOnce(), (piece, job) -> piece, piece -> {});
        }
    }

    private AnalyzedFile analyze(Library library, Path file)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (MediaSource source = open(file);
                ProgressLine progress =
                        progress(file, source.format().seconds(source.frames().orElse(0)))) {
            MediaFormat media = source.media();
            progress.total(source.frames().orElse(0));
            progress.phase("analysing");
            TrackAnalysis analysis = library.analysis(file, progress);
            MasteringPlan plan = MasteringPlanner.provisional(analysis, MasteringSettings.ADAPTIVE);
            progress.clear();
            AnalyzedFile answer = AnalyzedFile.of(file, media, analysis, plan, secondsSince(start));
            if (!json()) {
                say(text(answer));
            }
            return answer;
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException | RuntimeException e) {
            return AnalyzedFile.failed(file, failed(file, e), secondsSince(start));
        }
    }

    private MediaSource open(Path file) throws IOException {
        requireUsable(file);
        return Media.open(file);
    }

    private static String text(AnalyzedFile answer) {
        Measurement loudness = answer.loudness().orElseThrow();
        StringBuilder text = new StringBuilder();
        text.append(Words.printable(answer.file())).append('\n');
        text.append("  ").append(answer.format().orElseThrow().words()).append('\n');
        text.append("  ").append(Words.of(loudness)).append('\n');
        answer.suggestions().forEach(line -> text.append("  ").append(line).append('\n'));
        answer.warnings().forEach(line -> text.append("  Note: ").append(line).append('\n'));
        return text.toString();
    }
}
