package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.engine.MeterTap;
import auralis.dsp.engine.PlaybackRenderer;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Plays one track after the other, original or mastered. Commands return at once from any thread
 * and come true a moment later; of several in a row the last wins.
 */
public final class Player implements Closeable {
    public static final double MAX_CROSSFADE_SECONDS = 12;

    // ---- set before start
    private final SoundOutputs outputs;

    // ---- shared: written by commands
    private final AtomicReference<Intent> intent = new AtomicReference<>(Intent.NOTHING);
    private final AtomicReference<Optional<Following>> following =
            new AtomicReference<>(Optional.empty());
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Guidance> guidance = new ConcurrentHashMap<>();
    private final Mix mix = new Mix();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Conductor conductor;

    // ---- conductor only
    private PlayerState told;

    public Player(SoundOutputs outputs, TrackOpener opener) {
        this.outputs = outputs;
        conductor =
                new Conductor(outputs, opener, mix, intent, following, this::guidance, this::tell);
        told = still(state());
        conductor.start();
    }

    /**
     * Leaves the open track and opens a file, at its start; as {@link #open(PlayItem, boolean)}.
     */
    public long open(Path file, boolean playWhenReady) {
        return open(PlayItem.of(file), playWhenReady);
    }

    /**
     * Leaves the open track and opens another, at its start.
     *
     * @return the number of this track, which answers for it carry
     */
    public long open(PlayItem item, boolean playWhenReady) {
        long track = followingNumber(item).orElseGet(numbers::incrementAndGet);
        guidance(track);
        Intent now = intent.updateAndGet(i -> opened(i, track, item, playWhenReady));
        forgetOthers(now.track());
        conductor.wake();
        return track;
    }

    /** A slow caller must not undo what a quick one wished later. */
    private static Intent opened(Intent now, long track, PlayItem item, boolean play) {
        return now.track() > track ? now : now.open(track, item, play);
    }

    /**
     * Says what is to be heard when the open track is over: without a gap, or overlapping as {@link
     * #crossfade} says. Until then it may be said anew. When it comes to it, {@link
     * PlayerState#track} becomes the number answered here, and it is time to say what follows that.
     *
     * @param item empty for nothing: the player stops at the end
     * @return its number, 0 for nothing
     */
    public long follow(Optional<PlayItem> item) {
        if (item.isEmpty()) {
            following.set(Optional.empty());
            conductor.wake();
            return 0;
        }
        return follow(item.get(), told -> {});
    }

    /**
     * As {@link #follow(Optional)}, of a track whose mastering is known: not a frame of it is heard
     * without.
     */
    public long follow(PlayItem item, Mastering mastering) {
        return follow(item, told -> told.mastering(mastering));
    }

    private long follow(PlayItem item, Consumer<Guidance> first) {
        long after = intent.get().track();
        long track = followingNumber(item).orElseGet(numbers::incrementAndGet);
        first.accept(guidance(track));
        following.set(Optional.of(new Following(after, track, item)));
        forgetOthers(after);
        conductor.wake();
        return track;
    }

    /** What was prepared to follow is not prepared twice. */
    private Optional<Long> followingNumber(PlayItem item) {
        return following
                .get()
                .filter(next -> next.after() == intent.get().track() && next.item().equals(item))
                .map(Following::track);
    }

    private Guidance guidance(long track) {
        return guidance.computeIfAbsent(track, number -> new Guidance());
    }

