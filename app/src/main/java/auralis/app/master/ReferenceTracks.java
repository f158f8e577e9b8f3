package auralis.app.master;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.text.Texts;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Listens to music that is to be a reference and puts its numbers into the settings. FX thread. */
public final class ReferenceTracks {
    private final ObjectProperty<MasteringSettings> settings;
    private final ReferenceReader reader;
    private final Consumer<String> onProblem;
    private final Latest question;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();

    /**
     * @param onProblem told what went wrong, as a sentence
     */
    public ReferenceTracks(
            ObjectProperty<MasteringSettings> settings,
            ReferenceReader reader,
            Consumer<String> onProblem,
            ExecutorService workers) {
        this.settings = settings;
        this.reader = reader;
        this.onProblem = onProblem;
        this.question = new Latest(workers);
    }

    /** The listening, or null. */
    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /**
     * Adds a piece of music, after listening to it. One at a time: another one withdraws it.
     *
     * @param name how people call it
     */
    void add(String name, Path file) {
        tellActivity(name, -1);
        question.ask(
                new FxTask<>(progress -> reader.read(name, file, progress))
                        .onProgress(state -> tellActivity(name, state.fraction()))
                        .onResult(this::heard)
                        .onFailure(
                                failure -> {
                                    activity.set(null);
                                    onProblem.accept(failure.getMessage());
                                }));
    }

    void remove(int index) {
        List<Reference.Track> tracks = tracks();
        tracks.remove(index);
        replace(tracks);
    }

    private void heard(Reference.Track track) {
        activity.set(null);
        List<Reference.Track> tracks = tracks();
        if (tracks.contains(track)) {
            onProblem.accept(Texts.text("reference.known", track.name()));
        } else {
            tracks.add(track);
            replace(tracks);
        }
    }

    private List<Reference.Track> tracks() {
        return new ArrayList<>(settings.get().reference().tracks());
    }

    private void replace(List<Reference.Track> tracks) {
        MasteringSettings now = settings.get();
        settings.set(now.withReference(now.reference().withTracks(tracks)));
    }

    private void tellActivity(String name, double fraction) {
        String text = Texts.text("task.reference", name);
        activity.set(new Activity(text, fraction, Optional.of(this::stop)));
    }

    private void stop() {
        question.cancel();
        activity.set(null);
    }
}
