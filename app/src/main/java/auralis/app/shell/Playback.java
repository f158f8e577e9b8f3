package auralis.app.shell;

import auralis.app.browse.BrowseView;
import auralis.app.catalogue.Row;
import auralis.app.fx.Fx;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.fx.Throttle;
import auralis.app.master.MasteringSession;
import auralis.app.play.PlayItem;
import auralis.app.play.Player;
import auralis.app.play.PlayerBar;
import auralis.app.play.PlayerState;
import auralis.app.play.PlayerView;
import auralis.app.play.StemFeed;
import auralis.app.play.Waveforms;
import auralis.app.queue.Entry;
import auralis.app.queue.Listing;
import auralis.app.queue.PlayQueue;
import auralis.app.queue.QueueView;
import auralis.app.text.Texts;
import auralis.library.AlbumKey;
import auralis.library.track.Track;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * What plays: opens the tracks that the queue says, goes over to the next at the end, and tells
 * list, mastering and player bar about it. FX thread only.
 */
final class Playback implements QueueView.Player {
    private static final double STEP_SECONDS = 10;
    private static final double RESTART_SECONDS = 3;
    private static final double VOLUME_STEP = 0.05;

    /** After so many tracks in a row that cannot be opened, no other is tried. */
    private static final int MOST_FAILURES = 20;

    /** Nothing is to be sought when the track is open. */
    private static final double NOWHERE = -1;

    private final Player player;
    private final PlayerView view;
    private final MasteringSession mastering;
    private final Waveforms waveforms;
    private final Latest waveform;
    private final Heard heard = new Heard();
    private final PlayQueue queue;
    private final Consumer<Row> onHeard;
    private final Consumer<String> onSkipped;
    private final DoubleProperty volume = new SimpleDoubleProperty(1);
    private BrowseView browse;
    private Supplier<String> listName;
    private PlayerBar bar;
    private Levelling levelling;
    private WavePicture wave;
    private Row undrawn; // whose waveform was not asked for yet; null for none
    private Row shown; // null while nothing was opened
    private long number; // of the last track that was opened
    private Row coming; // what the player goes on with by itself; null for nothing
    private long comingNumber;
    private final Throttle<Playback> announcement = new Throttle<>(self -> announce());
    private double wantedSeconds = NOWHERE; // to be sought as soon as the track is open
    private boolean goesOn; // to the next, where this one cannot be opened
    private int failures; // in a row
    private final ReadOnlyObjectWrapper<StemFeed> stems = new ReadOnlyObjectWrapper<>();
    private Subscription facts = Subscription.EMPTY;
    private double volumeBeforeMute = 1;

    Playback(
            Player player,
            PlayerView view,
            MasteringSession mastering,
            Waveforms waveforms,
            PlayQueue queue,
            Consumer<Row> onHeard,
            Consumer<String> onSkipped,
            ExecutorService workers) {
        this.player = player;
        this.view = view;
        this.mastering = mastering;
        this.waveforms = waveforms;
        this.waveform = new Latest(workers);
        this.queue = queue;
        this.onHeard = onHeard;
        this.onSkipped = onSkipped;
        queue.onSkipped(rows -> onSkipped.accept(Texts.text("toast.queue.away", rows.size())));
        volume.subscribe(position -> player.volume(gain(position.doubleValue())));
        view.position().subscribe(seconds -> heard.at(seconds.doubleValue()));
        mastering.album().subscribe(() -> announcement.accept(this));
        view.state().subscribe(this::goOnAtTheEnd);
        queue.upcoming().addListener((observed, before, now) -> announcement.accept(this));
        view.state().addListener((observed, before, now) -> opened(now));
        mastering.outlook().subscribe(outlook -> drawInTime());
    }

    /**
     * @param nameOfList what the list shows now, for the user
     */
    void connect(
            BrowseView browseView,
            Supplier<String> nameOfList,
            PlayerBar playerBar,
            Levelling trackLevels) {
        browse = browseView;
        listName = nameOfList;
        bar = playerBar;
        levelling = trackLevels;
        wave = new WavePicture(playerBar.wave(), mastering);
    }

    /** The track that is open, or null. */
    ReadOnlyObjectProperty<Row> current() {
        return queue.current();
    }

    /** The stems that are open in place of the track; null while the track itself is. */
    ReadOnlyObjectProperty<StemFeed> stems() {
        return stems.getReadOnlyProperty();
    }

