package auralis.library.job;

import auralis.library.Library;
import auralis.library.export.AlbumPlans;
import auralis.library.export.EffectExporter;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.json.Json;
import java.io.IOException;
import java.util.List;

/** Does every kind of work with a library. */
public final class LibraryWorker implements Worker {
    private final Library library;
    private final AlbumPlans albums;

    public LibraryWorker(Library library, AlbumPlans albums) {
        this.library = library;
        this.albums = albums;
    }

    @Override
    public Outcome work(Work work, Assignment assignment) throws IOException, InterruptedException {
        if (work instanceof Work.Master master) {
            return master(master, assignment);
        }
        if (work instanceof Work.Effects effects) {
            return effects(effects, assignment);
        }
        if (work instanceof Work.Analyse analyse) {
            library.analysis(analyse.source(), assignment.progress());
            return new Outcome.Done("");
        }
        return scan((Work.Scan) work, assignment);
    }

    private Outcome master(Work.Master work, Assignment assignment)
            throws IOException, InterruptedException {
        Exporter exporter = new Exporter(library, List.of(work.source()));
        ExportResult result =
                exporter.export(
                        work.order(),
                        albums,
                        assignment.progress(),
                        done -> assignment.remember(Json.write(done)));
        return result.output().isPresent()
                ? new Outcome.Done(Json.write(result))
                : new Outcome.Skipped("There is a result of this name already.");
    }

    private Outcome effects(Work.Effects work, Assignment assignment)
            throws IOException, InterruptedException {
        EffectExporter exporter = new EffectExporter(library.effects(), List.of(work.source()));
        return new Outcome.Done(
                Json.write(exporter.export(work.order().request(), assignment.progress())));
    }

    private Outcome scan(Work.Scan work, Assignment assignment)
            throws IOException, InterruptedException {
        return new Outcome.Done(
                Json.write(library.add(List.of(work.source()), assignment.progress())));
    }
}
