package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.History.Change;
import auralis.app.action.History.Edit;
import auralis.app.browse.BrowseView;
import auralis.app.browse.DropTarget;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.fx.FxTask;
import auralis.app.jobs.JobWords;
import auralis.app.play.PlayerBar;
import auralis.app.sheet.Sheet;
import auralis.app.text.Texts;
import auralis.app.transcript.BatchSheet;
import auralis.app.transcript.EngineChoice;
import auralis.app.transcript.Host;
import auralis.app.transcript.Task;
import auralis.app.transcript.TranscriptView;
import auralis.library.Library;
import auralis.library.Retagging;
import auralis.library.export.TranscriptOrder;
import auralis.library.export.TranscriptRequest;
import auralis.library.job.Job;
import auralis.library.job.JobQueue;
import auralis.library.job.Work;
import auralis.library.tag.TagEdit;
import auralis.library.track.JobState;
import auralis.library.track.Track;
import auralis.library.transcribe.TranscriptionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window around transcripts. FX thread only. */
final class TranscriptHost implements Host {
    private static final String LYRICS = "lyrics";

    private final Surroundings around;
    private final Library library;
    private final Playback playback;
    private final ObservableValue<Boolean> playing;
    private final JobsHost jobs;
    private final TranscriptEngines engines;
    private final TranscriptView view;

    TranscriptHost(
            Surroundings around,
            Services services,
            Playback playback,
            ObservableValue<Boolean> playing,
            JobsHost jobs,
            TranscriptEngines engines) {
        this.around = around;
        this.library = services.library();
        this.playback = playback;
        this.playing = playing;
        this.jobs = jobs;
        this.engines = engines;
        view =
                new TranscriptView(
                        new TranscriptArchive(library), around.actions(), this, around.workers());
        engines.onChange(view::refresh);
        engines.look();
    }

    TranscriptView view() {
        return view;
    }

    /** Puts the view into the centre and the actions to work; after all others. */
    void install(BrowseView browse, PlayerBar bar, BooleanProperty lyrics) {
        browse.add(Place.View.TRANSCRIPT, view.node());
        view.lyricLine().wanted().bindBidirectional(lyrics);
        DropTarget.install(
                view.node(),
                List.of(
                        new DropTarget.Offer(
                                "drop.transcribe",
                                "drop.transcribe.more",
                                "mdi2t-text-recognition",
                                this::drop)));
        ObservableValue<Boolean> selected = browse.hasSelection();
        ObservableValue<Boolean> some =
                Bindings.createBooleanBinding(
                        () -> selected.getValue() || current().get() != null, selected, current());
        around.actions()
                .bind(
                        Action.SHOW_TRANSCRIPT,
                        () ->
                                open(
                                        browse,
                                        selected.getValue() ? browse.chosen() : current().get()));
        MenuItem item =
                new MenuItem(Action.SHOW_TRANSCRIPT.text(), new FontIcon("mdi2t-text-recognition"));
        item.setOnAction(event -> open(browse, current().get()));
        item.disableProperty().bind(Bindings.isNull(current()));
        bar.addToTrackMenu(item);
        around.actions().bind(Action.TRANSCRIBE, () -> transcribe(browse), some);
        around.actions()
                .bind(
                        Action.IMPORT_TRANSCRIPT,
                        () ->
                                bring(
                                        browse,
                                        selected.getValue() ? browse.chosen() : current().get()));
        around.actions().bindSwitch(Action.LYRICS, lyrics);
        around.actions()
                .bind(
                        Action.FIND,
                        () -> {
                            if (view.isOpen()) {
                                view.find();
                            } else {
                                browse.focusSearch();
                            }
                        });
    }

    void close() {
        view.close();
    }

    void awaitEnd() throws InterruptedException {
        view.awaitEnd();
    }

    /**
     * @param row null for the one that was shown last
     */
    private void open(BrowseView browse, Row row) {
        engines.look();
        if (row != null) {
            view.show(row);
        }
        browse.catalogue().go(Place.TRANSCRIPT);
        view.focus();
    }

    private void bring(BrowseView browse, Row row) {
        open(browse, row);
        if (view.shown() != null) {
            askTranscript().ifPresent(view::bring);
        }
    }

    private void transcribe(BrowseView browse) {
        List<Row> rows =
                browse.hasSelection().getValue() ? browse.selected() : List.of(current().get());
        List<Path> files = rows.stream().map(row -> row.track().file()).distinct().toList();
        BatchSheet.show(files, around.actions(), this);
    }

    /** Subtitles and lyrics come to the track that is shown; everything else is transcribed. */
    private void drop(List<Path> dropped) {
        List<Path> texts = dropped.stream().filter(TranscriptView::isTranscript).toList();
        List<Path> others = dropped.stream().filter(file -> !texts.contains(file)).toList();
        texts.stream().limit(1).forEach(view::bring);
        new FxTask<>(progress -> files(others))
                .onResult(
                        files -> {
                            if (!files.isEmpty()) {
                                BatchSheet.show(files, around.actions(), this);
                            }
                        })
                .onFailure(failure -> around.notices().problem(failure.getMessage()))
                .start(around.workers());
    }

