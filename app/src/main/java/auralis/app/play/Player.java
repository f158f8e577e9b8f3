package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.engine.MeterTap;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plays one file, original or mastered. Commands return at once from any thread and come true a
 * moment later; of several in a row the last wins.
 */
public final class Player implements Closeable {
    // ---- shared: written by commands
    private final AtomicReference<Intent> intent = new AtomicReference<>(Intent.NOTHING);
    private final AtomicReference<Given> given = new AtomicReference<>(Given.NOTHING);
    private final Mix mix = new Mix();
    private final MeterTap tap = new MeterTap();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Conductor conductor;

    // ---- conductor only
    private PlayerState told;

    public Player(SoundOutputs outputs, TrackOpener opener) {
        conductor = new Conductor(outputs, opener, mix, tap, intent, given, this::tell);
        told = still(state());
        conductor.start();
    }

    /**
     * Leaves the open file and opens another, at its start.
     *
     * @return the number of this track, which answers for it carry
     */
    public long open(Path file, boolean playWhenReady) {
        long track = intent.updateAndGet(i -> i.open(file, playWhenReady)).track();
        conductor.wake();
        return track;
    }

    /** Plays on; from the start when the end was reached. */
    public void play() {
        intent.updateAndGet(i -> playing(i, true));
        conductor.wake();
    }

    public void pause() {
        intent.updateAndGet(i -> i.play(false));
        conductor.wake();
    }

    /** Pauses what plays and plays what does not. */
    public void toggle() {
        intent.updateAndGet(i -> playing(i, !i.play() || ended(i)));
        conductor.wake();
    }

    /** Pauses at the start of the track. */
    public void stop() {
        intent.updateAndGet(i -> i.play(false).seek(0));
        conductor.wake();
    }

    /** Continues at a frame, playing or paused; behind the end, at the end. */
    public void seek(long frame) {
        intent.updateAndGet(i -> i.play(i.play() && !ended(i)).seek(frame));
        conductor.wake();
    }

    /**
     * @param gain linear, 0..1
     */
    public void volume(double gain) {
        if (!(gain >= 0 && gain <= 1)) {
            throw new IllegalArgumentException("volume " + gain + " is not within 0..1");
        }
        mix.volume(gain);
        conductor.wake();
    }

    /** Switches what is heard, with a fade of 15 ms. */
    public void side(Side side) {
        mix.side(side);
        conductor.wake();
    }

    /** Tells how the mastering of a track stands; dropped when another track is open by now. */
    public void mastering(long track, Mastering mastering) {
        if (track == intent.get().track()) {
            given.updateAndGet(g -> g.then(track, mastering));
            conductor.wake();
        }
    }

    /**
     * Attenuates each side (dB, at most 0), so that both are equally loud; without effect when
     * another track is open by now. Each track starts with 0 and 0.
     */
    public void match(long track, double originalDb, double masteredDb) {
        if (!(originalDb <= 0 && masteredDb <= 0)) {
            throw new IllegalArgumentException(
                    "matching only attenuates, not " + originalDb + " and " + masteredDb + " dB");
        }
        if (track == intent.get().track()) {
            mix.match(track, originalDb, masteredDb);
        }
    }

    /** Where meters hear both sides of what is played, before match gain and volume. */
    public MeterTap tap() {
        return tap;
    }

    /** How things stand now; cheap, from any thread. */
    public PlayerState state() {
        Intent now = intent.get();
        Conductor.Loaded loaded = conductor.loaded();
        if (loaded.track() == now.track() && loaded.deck() != null) {
            return state(now, loaded);
        }
        boolean loading = now.file().isPresent() && loaded.track() != now.track();
        return new PlayerState(
                now.track(),
                now.file(),
                loading,
                now.frame(),
                OptionalLong.empty(),
                0,
                now.play() && loading,
                false,
                mix.side(),
                mastering(now).state(),
                mastering(now).reason(),
                false,
                mix.volume(),
                loading ? "" : loaded.failure(),
                "",
                true);
    }

    private PlayerState state(Intent now, Conductor.Loaded loaded) {
        Deck deck = loaded.deck();
        SoundOutput output = deck.output();
        boolean seeking = loaded.seeks() != now.seeks();
        boolean ended = !seeking && deck.ended();
        Optional<Exception> masteringFailure = deck.renderer().masteringFailure();
        OptionalLong total = deck.renderer().totalFrames();
        long position = seeking ? now.frame() : deck.position();
        return new PlayerState(
                now.track(),
                now.file(),
                false,
                Math.min(position, total.orElse(Long.MAX_VALUE)),
                total,
                deck.renderer().format().sampleRate(),
                now.play() && !ended,
                ended,
                mix.side(),
                masteringFailure.isPresent() ? PlanState.FAILED : mastering(now).state(),
                masteringFailure.map(Failures::reason).orElse(mastering(now).reason()),
                deck.renderer().masteredReady(),
                mix.volume(),
                deck.renderer()
                        .sourceFailure()
                        .map(e -> Failures.sentence(now, e))
                        .orElse(output.problem()),
                output.name(),
                output.audible());
    }

    /**
     * Has the listener called, on a thread of the player, after anything but the position changed;
     * several changes may come as one call.
     *
     * @return what ends it
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Falls silent and lets go of the file and the device, a moment later. */
    @Override
    public void close() {
        conductor.close();
    }

    private Intent playing(Intent now, boolean play) {
        return (play && ended(now) ? now.seek(0) : now).play(play);
    }

    private boolean ended(Intent now) {
        Conductor.Loaded loaded = conductor.loaded();
        return loaded.track() == now.track()
                && loaded.seeks() == now.seeks()
                && loaded.deck() != null
                && loaded.deck().ended();
    }

    private Given mastering(Intent now) {
        Given last = given.get();
        return last.track() == now.track() ? last : Given.NOTHING;
    }

    private void tell() {
        PlayerState now = still(state());
        if (!now.equals(told)) {
            told = now;
            listeners.forEach(Player::call);
        }
    }

    /** A listener that fails is a defect to be reported, and must not end the music. */
    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /** The state without the position, which changes all the time. */
    private static PlayerState still(PlayerState s) {
        return new PlayerState(
                s.track(),
                s.file(),
                s.loading(),
                0,
                s.totalFrames(),
                s.sampleRate(),
                s.playing(),
                s.ended(),
                s.side(),
                s.mastering(),
                s.masteringProblem(),
                s.masteredReady(),
                s.volume(),
                s.message(),
                s.outputName(),
                s.audible());
    }
}
