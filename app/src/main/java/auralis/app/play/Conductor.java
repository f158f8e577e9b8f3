package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.StreamFormat;
import auralis.dsp.engine.PlaybackRenderer;
import auralis.dsp.engine.RenderCache;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * The player's own thread: looks again and again at what is wanted and makes it so. It opens
 * devices, which takes as long as it takes; nobody waits for it.
 */
final class Conductor {
    private static final long LOOK_NANOS = 50_000_000;

    private static final String GONE =
            "The sound device went away; the music goes on without it. It is heard again when the"
                    + " device is back, or another is chosen.";

    /** Some minutes of both sides. */
    private static final long CACHE_BYTES = 128L << 20;

    /** How long before its end the next track is opened. */
    private static final double EARLY_SECONDS = 12;

    /**
     * What came of an open command.
     *
     * @param voice null when the file could not be opened, as is {@code deck}
     * @param seeks the last seek that was passed on
     */
    record Loaded(long track, Deck deck, Voice voice, String failure, long seeks) {
        static final Loaded NOTHING = new Loaded(0, null, null, "", 0);

        static Loaded failed(long track, String failure) {
            return new Loaded(track, null, null, failure, 0);
        }

        Loaded with(Deck deck) {
            return new Loaded(track, deck, voice, failure, seeks);
        }

        Loaded seeks(long seeks) {
            return new Loaded(track, deck, voice, failure, seeks);
        }
    }

    // ---- set before start
    private final SoundOutputs outputs;
    private final TrackOpener opener;
    private final Mix mix;
    private final AtomicReference<Intent> intent;
    private final AtomicReference<Optional<Following>> following;
    private final LongFunction<Guidance> guidance;
    private final Runnable afterLook;
    private final RenderCache cache =
            new RenderCache(Math.min(CACHE_BYTES, Runtime.getRuntime().maxMemory() / 8));
    private final OutputThread output = new OutputThread();
    private final Thread thread;

    // ---- shared: written by whoever commands
    private volatile boolean closed;
    private volatile boolean woken;

    // ---- shared: written by the conductor
    private volatile Loaded loaded = Loaded.NOTHING;

    // ---- conductor only
    private SoundOutput device;
    private long revision; // of the outputs, when the device was opened
    private Opening opening; // of the track that is wanted, or null
    private Coming coming; // the track that follows, or null
    private Voice leaving; // went over from, and may still be asked for its end

    /** The last wish to play that the device was asked for. */
    private long starts;

    /**
     * @param guidance what the player was told about a track, by number
     * @param afterLook called on this thread after each look, about 20 times a second while a track
     *     is open
     */
    Conductor(
            SoundOutputs outputs,
            TrackOpener opener,
            Mix mix,
            AtomicReference<Intent> intent,
            AtomicReference<Optional<Following>> following,
            LongFunction<Guidance> guidance,
            Runnable afterLook) {
        this.outputs = outputs;
        this.opener = opener;
        this.mix = mix;
        this.intent = intent;
        this.following = following;
        this.guidance = guidance;
        this.afterLook = afterLook;
        this.thread = new Thread(this::run, "player");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    // ---- any thread

    Loaded loaded() {
        return loaded;
    }

    /** Has it look now. */
    void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    void close() {
        closed = true;
        wake();
    }

    // ---- conductor only

    private void run() {
        while (!closed) {
            woken = false;
            look();
            afterLook.run();
            rest();
        }
        unload();
        output.close();
        if (device != null) {
            device.close();
        }
    }

    /** Opening devices may use up the permit that a wake gives, so it is remembered besides. */
    private void rest() {
        if (woken) {
            return;
        }
        if (loaded.deck() != null || opening != null) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        } else {
            LockSupport.park(this);
        }
    }

    private void look() {
        goOver();
        Intent wanted = intent.get();
        if (wanted.track() != loaded.track()) {
            open(wanted);
        }
        if (loaded.deck() == null || loaded.track() != wanted.track()) {
            return;
        }
        tendDevice(wanted);
        loaded.voice().followMastering();
        if (wanted.seeks() != loaded.seeks()) {
            loaded.voice().renderer().seek(wanted.frame());
            loaded = loaded.seeks(wanted.seeks());
        }
        lookAhead();
        boolean ended = loaded.voice().ended();
        if (ended && wanted.play()) {
            end(wanted);
        }
        output.playing(wanted.play() && !ended);
        output.wake();
        starts = wanted.starts();
    }

    // ---- opening

    private void open(Intent wanted) {
        if (coming != null && coming.track() == wanted.track() && coming.voice() != null) {
            playComing(wanted);
            return;
        }
        if (opening == null || opening.track() != wanted.track()) {
            beginOpening(wanted);
        }
        if (opening != null && opening.done()) {
            finishOpening(wanted);
        }
    }

    /** What was to follow is wanted now; unless the deck has gone over to it by itself. */
    private void playComing(Intent wanted) {
        if (coming.retract(loaded.deck())) {
            Voice voice = coming.voice();
            coming = null;
            unload();
            play(wanted.track(), voice);
            starts = wanted.starts();
        }
    }

    private void beginOpening(Intent wanted) {
        Opening begun =
                coming != null && coming.track() == wanted.track() ? coming.opening() : null;
        if (begun != null) {
            coming = null;
        }
        unload();
        loaded = Loaded.NOTHING;
        if (wanted.item().isEmpty()) {
            loaded = Loaded.failed(wanted.track(), "");
        } else if (begun != null) {
            opening = begun;
        } else {
            opening = new Opening(wanted.track(), wanted.item().get(), opener, this::wake);
        }
    }

