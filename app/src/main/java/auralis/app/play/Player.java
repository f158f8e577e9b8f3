package auralis.app.play;

import auralis.app.platform.SoundOutputs;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plays one file, original or mastered. Commands return at once from any thread and come true a
 * moment later; of several in a row the last wins.
 */
public final class Player implements Closeable {
    private final SoundOutputs outputs;
    private final TrackOpener opener;
    private final AtomicReference<Intent> intent = new AtomicReference<>(Intent.NOTHING);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Side side = Side.ORIGINAL;
    private volatile double volume = 1;

    public Player(SoundOutputs outputs, TrackOpener opener) {
        this.outputs = outputs;
        this.opener = opener;
    }

    /**
     * Leaves the open file and opens another, at its start.
     *
     * @return the number of this track, which answers for it carry
     */
    public long open(Path file, boolean playWhenReady) {
        return intent.updateAndGet(i -> i.open(file, playWhenReady)).track();
    }

    /** Plays on; from the start when the end was reached. */
    public void play() {
        intent.updateAndGet(i -> i.play(true));
    }

    public void pause() {
        intent.updateAndGet(i -> i.play(false));
    }

    public void toggle() {
        intent.updateAndGet(i -> i.play(!i.play()));
    }

    /** Pauses at the start of the track. */
    public void stop() {
        intent.updateAndGet(i -> i.play(false).seek(0));
    }

    /** Continues at a frame, playing or paused; behind the end, at the end. */
    public void seek(long frame) {
        intent.updateAndGet(i -> i.seek(frame));
    }

    /**
     * @param gain linear, 0..1
     */
    public void volume(double gain) {
        if (!(gain >= 0 && gain <= 1)) {
            throw new IllegalArgumentException("volume " + gain + " is not within 0..1");
        }
        volume = gain;
    }

    /** Switches what is heard, with a fade of 15 ms. */
    public void side(Side side) {
        this.side = side;
    }

    /** Tells how the mastering of a track stands; dropped when another track is open by now. */
    public void mastering(long track, Mastering mastering) {
        throw new UnsupportedOperationException();
    }

    /**
     * Attenuates each side (dB, at most 0), so that both are equally loud; dropped when another
     * track is open by now. Opening a track starts with 0 and 0.
     */
    public void match(long track, double originalDb, double masteredDb) {
        throw new UnsupportedOperationException();
    }

    /** How things stand now; cheap, from any thread. */
    public PlayerState state() {
        Intent now = intent.get();
        return new PlayerState(
                now.track(),
                now.file(),
                now.file().isPresent(),
                now.frame(),
                OptionalLong.empty(),
                0,
                now.play(),
                false,
                side,
                PlanState.NONE,
                "",
                false,
                volume,
                "",
                "",
                true);
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

    @Override
    public void close() {
        intent.set(Intent.NOTHING);
    }
}
