package auralis.app.master;

import auralis.app.fx.Activity;
import auralis.app.play.Player;
import auralis.app.play.Side;
import auralis.app.play.StemFeed;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.library.track.Track;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.ObjLongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/**
 * What the user chose for mastering, and the mastering of the track that is open and of the one
 * that follows, which is prepared once the open one is done. FX thread only.
 */
public final class MasteringSession {
    private final Player player;
    private final Planner planner;
    private final EffectCatalogue effects;
    private final ExecutorService workers;
    private final ObjectProperty<Preset> preset;
    private final ObjectProperty<MasteringSettings> settings;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.ORIGINAL);
    private final BooleanProperty matching = new SimpleBooleanProperty(true);
    private final BooleanProperty album = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Outlook> outlook =
            new ReadOnlyObjectWrapper<>(Outlook.NONE);
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper concealed = new ReadOnlyBooleanWrapper();
    private final Map<StemFeed, Planner> mixPlanners = new HashMap<>();
    private TrackMastering current; // null before the first track
    private TrackMastering coming; // null for none
    private Subscription watch = Subscription.EMPTY;
    private boolean naming;
    private ObjLongConsumer<Outlook> onMatched = (outlook, number) -> {};

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
        this.workers = workers;
        this.preset = new SimpleObjectProperty<>(first);
        this.settings = new SimpleObjectProperty<>(first.settings());
        preset.subscribe(this::begin);
        settings.subscribe(this::settingsChanged);
        side.subscribe(this::sideChosen);
        matching.subscribe(this::matchBoth);
        album.subscribe(this::replan);
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

    /** What is heard, unless that is {@link #concealed}. */
    public ObjectProperty<Side> side() {
        return side;
    }

    /** Whether nothing may tell which side is heard: while a blind test runs. */
    public ReadOnlyBooleanProperty concealed() {
        return concealed.getReadOnlyProperty();
    }

    /** Has a side heard, equally loud as the other, that nothing tells, until {@link #reveal}. */
    void conceal(Side heard) {
        if (!concealed.get()) {
            concealed.set(true);
            match(current);
        }
        player.side(heard);
    }

    /** Goes back to the chosen side and matching. */
    void reveal() {
        concealed.set(false);
        player.side(side.get());
        match(current);
    }

    private void sideChosen(Side chosen) {
        if (!concealed.get()) {
            player.side(chosen);
        }
    }

    /** Whether the louder side is turned down to the other. */
    public BooleanProperty matching() {
        return matching;
    }

    /** Whether the tracks of an album are mastered as one, so that their differences stay. */
    public BooleanProperty album() {
        return album;
    }

    /** What mastering does to the open track. */
    public ReadOnlyObjectProperty<Outlook> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /**
     * @param listener told what mastering does to a track, by the player's number of it, whenever
     *     its sides were matched anew
     */
    public void onMatched(ObjLongConsumer<Outlook> listener) {
        onMatched = listener;
    }

    /** The making of a plan, or null. */
    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /**
     * Turns to the track the player opened, or went on with.
     *
     * @param number what {@link Player#open} or {@link Player#follow} answered
     */
    public void open(Track track, long number) {
        open(track, number, null);
    }

    /**
     * The same where stems are played in place of the file.
     *
     * @param stems null for the file
     */
    public void open(Track track, long number, StemFeed stems) {
        watch.unsubscribe();
        if (current != null) {
            current.close();
        }
        current = coming != null && coming.number() == number ? coming : of(track, number, stems);
        if (current != coming) {
            drop(coming);
        }
        coming = null;
        watch =
                Subscription.combine(
                        current.outlook().subscribe(this::show),
                        current.activity().subscribe(activity::set));
        current.start();
    }

    /** Prepares the track that the player goes on with. */
    public void prepare(Track track, long number) {
        if (coming != null && coming.number() == number) {
            return;
        }
        drop(coming);
        coming = of(track, number, null);
        coming.outlook().subscribe(() -> match(coming));
        startComing();
    }

    /** Nothing follows. */
    public void prepareNothing() {
        drop(coming);
        coming = null;
    }

    /** The stems that are open are mixed otherwise. */
    public void mixChanged() {
        if (current != null) {
            current.soundChanged();
        }
    }

    private TrackMastering of(Track track, long number, StemFeed stems) {
        return new TrackMastering(
                player,
                stems == null ? planner : mixPlanners.computeIfAbsent(stems, planner::ofMix),
                effects,
                settings::get,
                album::get,
                stems == null,
                track,
                number,
                workers);
    }

    private static void drop(TrackMastering mastering) {
        if (mastering != null) {
            mastering.close();
        }
    }

    private void show(Outlook now) {
        outlook.set(now);
        match(current);
        startComing();
    }

    /** The track that is heard comes first. */
    private void startComing() {
        if (coming != null && (current == null || current.isSettled())) {
            coming.start();
        }
    }

    /** Learns what the analysis found about a track. */
    public void update(Track changed) {
        if (current != null) {
            current.update(changed);
        }
        if (coming != null) {
            coming.update(changed);
        }
    }

    public void close() {
        watch.unsubscribe();
        drop(current);
        drop(coming);
    }

    private void replan() {
        if (current != null) {
            current.replan();
        }
        if (coming != null) {
            coming.replan();
        }
    }

    private void settingsChanged() {
        if (current != null) {
            current.settingsChanged();
        }
        if (coming != null && coming.isStarted()) {
            coming.settingsChanged();
        }
    }

    private void matchBoth() {
        match(current);
        match(coming);
    }

    private void match(TrackMastering mastering) {
        if (mastering == null || !mastering.outlook().get().isReady()) {
            return;
        }
        Outlook ready = mastering.outlook().get();
        boolean match = matching.get() || concealed.get();
        double originalDb = match ? ready.matchDb(Side.ORIGINAL) : 0;
        double masteredDb = match ? ready.matchDb(Side.MASTERED) : 0;
        player.match(mastering.number(), originalDb, masteredDb);
        onMatched.accept(ready, mastering.number());
    }
}
