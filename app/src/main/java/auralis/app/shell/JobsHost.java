package auralis.app.shell;

import auralis.app.action.Action;
import auralis.app.action.History.Edit;
import auralis.app.browse.BrowseView;
import auralis.app.browse.DropTarget;
import auralis.app.catalogue.Place;
import auralis.app.catalogue.Row;
import auralis.app.fx.Activity;
import auralis.app.jobs.Host;
import auralis.app.jobs.Jobs;
import auralis.app.jobs.JobsView;
import auralis.app.jobs.Round;
import auralis.app.jobs.Standing;
import auralis.app.jobs.Tasks;
import auralis.app.jobs.Titles;
import auralis.app.master.MasteringSession;
import auralis.app.play.Chime;
import auralis.app.play.Player;
import auralis.app.prefs.JobPreferences;
import auralis.app.sheet.Sheet;
import auralis.dsp.master.Preset;
import auralis.library.export.StemSelection;
import auralis.library.job.Job;
import auralis.library.report.Report;
import auralis.library.track.JobState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** The window around the jobs: its view of them, and what it tells of them. FX thread only. */
final class JobsHost implements Host {
    private static final Set<JobState> INTERRUPTED = Set.of(JobState.INTERRUPTED);
    private static final Set<JobState> FAILED = Set.of(JobState.FAILED);

    private final Surroundings around;
    private final Player player;
    private final ObjectProperty<JobPreferences> preferences;
    private final IntegerProperty atOnce = new SimpleIntegerProperty();
    private final Jobs jobs;
    private final Runnable endListening;
    private final Tasks tasks;
    private final JobsView view;
    private final ExportRoad export;
    private final ReportRoad reports;
    private final ObservableValue<Integer> left; // held: bindings are weak
    private final Set<Long> letLie = new HashSet<>();
    private final Instant opened = Instant.now();
    private final Set<Long> read = new HashSet<>();
    private final ReadOnlyObjectWrapper<Integer> unread = new ReadOnlyObjectWrapper<>(0);
    private Consumer<String> announcing = sentence -> {};
    private Consumer<Path> mixing = file -> {};

    JobsHost(
            Surroundings around,
            Services services,
            ObjectProperty<JobPreferences> preferences,
            MasteringSession mastering,
            List<Preset> presets) {
        this.around = around;
        this.player = services.player();
        this.preferences = preferences;
        jobs =
                new Jobs(
                        services.jobs(),
                        new Titles(services.library()::track),
                        around.notices()::problem);
        endListening = services.library().onEvent(jobs::accept);
        preferences.subscribe(now -> atOnce.set(now.jobsAtOnce()));
        atOnce.subscribe(this::chooseAtOnce);
        tasks = new Tasks(jobs, new Round(jobs, this::tell));
        view = new JobsView(jobs, atOnce, around.actions(), this);
        export = new ExportRoad(around, services, mastering, jobs, presets);
        Path folder = services.library().reports();
        reports = new ReportRoad(around, folder);
        left = jobs.standing().map(Standing::left);
        jobs.standing().subscribe(this::lookForInterrupted);
        jobs.standing().addListener((observed, before, now) -> countUnread(now));
        view.node()
                .visibleProperty()
                .addListener((observed, before, now) -> countUnread(jobs.standing().get()));
    }

    /** Where the last files went; null before. */
    ObjectProperty<Path> exportFolder() {
        return export.folder();
    }

    /** Whether there is work that needs the computer awake. */
    ObservableValue<Boolean> atWork() {
        return jobs.standing().map(now -> now.running() > 0);
    }

    Jobs jobs() {
        return jobs;
    }

    /** Masters a mix of the stems of a file, or writes it as it is mixed. */
    void masterMix(Path file, StemSelection mix, boolean mastered) {
        export.masterMix(file, mix, mastered);
    }

    /** How many are not done. */
    ObservableValue<Integer> left() {
        return left;
    }

    /** How many failed since one looked at the jobs. */
    ObservableValue<Integer> unread() {
        return unread.getReadOnlyProperty();
    }

    /**
     * All that goes on; what the user waits for most comes first. To be held: it is weak.
     *
     * @param others hold null while nothing goes on there
     * @param more of which several may go on
     */
    ObservableValue<List<Activity>> activities(
            List<ObservableValue<Activity>> others, ObservableValue<List<Activity>> more) {
        List<Observable> all = new ArrayList<>(others);
        all.add(tasks.activities());
        all.add(more);
        return Bindings.createObjectBinding(
                () ->
                        Stream.of(
                                        tasks.activities().getValue().stream(),
                                        others.stream().map(ObservableValue::getValue),
                                        more.getValue().stream())
                                .flatMap(activities -> activities)
                                .filter(Objects::nonNull)
                                .toList(),
                all.toArray(Observable[]::new));
    }

