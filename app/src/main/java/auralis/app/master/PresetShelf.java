package auralis.app.master;

import auralis.app.fx.FxTask;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.preset.Presets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The presets one can choose from, as they lie in their files: a change is written first and then
 * seen. FX thread only; files are touched on workers.
 */
public final class PresetShelf {
    private final Presets files;
    private final ExecutorService workers;
    private final ObservableList<Preset> presets;
    private final ObservableList<Preset> seen; // held: it listens weakly
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** Who is told how a change went. */
    record Answer(Consumer<Preset> done, Consumer<String> problem) {}

    /**
     * @param first what the files hold now; at least one
     */
    public PresetShelf(Presets files, List<Preset> first, ExecutorService workers) {
        this.files = files;
        this.workers = workers;
        this.presets = FXCollections.observableArrayList(first);
        this.seen = FXCollections.unmodifiableObservableList(presets);
    }

    /** Those of the factory, then the user's own. */
    public ObservableList<Preset> presets() {
        return seen;
    }

    /** Whether a change is being written. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether an own preset goes by the name; upper and lower case are the same. */
    boolean isOwn(String name) {
        return presets.stream()
                .filter(preset -> !Presets.isFactory(preset.name()))
                .anyMatch(preset -> preset.name().equalsIgnoreCase(name.strip()));
    }

    /** Keeps settings under a name, in place of an own preset of this name. */
    void save(String name, String description, MasteringSettings settings, Answer answer) {
        change(progress -> files.save(name, description, settings), answer);
    }

    void rename(Preset preset, String name, Answer answer) {
        change(progress -> files.rename(preset.name(), name), answer);
    }

    void delete(Preset preset, Answer answer) {
        change(
                progress -> {
                    files.delete(preset.name());
                    return preset;
                },
                answer);
    }

    void importFrom(Path file, Answer answer) {
        change(progress -> files.importFrom(file), answer);
    }

    /** Writes a preset for others; what was in the file is replaced. */
    void exportTo(Preset preset, Path file, Answer answer) {
        change(
                progress -> {
                    Presets.write(preset, file);
                    return preset;
                },
                answer);
    }

    private record Change(Preset preset, List<Preset> all) {}

    private void change(FxTask.Work<Preset> work, Answer answer) {
        busy.set(true);
        new FxTask<>(
                        progress -> {
                            Preset changed = work.run(progress);
                            return new Change(changed, files.all().presets());
                        })
                .onResult(
                        change -> {
                            busy.set(false);
                            presets.setAll(change.all);
                            answer.done.accept(change.preset);
                        })
                .onFailure(
                        failure -> {
                            busy.set(false);
                            answer.problem.accept(failure.getMessage());
                        })
                .start(workers);
    }
}
