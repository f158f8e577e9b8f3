package auralis.app.jobs;

import auralis.library.export.EffectResult;
import auralis.library.export.ExportResult;
import auralis.library.job.Job;
import auralis.library.job.Work;
import auralis.library.json.Json;
import java.io.IOException;
import java.nio.file.Path;
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
        return work instanceof Work.Effects effects
                ? Optional.of(effects.order().request().folder())
                : Optional.empty();
    }

    /** The file that a job is going to write. */
    static Optional<Path> planned(Job job) {
        Work work = job.work().orElse(null);
        if (work instanceof Work.Master master) {
            return master.order().target();
        }
        return work instanceof Work.Effects effects ? effects.order().target() : Optional.empty();
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
        return work instanceof Work.Effects
                ? Json.read(result.get(), EffectResult.class).output()
                : Optional.empty();
    }
}
