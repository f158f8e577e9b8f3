package auralis.library.model;

import java.nio.file.Path;
import java.util.List;

/**
 * A model that is here, tried and ready.
 *
 * @param id names it on the command line and in settings
 * @param licence as its publisher states it; empty when nobody said
 * @param origin the file that it was imported from, or the address that it came from
 * @param contract how it is run, as JSON, as it was found out when it came
 * @param makes what comes out of it, in words
 * @param added when it came, of ISO 8601
 */
public record Model(
        String id,
        ModelKind kind,
        String title,
        String licence,
        String origin,
        List<ModelFile> files,
        String contract,
        List<String> makes,
        String added) {

    /** One of its files, as it was when it came. */
    public record ModelFile(String name, long bytes, String sha256) {}

    public Model {
        files = List.copyOf(files);
        makes = List.copyOf(makes);
    }

    /** The same under its own name, with what was found out about it. */
    Model with(String own, Inspection.Findings found) {
        return new Model(
                own, kind, title, licence, origin, files, found.contract(), found.makes(), added);
    }

    public long bytes() {
        return files.stream().mapToLong(ModelFile::bytes).sum();
    }

    /** Tells this content from any other that may come under the same name. */
    public String identity() {
        return String.join("+", files.stream().map(ModelFile::sha256).toList());
    }

    /** What an engine opens: its only model file, or the folder of several. */
    Path path(Path folder) {
        List<String> models =
                files.stream()
                        .map(ModelFile::name)
                        .filter(name -> !name.matches(".*\\.(json|data)"))
                        .toList();
        return models.size() == 1 ? folder.resolve(models.get(0)) : folder;
    }
}
