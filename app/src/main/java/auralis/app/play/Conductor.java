package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import auralis.dsp.engine.MeterTap;
import auralis.dsp.engine.PlaybackRenderer;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The player's own thread: looks again and again at what is wanted and makes it so. It opens files
 * and devices, which take as long as they take; nobody waits for it.
 */
final class Conductor {
    private static final long LOOK_NANOS = 50_000_000;

    /**
     * What came of an open command.
     *
     * @param deck null when the file could not be opened
     * @param seeks the last seek that was passed on
     */
    record Loaded(long track, Deck deck, OptionalInt sourceBits, String failure, long seeks) {
        static final Loaded NOTHING = new Loaded(0, null, OptionalInt.empty(), "", 0);

        static Loaded failed(long track, String failure) {
            return new Loaded(track, null, OptionalInt.empty(), failure, 0);
        }

        Loaded with(Deck deck) {
            return new Loaded(track, deck, sourceBits, failure, seeks);
        }

        Loaded seeks(long seeks) {
            return new Loaded(track, deck, sourceBits, failure, seeks);
        }
    }

    // ---- set before start
    private final SoundOutputs outputs;
    private final TrackOpener opener;
    private final Mix mix;
    private final MeterTap tap;
    private final AtomicReference<Intent> intent;
    private final AtomicReference<Given> given;
    private final Runnable afterLook;
    private final OutputThread output = new OutputThread();
    private final Thread thread;

    // ---- shared: written by whoever commands
    private volatile boolean closed;
    private volatile boolean woken;

    // ---- shared: written by the conductor
    private volatile Loaded loaded = Loaded.NOTHING;

    // ---- conductor only
    private SoundOutput device;
    private AudioProcessor chain;

    /** The last wish to play that the device was asked for. */
    private long starts;

    /**
     * @param afterLook called on this thread after each look, about 20 times a second while a track
     *     is open
     */
    Conductor(
            SoundOutputs outputs,
            TrackOpener opener,
            Mix mix,
            MeterTap tap,
            AtomicReference<Intent> intent,
            AtomicReference<Given> given,
            Runnable afterLook) {
        this.outputs = outputs;
        this.opener = opener;
        this.mix = mix;
        this.tap = tap;
        this.intent = intent;
        this.given = given;
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
            look(intent.get());
            afterLook.run();
            rest();
        }
        unload();
        output.close();
        if (device != null) {
            device.close();
        }
    }

    /** Opening files may use up the permit that a wake gives, so it is remembered besides. */
    private void rest() {
        if (woken) {
            return;
        }
        if (loaded.deck() != null) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        } else {
            LockSupport.park(this);
        }
    }

    private void look(Intent wanted) {
        if (wanted.track() != loaded.track()) {
            open(wanted);
        }
        if (loaded.deck() == null || loaded.track() != wanted.track()) {
            return;
        }
        tendDevice(wanted);
        followMastering();
        if (wanted.seeks() != loaded.seeks()) {
            loaded.deck().renderer().seek(wanted.frame());
            loaded = loaded.seeks(wanted.seeks());
        }
        if (loaded.deck().ended() && wanted.play()) {
            intent.compareAndSet(wanted, wanted.play(false));
        }
        output.playing(wanted.play() && !loaded.deck().ended());
        output.wake();
        starts = wanted.starts();
    }

    private void open(Intent wanted) {
        unload();
        loaded = Loaded.NOTHING;
        if (wanted.file().isEmpty()) {
            loaded = Loaded.failed(wanted.track(), "");
            return;
        }
        try {
            load(wanted, opener.open(wanted.file().get()));
        } catch (IOException | RuntimeException e) {
            loaded = Loaded.failed(wanted.track(), Failures.sentence(wanted, e));
            intent.compareAndSet(wanted, wanted.play(false));
        }
    }

    private void unload() {
        output.playing(false);
        output.load(null);
        chain = null;
        if (loaded.deck() != null) {
            loaded.deck().renderer().close();
        }
    }

    private void load(Intent wanted, MediaSource source) throws IOException {
        if (intent.get().track() != wanted.track()) {
            source.close();
            return;
        }
        PlaybackRenderer renderer = new PlaybackRenderer(source, wanted.frame());
        openDevice(renderer.format());
        tap.open(renderer.format());
        OptionalInt bits = source.media().bitDepth();
        Deck deck = new Deck(wanted.track(), renderer, device, bits, mix, tap);
        loaded = new Loaded(wanted.track(), deck, bits, "", wanted.seeks());
        starts = wanted.starts();
        output.load(deck);
    }

    /** Keeps a device that fits; the silent one is tried to be replaced each time. */
    private void openDevice(StreamFormat format) {
        if (device != null && device.audible() && device.format().equals(format)) {
            return;
        }
        if (device != null) {
            device.close();
        }
        device = outputs.open(format);
    }

    private void tendDevice(Intent wanted) {
        StreamFormat format = loaded.deck().renderer().format();
        if (loaded.deck().lost()) {
            output.load(null);
            device.close();
            device =
                    outputs.silent(
                            format,
                            "The sound device went away. Connect it again, pause and play.");
            replaceDeck();
        } else if (!device.audible() && wanted.play() && wanted.starts() != starts) {
            output.load(null);
            openDevice(format);
            replaceDeck();
        }
    }

    private void replaceDeck() {
        Deck old = loaded.deck();
        Deck deck = new Deck(old.track(), old.renderer(), device, loaded.sourceBits(), mix, tap);
        loaded = loaded.with(deck);
        output.load(deck);
    }

    private void followMastering() {
        Given now = given.get();
        AudioProcessor wanted = now.track() == loaded.track() ? now.chain() : null;
        if (wanted != chain) {
            chain = wanted;
            loaded.deck().renderer().chain(wanted);
        }
    }
}