    /** What can be done with files that are dropped. */
    List<DropTarget.Offer> offers(Consumer<List<Path>> adding) {
        return List.of(
                new DropTarget.Offer("drop.add", "drop.add.more", "mdi2t-tray-arrow-down", adding),
                new DropTarget.Offer(
                        "drop.master", "drop.master.more", "mdi2a-auto-fix", export::master));
    }

    /**
     * Puts the view into the centre and the actions to work.
     *
     * @param playing the track that is open; exported when none is selected
     */
    void install(BrowseView browse, ReadOnlyObjectProperty<Row> playing) {
        browse.add(Place.View.JOBS, view.node());
        export.connect(browse, playing);
        around.actions().bind(Action.EXPORT, export::start, export.possible());
        around.actions().bind(Action.MASTER_SELECTED, export::again, export.possible());
        around.actions()
                .bind(
                        Action.SHOW_JOBS,
                        () -> {
                            browse.catalogue().go(Place.JOBS);
                            view.focus();
                        });
    }

    /**
     * @param sentences shows a sentence to a user who does not look at the window
     */
    void announceBy(Consumer<String> sentences) {
        announcing = sentences;
    }

    /**
     * @param files shows the stems of a file
     */
    void openStemsBy(Consumer<Path> files) {
        mixing = files;
    }

    /** Begins to work, once it is known that the library can be written. */
    void begin() {
        jobs.begin(preferences.get().resumes(), atOnce.get());
    }

    /** Asks first where that would stop something. */
    void quit(Runnable quitting) {
        int running = jobs.standing().get().running();
        if (running == 0) {
            quitting.run();
        } else if (around.root().lookup("#quit") == null) {
            QuitSheet.show(
                    around.root(),
                    around.actions(),
                    running,
                    quitting,
                    () -> around.stage().setIconified(true));
        }
    }

    void close() {
        endListening.run();
        jobs.close();
    }

    void awaitEnd() throws InterruptedException {
        jobs.awaitEnd();
    }

    private void chooseAtOnce(Number count) {
        if (preferences.get().jobsAtOnce() != count.intValue()) {
            preferences.set(preferences.get().withAtOnce(count.intValue()));
        }
        jobs.atOnce(count.intValue());
    }

    private void lookForInterrupted(Standing now) {
        List<Job> interrupted = now.atOnce() == 0 ? List.of() : now.in(INTERRUPTED);
        boolean fresh = interrupted.stream().anyMatch(job -> !letLie.contains(job.id()));
        around.notices()
                .interrupted(
                        fresh ? interrupted.size() : 0,
                        jobs::resumeInterrupted,
                        () -> {
                            interrupted.forEach(job -> letLie.add(job.id()));
                            lookForInterrupted(jobs.standing().get());
                        });
    }

    /** What had failed before the program began is known. */
    private void countUnread(Standing now) {
        Set<Long> failed =
                now.in(FAILED).stream()
                        .filter(job -> job.stored().finishedAt().orElse(opened).isAfter(opened))
                        .map(Job::id)
                        .collect(Collectors.toSet());
        if (view.node().isVisible()) {
            read.addAll(failed);
        }
        read.retainAll(failed);
        unread.set(failed.size() - read.size());
    }

    private void tell(Round.Outcome outcome) {
        if (outcome.source().isPresent()) {
            Path file = outcome.source().get();
            around.notices().done(outcome.words(), "toast.stems", () -> mixing.accept(file));
        } else if (outcome.folder().isPresent() && outcome.done() > 0) {
            Path folder = outcome.folder().get();
            around.notices().done(outcome.words(), "toast.folder", () -> showFolder(folder));
        } else {
            around.notices()
                    .done(
                            outcome.words(),
                            "toast.jobs",
                            () -> around.actions().fire(Action.SHOW_JOBS));
        }
        if (!around.stage().isFocused() && preferences.get().announces()) {
            announcing.accept(outcome.words());
        }
        if (preferences.get().chimes() && !player.state().playing()) {
            around.workers().execute(() -> Chime.sound(player.outputs()));
        }
    }

    // ---- Host

    @Override
    public void showFolder(Path folder) {
        around.showFolder(folder);
    }

    @Override
    public void perform(Edit edit) {
        around.history().perform(edit);
    }

    @Override
    public void edit(Job job) {
        export.edit(job);
    }

    @Override
    public void openReport(Report report, String name) {
        reports.open(report, name);
    }

    @Override
    public void saveReport(Report report, String name) {
        reports.save(report, name);
    }

    @Override
    public void show(Sheet sheet, Node first) {
        around.show(sheet, first);
    }
}
