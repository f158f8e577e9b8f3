package auralis.app.jobs;

import auralis.library.export.EffectResult;
import auralis.library.export.ExportResult;
import auralis.library.export.StemResult;
import auralis.library.export.TranscriptResult;
import auralis.library.job.Job;
import auralis.library.job.Work;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the results of jobs are. */
final class Targets {
    private Targets() {}

    /** The folder that the result goes to; empty for work that makes no file. */
    static Optional<Path> folder(Job job) {
        Work work = job.work().orElse(null);
        if (work instanceof Work.Master master) {
            return Optional.of(master.order().request().folder());
        }
        if (work instanceof Work.Separate separate && !separate.order().request().isKept()) {
            return Optional.of(separate.order().request().folder());
        }
        if (work instanceof Work.Transcribe transcribe && !transcribe.order().request().isKept()) {
            return Optional.of(transcribe.order().request().folder());
        }
        return work instanceof Work.Effects effects
                ? Optional.of(effects.order().request().folder())
                : Optional.empty();
    }

    /** The files that a job is going to write. */
    static List<Path> planned(Job job) {
        return job.work().map(Work::targets).orElse(List.of());
    }

    /** The file that a job that is done made; on a worker, because there is much to read. */
    static Optional<Path> file(Job job) throws IOException {
        Work work = job.work().orElse(null);
        Optional<String> result = job.stored().result().filter(text -> !text.isEmpty());
        if (result.isEmpty()) {
            return Optional.empty();
        }
        if (work instanceof Work.Master) {
            return Json.read(result.get(), ExportResult.class).output();
        }
        if (work instanceof Work.Separate) {
            return Json.read(result.get(), StemResult.class).outputs().stream()
                    .map(StemResult.Output::file)
                    .findFirst();
        }
        if (work instanceof Work.Transcribe) {
            return Json.read(result.get(), TranscriptResult.class).outputs().stream()
                    .map(TranscriptResult.Output::file)
                    .findFirst();
        }
        return work instanceof Work.Effects
                ? Json.read(result.get(), EffectResult.class).output()
                : Optional.empty();
    }
}
