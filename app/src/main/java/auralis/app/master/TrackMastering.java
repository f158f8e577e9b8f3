package auralis.app.master;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.play.Mastering;
import auralis.app.play.Mastering.Rendering;
import auralis.app.play.Player;
import auralis.app.text.Texts;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.library.track.Track;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * The mastering of one track that the player has open or will go on with: the plan that follows
 * from the settings, and what the player is told. A glance at the track gives a plan for now, the
 * whole track the exact one; each change of settings is heard at once by an estimate, and a moment
 * later exactly. A plan for older settings is dropped. FX thread only.
 */
final class TrackMastering {
    private static final Duration SETTLE = Duration.millis(250);

    private final Player player;
    private final Planner planner;
    private final EffectCatalogue effects;
    private final Supplier<MasteringSettings> settings;
    private final BooleanSupplier inAlbum;
    private final long number;
    private final Latest question;
    private final ReadOnlyObjectWrapper<Outlook> outlook;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private Track track;
    private boolean started;
    private Planner.Impression impression; // of the track, once there is one
    private Planner.Plans plans; // once all of it was listened to
    private MasteringSettings planned;
    private MasteringPlan full;
    private Optional<String> problem = Optional.empty();

    /**
     * @param inAlbum whether it is mastered as a part of its album
     * @param number the player's number of the track
     */
    TrackMastering(
            Player player,
            Planner planner,
            EffectCatalogue effects,
            Supplier<MasteringSettings> settings,
            BooleanSupplier inAlbum,
            Track track,
            long number,
            ExecutorService workers) {
        this.player = player;
        this.planner = planner;
        this.effects = effects;
        this.settings = settings;
        this.inAlbum = inAlbum;
        this.track = track;
        this.number = number;
        this.question = new Latest(workers);
        this.outlook = new ReadOnlyObjectWrapper<>(Outlook.preparing(track));
        settle.setOnFinished(event -> refine());
    }

    long number() {
        return number;
    }

    ReadOnlyObjectProperty<Outlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /** The making of a plan, or null. */
    ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /** Whether nothing better than what there is will come by itself. */
    boolean isSettled() {
        return problem.isPresent() || (full != null && full.exact());
    }

    boolean isStarted() {
        return started;
    }

    /** Begins; without effect the second time. */
    void start() {
        if (!started) {
            started = true;
            prepare();
        }
    }

    /** Learns what the analysis found. */
    void update(Track changed) {
        if (track.id() == changed.id()) {
            track = changed;
            if (full != null) {
                tell();
            }
        }
    }

    void close() {
        question.cancel();
        settle.stop();
    }

    /** Plans anew, for the track alone or for its album. */
    void replan() {
        if (started) {
            prepare();
        }
    }

    void settingsChanged() {
        boolean planFits = full != null && full(settings.get()).equals(planned);
        if (planFits && problem.isEmpty()) {
            perform();
        } else if (plans != null) {
            question.cancel();
            estimate();
            settle.playFromStart();
        } else if (problem.isPresent()) {
            prepare();
        } else if (impression != null) {
            estimate();
        }
    }

    /** Intensity is a function of the plan: one plan serves all of them. */
    private static MasteringSettings full(MasteringSettings settings) {
        return settings.withIntensity(1);
    }

    /** Learns what plans for the track need. */
    private void prepare() {
        settle.stop();
        impression = null;
        plans = null;
        full = null;
        problem = Optional.empty();
        outlook.set(Outlook.preparing(track));
        player.mastering(number, Mastering.preparing());
        tellActivity(-1);
        question.ask(
                new FxTask<>(progress -> planner.glance(track.file(), progress))
                        .onResult(this::glanced)
                        // Listening to all of it tells better what is wrong.
                        .onFailure(failure -> listen()));
    }

    private void glanced(Planner.Impression glance) {
        impression = glance;
        estimate();
        listen();
    }

    private void listen() {
        boolean album = inAlbum.getAsBoolean();
        question.ask(
                new FxTask<>(progress -> open(album, progress))
                        .onProgress(state -> tellActivity(state.fraction()))
                        .onResult(this::listened)
                        .onFailure(this::failed));
    }

    private Planner.Plans open(boolean album, Progress progress)
            throws IOException, InterruptedException {
        return album
                ? planner.openInAlbum(track.file(), progress)
                : planner.open(track.file(), progress);
    }

    private void listened(Planner.Plans opened) {
        impression = opened;
        plans = opened;
        refine();
    }

    /** A plan for now, until the exact one is there. */
    private void estimate() {
        problem = Optional.empty();
        planned(impression.provisional(full(settings.get())));
    }

    private void refine() {
        Planner.Plans asked = plans;
        MasteringSettings wanted = full(settings.get());
        tellActivity(-1);
        question.ask(
                new FxTask<>(progress -> asked.exact(wanted, progress))
                        .onProgress(state -> tellActivity(state.fraction()))
                        .onResult(
                                plan -> {
                                    activity.set(null);
                                    planned(plan);
                                })
                        .onFailure(this::failed));
    }

    private void planned(MasteringPlan plan) {
        planned = full(settings.get());
        full = plan;
        perform();
    }

    /** Without a plan there is no mastered side; an estimate stays one. */
    private void failed(Exception failure) {
        activity.set(null);
        problem = Optional.of(failure.getMessage());
        if (full == null) {
            outlook.set(Outlook.failed(track, failure.getMessage()));
            player.mastering(number, Mastering.failed(failure.getMessage()));
        } else {
            tell();
        }
    }

    /** Has the player render the plan at the chosen intensity. */
    private void perform() {
        MasteringPlan plan = full.at(settings.get().intensity());
        Rendering rendering = Rendering.of(plan, effects);
        player.mastering(
                number,
                full.exact() ? Mastering.exact(rendering) : Mastering.provisional(rendering));
        tell();
    }

    private void tell() {
        outlook.set(
                Outlook.ready(
                        track,
                        measurements(),
                        sourceLufs(),
                        full,
                        settings.get().intensity(),
                        problem));
    }

    private OptionalDouble sourceLufs() {
        OptionalDouble measured = track.integratedLufs();
        return measured.isPresent()
                ? measured
                : measurements().map(heard -> heard.loudness().integratedLufs()).orElse(measured);
    }

    private Optional<Measurements> measurements() {
        return Optional.ofNullable(impression).flatMap(Planner.Impression::measurements);
    }

    private void tellActivity(double fraction) {
        String text = Texts.text("task.plan", track.title());
        activity.set(new Activity(text, fraction, Optional.of(this::stop)));
    }

    private void stop() {
        question.cancel();
        settle.stop();
        failed(new InterruptedException(Texts.text("master.stopped")));
    }
}
