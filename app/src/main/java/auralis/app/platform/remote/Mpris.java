package auralis.app.platform.remote;

import auralis.app.fx.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Logger;

/**
 * The desktop by D-Bus. All talk is a worker's, so that nobody waits for a bus, nor for a hundred
 * classes that are loaded when there is one; commands arrive on a thread of the connection. What is
 * shown while the worker is busy replaces what was to be shown before.
 */
final class Mpris implements MediaKeys {
    private static final Logger LOG = Logger.getLogger(Mpris.class.getName());
    private static final long END_SECONDS = 1;

    // Set before start
    private final String address;
    private final Function<Path, Optional<Path>> artwork;
    private final ExecutorService worker = Workers.named("media-keys", 1);

    // Worker only
    private boolean complained;

    // Shared
    private volatile MprisLink link; // written by the worker; null unless connected
    private volatile MediaState newest = MediaState.NOTHING;
    private volatile boolean closing;

    /**
     * @param address of the session bus
     */
    Mpris(String address, Function<Path, Optional<Path>> artwork) {
        this.address = address;
        this.artwork = artwork;
    }

    @Override
    public boolean canAnnounce() {
        return true;
    }

    @Override
    public void start(MediaState first, MediaCommands commands) {
        newest = first;
        worker.execute(() -> connect(commands));
    }

    @Override
    public void show(MediaState now) {
        newest = now;
        onWorker(() -> link.show(newest));
    }

    @Override
    public void jumped(double seconds) {
        onWorker(() -> link.jumped(seconds));
    }

    @Override
    public void announce() {
        onWorker(this::announceNewest);
    }

    @Override
    public void tell(String sentence) {
        onWorker(() -> link.tell(sentence));
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        if (link == null) {
            worker.shutdownNow(); // it may still be waiting for the bus
        } else {
            worker.execute(this::leave);
            worker.shutdown();
        }
        try {
            if (!worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that is said to the desktop. */
    private interface Talk {
        void run() throws IOException;
    }

    private void onWorker(Talk talk) {
        if (!closing) {
            worker.execute(() -> say(talk));
        }
    }

    private void say(Talk talk) {
        if (link == null || closing) {
            return;
        }
        try {
            talk.run();
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.info("The desktop was not told what plays: " + e.getMessage());
            }
        }
    }

    private void connect(MediaCommands commands) {
        try {
            link = MprisLink.open(address, newest, commands, artwork, this::lost);
        } catch (IOException e) {
            if (!closing) {
                LOG.info("The desktop's media keys do not reach the player: " + e.getMessage());
            }
        }
        if (closing) {
            leave();
        }
    }

    private void lost(IOException cause) {
        if (!closing) {
            LOG.info("The desktop's media keys do not reach the player any more: " + cause);
            onWorker(() -> link = null);
        }
    }

    private void announceNewest() throws IOException {
        Optional<MediaState.Track> track = newest.track();
        if (track.isPresent()) {
            link.announce(track.get());
        }
    }

    private void leave() {
        if (link != null) {
            link.close();
            link = null;
        }
    }
}
