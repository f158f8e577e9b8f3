package auralis.library.export;

import auralis.dsp.Progress;
import auralis.library.media.Media;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides for a whole batch, before anything is written, what each result will be called: no two
 * results get the same name, and none that of a source or of what other work is going to write.
 */
public final class ExportPlanner {

    /**
     * What is going to happen to a file.
     *
     * @param target what the result will be called; empty when it is skipped or refused
     * @param exists whether there is a file of the name that was wished for
     * @param skipped whether there is nothing to do, because of that file
     * @param problem why the file cannot be worked on, as a sentence
     */
    public record Planned(
            ExportRequest request,
            Optional<Path> target,
            boolean exists,
            boolean skipped,
            Optional<String> problem,
            OptionalDouble audioSeconds) {}

    private ExportPlanner() {}

    /**
     * @param taken what other work is going to write
     * @param progress counts files
     */
    public static List<Planned> plan(
            List<ExportRequest> requests, Collection<Path> taken, Progress progress)
            throws IOException, InterruptedException {
        Targets targets = new Targets(requests.stream().map(ExportRequest::source).toList(), taken);
        List<Planned> planned = new ArrayList<>();
        progress.total(requests.size());
        for (ExportRequest request : requests) {
            progress.checkpoint();
            planned.add(plan(request, targets));
            progress.advance(1);
        }
        return planned;
    }

    private static Planned plan(ExportRequest request, Targets targets) {
        OptionalDouble seconds = OptionalDouble.empty();
        try (MediaSource source = Media.open(request.source())) {
            MediaFormat media = source.media();
            Exporter.requireStereo(request.source(), media);
            if (source.frames().isPresent()) {
                seconds = OptionalDouble.of(media.stream().seconds(source.frames().getAsLong()));
            }
            String name =
                    request.name()
                            .expand(SourceFields.of(request.source(), request.preset().name()));
            String extension = request.output().encoding(media).extension();
            boolean exists = Targets.exists(request.folder(), name, extension);
            Optional<Path> target =
                    targets.choose(request.folder(), name, extension, request.ifExists());
            return new Planned(
                    request, target, exists, target.isEmpty(), Optional.empty(), seconds);
        } catch (IOException e) {
            return new Planned(
                    request,
                    Optional.empty(),
                    false,
                    false,
                    Optional.of(String.valueOf(e.getMessage())),
                    seconds);
        }
    }
}