    /** Plays the stems of a track in its place; where it is open, from where it is. */
    void playStems(Row row, StemFeed feed) {
        if (isOpen(row)) {
            exchange(feed, true);
        } else {
            play(row);
            exchange(feed, true);
        }
    }

    /** Goes on with the track itself where its stems are. */
    void endStems() {
        if (stems.get() != null) {
            exchange(null, view.state().get().playing());
        }
    }

    /** The mix of stems was changed. */
    void mixed(StemFeed feed) {
        if (feed == stems.get()) {
            mastering.mixChanged();
        }
    }

    private boolean isOpen(Row row) {
        return shown != null && shown.track().file().equals(row.track().file());
    }

    /**
     * @param feed null for the track itself
     */
    private void exchange(StemFeed feed, boolean play) {
        PlayerState state = view.state().get();
        boolean known = state.track() == number && !state.loading() && state.sampleRate() > 0;
        double at = state.ended() ? 0 : seconds();
        PlayItem item = item(shown, null);
        long track =
                player.open(
                        feed == null
                                ? item
                                : new PlayItem(
                                        item.file(), false, item.inAlbum(), Optional.of(feed)),
                        play);
        if (known && at > 0) {
            player.seek(Math.round(at * state.sampleRate()));
        }
        turnTo(shown, track, feed);
        wantedSeconds = known || at == 0 ? NOWHERE : at;
    }

    /** Position of the volume slider, 0..1. */
    DoubleProperty volume() {
        return volume;
    }

    /** How far the current track was heard, also while it is still being opened. */
    double seconds() {
        return wantedSeconds == NOWHERE ? view.position().get() : wantedSeconds;
    }

    /** Whether anything is played. */
    ObservableValue<Boolean> sounding() {
        return view.state().map(PlayerState::playing);
    }

    ReadOnlyDoubleProperty position() {
        return view.position();
    }

    /** Plays a row of the list, and later what follows it there. */
    void play(Row row) {
        List<Row> rows = browse.catalogue().visible();
        int place = rows.indexOf(row);
        Listing listing =
                place < 0
                        ? new Listing(row.track().title(), List.of(row))
                        : new Listing(listName.get(), rows);
        openChosen(queue.play(listing, Math.max(0, place)));
    }

    @Override
    public void play(Entry entry) {
        openChosen(queue.play(entry));
    }

    @Override
    public void playFollowing(int index) {
        openChosen(queue.playFollowing(index));
    }

    /** Opens a track as it was left, without playing it. */
    void resume(Row row, double seconds) {
        open(row, false);
        wantedSeconds = seconds;
        opened(view.state().get());
    }

    /** Plays on or pauses; starts what is queued, or the chosen track, when nothing is open. */
    void toggle() {
        Row chosen = browse.chosen();
        if (shown != null) {
            player.toggle();
            view.look();
        } else if (queue.upcoming().get() != null) {
            next();
        } else if (chosen != null) {
            play(chosen);
        }
    }

    void next() {
        goOnTo(queue.next());
    }

    /** Back to the start of the track, and from there to what was played before. */
    void previous() {
        Row before = seconds() > RESTART_SECONDS ? null : queue.previous();
        if (before == null) {
            seek(0);
        } else {
            goOnTo(before);
        }
    }

    /** Where the track is not open yet, as soon as it is: only then its sample rate is known. */
    void seek(double seconds) {
        PlayerState state = view.state().get();
        if (state.track() != number || state.loading()) {
            wantedSeconds = Math.max(0, seconds);
        } else {
            player.seek(Math.round(Math.max(0, seconds) * state.sampleRate()));
            view.look();
        }
    }

    void forward() {
        seek(seconds() + STEP_SECONDS);
    }

    void back() {
        seek(seconds() - STEP_SECONDS);
    }

    void louder() {
        volume.set(Math.min(1, volume.get() + VOLUME_STEP));
    }

    void softer() {
        volume.set(Math.max(0, volume.get() - VOLUME_STEP));
    }

    void mute() {
        if (volume.get() > 0) {
            volumeBeforeMute = volume.get();
            volume.set(0);
        } else {
            volume.set(volumeBeforeMute);
        }
    }

    void close() {
        facts.unsubscribe();
        waveform.cancel();
        if (levelling != null) {
            levelling.close();
        }
        mastering.close();
        view.close();
    }

    /** A slider that follows the ear: half way down is about 18 dB less. */
    private static double gain(double position) {
        return position * position * position;
    }

