package auralis.app.export;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import auralis.app.text.Texts;
import auralis.dsp.master.Preset;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Masters tracks into files, one after the other; a failure does not stop the rest. */
public final class Exports {
    private static final long END_SECONDS = 5;

    private final FileMaster master;
    private final ExecutorService worker = Workers.named("export", 1);
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();

    /**
     * What became of the tracks.
     *
     * @param problems a sentence for each track that failed
     */
    public record Outcome(Path folder, int mastered, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    public Exports(FileMaster master) {
        this.master = master;
    }

    /** What is being mastered, or null. */
    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /**
     * @param tracks at least one
     * @param inAlbum whether each is mastered as a part of its album
     * @param onEnd told on the FX thread when all were tried, or the user stopped
     * @throws IllegalStateException while others are mastered
     */
    public void start(
            List<Track> tracks,
            Path folder,
            Preset preset,
            boolean inAlbum,
            Consumer<Outcome> onEnd) {
        if (activity.get() != null) {
            throw new IllegalStateException("one export at a time");
        }
        new Run(List.copyOf(tracks), folder, preset, inAlbum, onEnd).next();
    }

    /** Stops; what is half written goes away. */
    public void close() {
        worker.shutdownNow();
    }

    /** Waits, on any other thread, until that is so. */
    public void awaitEnd() throws InterruptedException {
        worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }

    /** One batch. FX thread only. */
    private final class Run {
        private final List<Track> tracks;
        private final Path folder;
        private final Preset preset;
        private final boolean inAlbum;
        private final Consumer<Outcome> onEnd;
        private final List<String> problems = new ArrayList<>();
        private int tried;
        private FxTask<?> task;

        Run(
                List<Track> tracks,
                Path folder,
                Preset preset,
                boolean inAlbum,
                Consumer<Outcome> onEnd) {
            this.tracks = tracks;
            this.folder = folder;
            this.preset = preset;
            this.inAlbum = inAlbum;
            this.onEnd = onEnd;
        }

        void next() {
            if (tried == tracks.size()) {
                end();
                return;
            }
            Path file = tracks.get(tried).file();
            tell(-1);
            task =
                    new FxTask<Void>(
                                    progress -> {
                                        master.master(file, folder, preset, inAlbum, progress);
                                        return null;
                                    })
                            .onProgress(state -> tell(state.fraction()))
                            .onResult(done -> tried())
                            .onFailure(this::failed)
                            .start(worker);
        }

        private void tried() {
            tried++;
            next();
        }

        private void failed(Exception failure) {
            String message = failure.getMessage();
            Path file = tracks.get(tried).file().getFileName();
            problems.add(message == null ? Texts.text("export.failed", file, failure) : message);
            tried();
        }

        private void stop() {
            task.cancel();
            end();
        }

        private void end() {
            activity.set(null);
            onEnd.accept(new Outcome(folder, tried - problems.size(), problems));
        }

        private void tell(double fraction) {
            String title = tracks.get(tried).title();
            int count = tracks.size();
            activity.set(
                    new Activity(
                            count == 1
                                    ? Texts.text("task.export.one", title)
                                    : Texts.text("task.export.many", title, tried + 1, count),
                            (tried + Math.max(0, fraction)) / count,
                            Optional.of(this::stop)));
        }
    }
}