    /** What is told about other tracks from now on is dropped. */
    private void forgetOthers(long track) {
        long next = following.get().map(Following::track).orElse(track);
        guidance.keySet().removeIf(number -> number != track && number != next);
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

    /**
     * @param seconds how long a track and the next overlap, 0..12; 0 for none
     */
    public void crossfade(double seconds) {
        if (!(seconds >= 0 && seconds <= MAX_CROSSFADE_SECONDS)) {
            throw new IllegalArgumentException(
                    "a cross-fade of " + seconds + " s is not within 0..12");
        }
        mix.crossfadeSeconds(seconds);
    }

    /**
     * Tells how the mastering of a track stands; dropped when neither that track nor the one before
     * it is open by now.
     */
    public void mastering(long track, Mastering mastering) {
        Guidance told = guidance.get(track);
        if (told != null) {
            told.mastering(mastering);
            conductor.wake();
        }
    }

    /**
     * Attenuates each side (dB, at most 0), so that both are equally loud; dropped as {@link
     * #mastering}. Each track starts with 0 and 0.
     */
    public void match(long track, double originalDb, double masteredDb) {
        if (!(originalDb <= 0 && masteredDb <= 0)) {
            throw new IllegalArgumentException(
                    "matching only attenuates, not " + originalDb + " and " + masteredDb + " dB");
        }
        Guidance told = guidance.get(track);
        if (told != null) {
            told.match(originalDb, masteredDb);
        }
    }

    /** Makes a track as loud as others by a gain for both sides; dropped as {@link #mastering}. */
    public void level(long track, double gainDb) {
        if (!Double.isFinite(gainDb)) {
            throw new IllegalArgumentException("a gain of " + gainDb + " dB");
        }
        Guidance told = guidance.get(track);
        if (told != null) {
            told.level(gainDb);
        }
    }

    /** Where meters hear both sides of what is played, before match gain and volume. */
    public MeterTap tap() {
        return mix.tap();
    }

    /** Where it plays. */
    public SoundOutputs outputs() {
        return outputs;
    }

    /** How things stand now; cheap, from any thread. */
    public PlayerState state() {
        Intent now = intent.get();
        Conductor.Loaded loaded = conductor.loaded();
        if (loaded.track() == now.track() && loaded.deck() != null) {
            return state(now, loaded);
        }
        boolean loading = now.item().isPresent() && loaded.track() != now.track();
        Guidance.Given given = given(now);
        return new PlayerState(
                now.track(),
                now.item().map(PlayItem::file),
                loading,
                now.frame(),
                OptionalLong.empty(),
                0,
                now.play() && loading,
                false,
                mix.side(),
                given.state(),
                given.reason(),
                false,
                mix.volume(),
                loading ? "" : loaded.failure(),
                "",
                true,
                SignalPath.NONE);
    }

    private PlayerState state(Intent now, Conductor.Loaded loaded) {
        Voice voice = loaded.voice();
        PlaybackRenderer renderer = voice.renderer();
        SoundOutput output = loaded.deck().output();
        boolean seeking = loaded.seeks() != now.seeks();
        boolean ended = !seeking && voice.ended() && !now.play();
        Optional<Exception> masteringFailure = renderer.masteringFailure();
        Guidance.Given given = given(now);
        OptionalLong total = renderer.totalFrames();
        long position = seeking ? now.frame() : voice.position();
        return new PlayerState(
                now.track(),
                now.item().map(PlayItem::file),
                false,
                Math.min(position, total.orElse(Long.MAX_VALUE)),
                total,
                voice.format().sampleRate(),
                now.play(),
                ended,
                mix.side(),
                masteringFailure.isPresent() ? PlanState.FAILED : given.state(),
                masteringFailure.map(Failures::reason).orElse(given.reason()),
                renderer.masteredReady(),
                mix.volume(),
                renderer.sourceFailure()
                        .map(e -> Failures.sentence(now.item().orElseThrow(), e))
                        .orElse(output.problem()),
                output.name(),
                output.audible(),
                path(voice, output, given));
    }

    private SignalPath path(Voice voice, SoundOutput output, Guidance.Given given) {
        boolean second = mix.side() == Side.MASTERED && voice.renderer().masteredReady();
        Mastering.Rendering rendering = given.rendering();
        return new SignalPath(
                voice.sourceBits(),
                output.bitDepth(),
                second && rendering != null && !rendering.neutral(),
                voice.guidance().matchGain(second ? Side.MASTERED : Side.ORIGINAL),
                voice.guidance().levelGain(),
                mix.volume());
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
                && loaded.voice() != null
                && loaded.voice().ended();
    }

    private Guidance.Given given(Intent now) {
        Guidance told = guidance.get(now.track());
        return told == null ? Guidance.Given.NOTHING : told.given();
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
                s.audible(),
                s.path());
    }
}