    /** What the user has chosen: the failures of before are forgotten. */
    private void openChosen(Row row) {
        failures = 0;
        goesOn = false;
        open(row, true);
    }

    private void goOnTo(Row row) {
        if (row != null) {
            goesOn = true;
            open(row, true);
        }
    }

    private void open(Row row, boolean play) {
        show(row, player.open(item(row, null), play));
    }

    /** Turns to what the player opened, or went on with by itself. */
    private void show(Row row, long track) {
        Row before = shown;
        heard.open(row.track().seconds(), () -> onHeard.accept(row));
        browse.showPlaying(before, row);
        bar.showTrack(row.track().title(), row.track().artist());
        facts.unsubscribe();
        facts = row.onChange(() -> changed(row));
        drawWaveform(row);
        turnTo(row, track, null);
    }

    private void turnTo(Row row, long track, StemFeed feed) {
        shown = row;
        number = track;
        wantedSeconds = NOWHERE;
        levelling.open(row, number);
        mastering.open(row.track(), number, feed);
        stems.set(feed);
        announce();
        view.look();
    }

    /**
     * @param before what is played before it, or null
     */
    private PlayItem item(Row row, Row before) {
        boolean joined = before != null && AlbumKey.goesOn(before.track(), row.track());
        return new PlayItem(row.track().file(), joined, mastering.album().get());
    }

    /** Has the player and the mastering prepare what comes next. */
    private void announce() {
        coming = shown == null ? null : queue.upcoming().get();
        if (coming == null) {
            player.follow(Optional.empty());
            mastering.prepareNothing();
            if (shown != null) {
                levelling.followNothing();
            }
        } else {
            comingNumber = player.follow(Optional.of(item(coming, shown)));
            levelling.follow(coming, comingNumber);
            mastering.prepare(coming.track(), comingNumber);
        }
    }

    private void goOnAtTheEnd(PlayerState before, PlayerState now) {
        boolean over = coming != null && now.track() == comingNumber && number != comingNumber;
        if (over) {
            wentOver();
        }
        // A short track may be over before it was seen to play.
        boolean ended = now.ended() && (over || (!before.ended() && before.playing()));
        if (ended && now.track() == number) {
            goOnTo(queue.advance());
        }
    }

    /** The player is in the next track already; unless the queue was changed in that moment. */
    private void wentOver() {
        Row heardNow = coming;
        Row row = queue.advance();
        goesOn = true;
        if (row == null || row == heardNow) {
            show(heardNow, comingNumber);
        } else {
            goOnTo(row);
        }
    }

    private void opened(PlayerState now) {
        if (now.track() != number || now.loading()) {
            return;
        }
        if (now.sampleRate() > 0) {
            failures = 0;
            seekWanted();
        } else if (!now.message().isEmpty()) {
            // Later, because other listeners still learn of this state.
            Fx.later(() -> failed(now));
        }
    }

    private void seekWanted() {
        double seconds = wantedSeconds;
        wantedSeconds = NOWHERE;
        if (seconds != NOWHERE) {
            seek(seconds);
        }
    }

    private void failed(PlayerState state) {
        if (state.track() != number) {
            return;
        }
        queue.fail();
        if (!goesOn) {
            return;
        }
        failures++;
        Row next = failures < MOST_FAILURES ? queue.advance() : null;
        if (next != null) {
            goOnTo(next);
            onSkipped.accept(Texts.text("toast.queue.skipped", failures, state.message()));
        }
    }

    private void changed(Row row) {
        bar.showTrack(row.track().title(), row.track().artist());
        mastering.update(row.track());
    }

    /** Hearing comes before seeing: what was never measured is measured when it was glanced at. */
    private void drawWaveform(Row row) {
        wave.show(null);
        waveform.cancel();
        undrawn = row;
        drawInTime();
    }

    private void drawInTime() {
        boolean stored = undrawn != null && undrawn.track().state() == Track.State.ANALYZED;
        if (stored || (undrawn != null && !mastering.outlook().get().isPreparing())) {
            Row row = undrawn;
            undrawn = null;
            askForWaveform(row);
        }
    }

    private void askForWaveform(Row row) {
        waveform.ask(
                new FxTask<>(progress -> waveforms.of(row.track().file(), progress))
                        .onResult(wave::show)
                        // The player says what is wrong with the file.
                        .onFailure(failure -> wave.show(null)));
    }
}