    private void finishOpening(Intent wanted) {
        Opening done = opening;
        opening = null;
        try {
            Voice voice = voice(done, wanted.frame());
            play(wanted.track(), voice);
            loaded = loaded.seeks(wanted.seeks());
            starts = wanted.starts();
        } catch (IOException | RuntimeException e) {
            loaded = Loaded.failed(wanted.track(), Failures.sentence(done.item(), e));
            intent.compareAndSet(wanted, wanted.play(false));
        }
    }

    private Voice voice(Opening done, long frame) throws IOException {
        Opening.Opened opened = done.opened();
        PlaybackRenderer renderer = opened.renderer(cache, frame);
        int blockFrames = Deck.blockFrames(renderer.format());
        Sides sides =
                done.item()
                        .stems()
                        .<Sides>map(stems -> new StemSides(renderer, stems, blockFrames))
                        .orElseGet(() -> Sides.of(renderer));
        return new Voice(
                done.track(),
                renderer,
                sides,
                opened.bitDepth(),
                guidance.apply(done.track()),
                mix,
                done.item().joined(),
                blockFrames);
    }

    /** Puts a track on the device alone. */
    private void play(long track, Voice voice) {
        openDevice(voice.format());
        Deck deck = new Deck(device, voice, mix);
        loaded = new Loaded(track, deck, voice, "", 0);
        output.load(deck);
    }

    private void unload() {
        output.playing(false);
        output.load(null);
        if (opening != null) {
            opening.abandon();
            opening = null;
        }
        dropComing();
        if (loaded.voice() != null) {
            loaded.voice().renderer().close();
        }
        letGo();
    }

    // ---- what follows

    private void lookAhead() {
        Optional<Following> wanted = following.get().filter(next -> next.after() == loaded.track());
        if (coming != null
                && wanted.filter(coming::isOf).isEmpty()
                && coming.retract(loaded.deck())) {
            dropComing();
        }
        if (coming == null && wanted.isPresent() && isNearTheEnd()) {
            coming = new Coming(wanted.get(), opener, this::wake);
        }
        if (coming != null) {
            bringOn();
        }
        if (leaving != null && !loaded.deck().needs(leaving)) {
            letGo();
        }
    }

    private boolean isNearTheEnd() {
        Voice voice = loaded.voice();
        double seconds = EARLY_SECONDS + mix.crossfadeSeconds();
        long left = voice.length() - voice.position();
        return left <= voice.format().frames(seconds);
    }

    private void bringOn() {
        if (coming.isOpened()) {
            try {
                coming.voice(voice(coming.opening(), 0));
            } catch (IOException | RuntimeException e) {
                // It is told when it is opened to be heard.
                coming.fail();
            }
        }
        if (coming.voice() != null) {
            coming.voice().followMastering();
            if (coming.voice().format().equals(loaded.voice().format())) {
                coming.offer(loaded.deck());
            }
        }
    }

    private void dropComing() {
        if (coming != null) {
            coming.drop();
            coming = null;
        }
    }

    /** Notices that the device has gone over to the next track. */
    private void goOver() {
        if (coming != null && loaded.deck() != null && loaded.deck().heard() == coming.voice()) {
            letGo();
            leaving = loaded.voice();
            follow(loaded.deck());
        }
    }

    private void follow(Deck deck) {
        Following next = coming.following();
        loaded = new Loaded(next.track(), deck, coming.voice(), "", 0);
        coming = null;
        intent.updateAndGet(i -> i.track() == next.after() ? i.goOn(next) : i);
    }

    private void letGo() {
        if (leaving != null) {
            leaving.renderer().close();
            leaving = null;
        }
    }

    /** Everything was heard and nothing followed in time, or only in another format. */
    private void end(Intent wanted) {
        boolean awaited = coming != null && !coming.hasFailed();
        if (!awaited) {
            intent.compareAndSet(wanted, wanted.play(false));
        } else if (coming.voice() != null && coming.retract(loaded.deck())) {
            Voice ended = loaded.voice();
            output.load(null);
            openDevice(coming.voice().format());
            Deck deck = new Deck(device, coming.voice(), mix);
            follow(deck);
            output.load(deck);
            ended.renderer().close();
        }
    }

    // ---- device

    /** Keeps a device that fits; the silent one is tried to be replaced each time. */
    private void openDevice(StreamFormat format) {
        mix.tap().open(format);
        boolean fits = device != null && device.audible() && device.format().equals(format);
        if (fits && outputs.revision() == revision) {
            return;
        }
        if (device != null) {
            device.close();
        }
        revision = outputs.revision();
        device = outputs.open(format);
    }

    private void tendDevice(Intent wanted) {
        StreamFormat format = loaded.voice().format();
        if (loaded.deck().lost()) {
            output.load(null);
            device.close();
            device = outputs.silent(format, GONE);
            replaceDeck();
        } else if (outputs.revision() != revision || isMissed(wanted)) {
            output.load(null);
            openDevice(format);
            replaceDeck();
        }
    }

    /** Whether play was pressed because nothing is heard. */
    private boolean isMissed(Intent wanted) {
        return !device.audible() && wanted.play() && wanted.starts() != starts;
    }

    private void replaceDeck() {
        if (coming != null && !coming.retract(loaded.deck())) {
            follow(loaded.deck());
        }
        Deck deck = new Deck(device, loaded.voice(), mix);
        loaded = loaded.with(deck);
        output.load(deck);
    }
}
