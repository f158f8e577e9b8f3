package auralis.app.command;

import auralis.dsp.Progress;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model as the user names it: by its id, or by its file, which is imported once. */
final class NamedModel {
    private NamedModel() {}

    /**
     * @param progress of the copying
     * @return its id; the name itself where there is neither, so that who uses it says so
     */
    static String id(String name, ModelKind kind, ModelStore models, Progress progress)
            throws IOException, InterruptedException {
        if (models.find(name).isPresent()) {
            return name;
        }
        Path file = Path.of(name);
        return Files.exists(file) ? models.obtain(file, kind, progress).id() : name;
    }
}
