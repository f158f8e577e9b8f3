package auralis.app.master;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.play.Mastering;
import auralis.app.play.Player;
import auralis.app.play.Side;
import auralis.app.text.Texts;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.track.Track;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;

/**
 * The mastering of the track that is open: the settings the user chose, the plan that follows from
 * them, and what the player is told. Each change is heard at once by an estimated plan, and a
 * moment later by the exact one; a plan for older settings is dropped. FX thread only.
 */
public final class MasteringSession {
    private static final Duration SETTLE = Duration.millis(250);

    private final Player player;
    private final Planner planner;
    private final EffectCatalogue effects;
    private final Latest question;
    private final ObjectProperty<Preset> preset;
    private final ObjectProperty<MasteringSettings> settings;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.ORIGINAL);
    private final BooleanProperty matching = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Outlook> outlook =
            new ReadOnlyObjectWrapper<>(Outlook.NONE);
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private Track track;
    private long number;
    private Planner.Plans plans; // of the track, once it was listened to
    private MasteringSettings planned;
    private MasteringPlan full;
    private Optional<String> problem = Optional.empty();
    private boolean naming;

    /**
     * @param effects where those of the settings are found
     * @param first what to begin with
     */
    public MasteringSession(
            Player player,
            Planner planner,
            EffectCatalogue effects,
            Preset first,
            ExecutorService workers) {
        this.player = player;
        this.planner = planner;
        this.effects = effects;
        this.question = new Latest(workers);
        this.preset = new SimpleObjectProperty<>(first);
        this.settings = new SimpleObjectProperty<>(first.settings());
        preset.subscribe(this::begin);
        settle.setOnFinished(event -> refine());
        settings.subscribe(this::settingsChanged);
        side.subscribe(player::side);
        matching.subscribe(this::match);
    }

    /** What the settings began with. */
    public ObjectProperty<Preset> preset() {
        return preset;
    }

    /** Calls the settings as they are now, or what they changed, by another preset. */
    void name(Preset other) {
        naming = true;
        preset.set(other);
        naming = false;
    }

    private void begin(Preset before, Preset chosen) {
        if (!naming) {
            settings.set(chosen.settings());
        }
    }

    /** The preset with the settings as they are now. */
    public Preset wanted() {
        Preset chosen = preset.get();
        return new Preset(chosen.name(), chosen.title(), chosen.description(), settings.get());
    }

    public ObjectProperty<MasteringSettings> settings() {
        return settings;
    }

    /** What is heard. */
    public ObjectProperty<Side> side() {
        return side;
    }

    /** Whether the louder side is turned down to the other. */
    public BooleanProperty matching() {
        return matching;
    }

    /** What mastering does to the open track. */
    public ReadOnlyObjectProperty<Outlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /** The making of a plan, or null. */
    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /**
     * Turns to the track the player opened.
     *
     * @param openNumber what {@link Player#open} answered
     */
    public void open(Track openTrack, long openNumber) {
        track = openTrack;
        number = openNumber;
        prepare();
    }

    /** Learns what the analysis found about the open track. */
    public void update(Track changed) {
        if (track != null && track.id() == changed.id()) {
            track = changed;
            if (full != null) {
                tell();
            }
        }
    }

    public void close() {
        question.cancel();
        settle.stop();
    }

    private void settingsChanged() {
        if (track == null) {
            return;
        }
        boolean planFits = full != null && full(settings.get()).equals(planned);
        if (planFits && problem.isEmpty()) {
            perform();
        } else if (plans != null) {
            question.cancel();
            estimate();
            settle.playFromStart();
        } else if (problem.isPresent()) {
            prepare();
        }
    }

    /** Intensity is a function of the plan: one plan serves all of them. */
    private static MasteringSettings full(MasteringSettings settings) {
        return settings.withIntensity(1);
    }

    /** Learns what plans for the track need. */
    private void prepare() {
        Track asked = track;
        settle.stop();
        plans = null;
        full = null;
        problem = Optional.empty();
        outlook.set(Outlook.preparing(asked));
        player.mastering(number, Mastering.preparing());
        tellActivity(-1);
        question.ask(
                new FxTask<>(progress -> planner.open(asked.file(), progress))
                        .onProgress(state -> tellActivity(state.fraction()))
                        .onResult(this::prepared)
                        .onFailure(this::failed));
    }

    private void prepared(Planner.Plans opened) {
        plans = opened;
        estimate();
        refine();
    }

    /** A plan for now, until the exact one is there. */
    private void estimate() {
        problem = Optional.empty();
        planned(plans.provisional(full(settings.get())));
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
        MasteringChain chain = new MasteringChain(full.at(settings.get().intensity()), effects);
        player.mastering(
                number, full.exact() ? Mastering.exact(chain) : Mastering.provisional(chain));
        tell();
    }

    private void tell() {
        outlook.set(Outlook.ready(track, full, settings.get().intensity(), problem));
        match();
    }

    private void match() {
        OptionalDouble difference = outlook.get().louderByDb();
        double louderDb = matching.get() ? difference.orElse(0) : 0;
        if (number > 0 && outlook.get().isReady()) {
            player.match(number, Math.min(0, louderDb), Math.min(0, -louderDb));
        }
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
