package auralis.app.master;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.master.Outlook.Sound;
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

    /** Measuring takes longer than planning. */
    private static final Duration CALM = Duration.seconds(1);

    private final Player player;
    private final Planner planner;
    private final EffectCatalogue effects;
    private final Supplier<MasteringSettings> settings;
    private final BooleanSupplier inAlbum;
    private final boolean ofFile;
    private final long number;
    private final Latest question;
    private final ReadOnlyObjectWrapper<Outlook> outlook;
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private final PauseTransition calm = new PauseTransition(CALM);
    private int changes; // of the sound
    private int measured; // how many of them were there when it was measured
    private Track track;
    private boolean started;
    private Planner.Impression impression; // of the track, once there is one
    private Planner.Plans plans; // once all of it was listened to
    private MasteringSettings planned;
    private MasteringPlan full;
    private Optional<String> problem = Optional.empty();

    /**
     * @param ofFile whether it is the file that is heard, or a mix of its stems
     * @param inAlbum whether it is mastered as a part of its album
     * @param number the player's number of the track
     */
    TrackMastering(
            Player player,
            Planner planner,
            EffectCatalogue effects,
            Supplier<MasteringSettings> settings,
            BooleanSupplier inAlbum,
            boolean ofFile,
            Track track,
            long number,
            ExecutorService workers) {
        this.player = player;
        this.planner = planner;
        this.effects = effects;
        this.settings = settings;
        this.inAlbum = inAlbum;
        this.ofFile = ofFile;
        this.track = track;
        this.number = number;
        this.question = new Latest(workers);
        this.outlook = new ReadOnlyObjectWrapper<>(Outlook.preparing(track, sound()));
        settle.setOnFinished(event -> settled());
        calm.setOnFinished(event -> listen());
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
        calm.stop();
    }

    /** What is heard is another mix: the plan stays until that was measured. */
    void soundChanged() {
        changes++;
        if (!started) {
            return;
        }
        if (plans != null) {
            question.cancel();
            activity.set(null);
        }
        if (full != null) {
            tell();
        }
        calm.playFromStart();
    }

    private void settled() {
        if (changes == measured) {
            refine();
        } else {
            listen();
        }
    }

    private Sound sound() {
        return ofFile ? Sound.FILE : changes == measured ? Sound.MIX : Sound.CHANGED_MIX;
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
        calm.stop();
        impression = null;
        plans = null;
        full = null;
        problem = Optional.empty();
        outlook.set(Outlook.preparing(track, sound()));
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
        calm.stop();
        int heard = changes;
        boolean album = inAlbum.getAsBoolean();
        question.ask(
                new FxTask<>(progress -> open(album, progress))
                        .onProgress(state -> tellActivity(state.fraction()))
                        .onResult(opened -> listened(opened, heard))
                        .onFailure(this::failed));
    }

    private Planner.Plans open(boolean album, Progress progress)
            throws IOException, InterruptedException {
        return album
                ? planner.openInAlbum(track.file(), progress)
                : planner.open(track.file(), progress);
    }

    private void listened(Planner.Plans opened, int heard) {
        measured = heard;
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
            outlook.set(Outlook.failed(track, sound(), failure.getMessage()));
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
                        sound(),
                        measurements(),
                        sourceLufs(),
                        full,
                        settings.get().intensity(),
                        problem));
    }

    private OptionalDouble sourceLufs() {
        OptionalDouble known = ofFile ? track.integratedLufs() : OptionalDouble.empty();
        return known.isPresent()
                ? known
                : measurements().map(heard -> heard.loudness().integratedLufs()).orElse(known);
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
        calm.stop();
        failed(new InterruptedException(Texts.text("master.stopped")));
    }
}