    /** Of folders, what the library knows in them. */
    private List<Path> files(List<Path> dropped) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> known = library.tracks().stream().map(Track::file).toList();
        for (Path one : dropped) {
            if (Files.isDirectory(one)) {
                known.stream().filter(file -> file.startsWith(one)).forEach(files::add);
            } else {
                files.add(one);
            }
        }
        return files;
    }

    // ---- Host: what is heard

    @Override
    public ReadOnlyObjectProperty<Row> current() {
        return playback.current();
    }

    @Override
    public ReadOnlyDoubleProperty position() {
        return playback.position();
    }

    @Override
    public ObservableValue<Boolean> playing() {
        return playing;
    }

    @Override
    public void play(Row row, double seconds) {
        Row open = current().get();
        if (open == null || open.track().id() != row.track().id()) {
            playback.play(row);
        }
        playback.seek(seconds);
    }

    // ---- Host: the window

    @Override
    public void problem(String sentence) {
        around.notices().problem(sentence);
    }

    @Override
    public void done(String sentence) {
        around.notices().done(sentence);
    }

    @Override
    public void written(String sentence, Path folder) {
        around.notices().done(sentence, "toast.folder", () -> jobs.showFolder(folder));
    }

    @Override
    public void show(Sheet sheet, Node first) {
        around.show(sheet, first);
    }

    @Override
    public Optional<Path> askTranscript() {
        return around.askFile(Texts.text("choose.transcript"), Desktop.Kind.TRANSCRIPT);
    }

    @Override
    public Optional<Path> askText() {
        return around.askFile(Texts.text("choose.transcript.text"), Desktop.Kind.TEXT);
    }

    @Override
    public Optional<Path> askFolder() {
        return around.askFolder(
                Texts.text("choose.transcript.folder"),
                Optional.ofNullable(jobs.exportFolder().get()));
    }

    // ---- Host: work

    @Override
    public List<EngineChoice> engines() {
        engines.look(); // tells the view where that is new
        return engines.all();
    }

    @Override
    public Observable tasks() {
        return jobs.jobs().standing();
    }

    @Override
    public Task task(Path file) {
        return last(file).map(TranscriptHost::task).orElse(Task.NONE);
    }

    private Optional<Job> last(Path file) {
        Job last = null;
        for (Job job : jobs.jobs().standing().get().jobs()) {
            boolean meant =
                    job.work().orElse(null) instanceof Work.Transcribe work
                            && work.source().equals(file);
            if (meant && (last == null || last.id() < job.id())) {
                last = job;
            }
        }
        return Optional.ofNullable(last);
    }

    private static Task task(Job job) {
        return switch (job.state()) {
            case DONE -> new Task(job.id(), Task.State.DONE, "", 1);
            case FAILED -> new Task(job.id(), Task.State.FAILED, JobWords.reason(job), 0);
            case INTERRUPTED -> new Task(job.id(), Task.State.FAILED, JobWords.state(job), 0);
            case CANCELLED, SKIPPED -> Task.NONE;
            default -> new Task(job.id(), Task.State.GOES_ON, going(job), job.stored().fraction());
        };
    }

    private static String going(Job job) {
        boolean runs = job.state() == JobState.RUNNING;
        String state = JobWords.state(job);
        String left = JobWords.about(job.left());
        return Stream.of(state, runs ? JobWords.percent(job) : "", runs ? left : "")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    @Override
    public void transcribe(List<Path> files, TranscriptionSettings settings) {
        new FxTask<>(progress -> orders(files, settings))
                .onResult(this::add)
                .onFailure(failure -> around.notices().problem(failure.getMessage()))
                .start(around.workers());
    }

    private List<JobQueue.Order> orders(List<Path> files, TranscriptionSettings settings)
            throws IOException {
        List<JobQueue.Order> orders = new ArrayList<>();
        for (Path file : files) {
            OptionalDouble seconds =
                    library.track(file).map(Track::seconds).orElse(OptionalDouble.empty());
            orders.add(order(TranscriptRequest.kept(file, settings), seconds));
        }
        return orders;
    }

    private static JobQueue.Order order(TranscriptRequest request, OptionalDouble seconds) {
        return new JobQueue.Order(
                new Work.Transcribe(new TranscriptOrder(request, List.of())), seconds);
    }

    private void add(List<JobQueue.Order> orders) {
        jobs.jobs().add(orders);
        around.notices()
                .done(
                        Texts.text("transcript.added", orders.size()),
                        "toast.jobs",
                        () -> around.actions().fire(Action.SHOW_JOBS));
    }

    /** What is done already is not done again. */
    @Override
    public void transcribeGaps(Row row) {
        Path file = row.track().file();
        Optional<TranscriptRequest> before =
                last(file)
                        .flatMap(Job::work)
                        .map(Work.Transcribe.class::cast)
                        .map(work -> work.order().request());
        if (before.isPresent()) {
            add(
                    List.of(
                            order(
                                    TranscriptRequest.kept(file, before.get().settings()),
                                    row.track().seconds())));
        } else {
            BatchSheet.show(List.of(file), around.actions(), this);
        }
    }

    @Override
    public void cancel(long task) {
        jobs.jobs().cancel(List.of(task));
    }

    @Override
    public void retry(long task) {
        boolean interrupted =
                jobs.jobs().standing().get().jobs().stream()
                        .anyMatch(job -> job.id() == task && job.state() == JobState.INTERRUPTED);
        if (interrupted) {
            jobs.jobs().resumeInterrupted();
        } else {
            jobs.jobs().retry(List.of(task));
        }
    }

    // ---- Host: tags

    @Override
    public void writeLyrics(Row row, String lyrics) {
        Track track = row.track();
        Map<Long, TagEdit> edit = Map.of(track.id(), TagEdit.NONE.with(LYRICS, lyrics));
        around.history()
                .perform(
                        new Edit(Texts.text("transcript.did.lyrics"), writing(edit))
                                .told(Texts.text("transcript.lyrics.written", track.title())));
    }

    private Change writing(Map<Long, TagEdit> edits) {
        return progress -> {
            Retagging retagging = library.retag(edits, progress);
            if (!retagging.failed().isEmpty()) {
                throw new IOException(retagging.failed().get(0).reason());
            }
            return retagging.undo().isEmpty() ? Change.NOTHING : writing(retagging.undo());
        };
    }
}
