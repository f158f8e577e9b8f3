package auralis.app.platform.remote;

import auralis.app.fx.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties.PropertiesChanged;
import org.freedesktop.dbus.types.Variant;

/**
 * The desktop by D-Bus. One worker connects, compares and sends; the connection's own threads bring
 * commands. What is shown while the worker is busy replaces what was to be shown before.
 */
final class Mpris implements MediaKeys {
    static final String NAME = "org.mpris.MediaPlayer2.auralis";
    private static final Logger LOG = Logger.getLogger(Mpris.class.getName());

    /** It has much to say of each lost connection; here that is one line. Held: loggers are weak. */
    private static final Logger DBUS_LOG = Logger.getLogger("org.freedesktop.dbus");

    private static final long END_SECONDS = 1;

    // Set before start
    private final String address;
    private final Function<Path, Optional<Path>> artwork;
    private final ExecutorService worker = Workers.named("media-keys", 1);

    // Worker only
    private DBusConnection connection; // null unless connected
    private MprisPlayer player;
    private Announcer announcer;
    private long picturedTrack = -1;
    private Optional<Path> picture = Optional.empty();

    // Shared
    private volatile MediaState newest = MediaState.NOTHING;
    private volatile boolean closing;

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
        onWorker(this::publish);
    }

    @Override
    public void jumped(double seconds) {
        long position = MprisProperties.microseconds(seconds);
        onWorker(
                () ->
                        connection.sendMessage(
                                new MprisInterfaces.Player.Seeked(MprisPlayer.PATH, position)));
    }

    @Override
    public void announce() {
        onWorker(this::announceNewest);
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        worker.execute(this::leave);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that needs the bus. */
    private interface Talk {
        void run() throws DBusException;
    }

    /** Does nothing without a connection. A talk that fails is no reason for another to. */
    private void onWorker(Talk talk) {
        if (closing) {
            return;
        }
        worker.execute(
                () -> {
                    try {
                        if (connection != null && !closing) {
                            talk.run();
                        }
                    } catch (DBusException | DBusExecutionException e) {
                        LOG.info("The desktop was not told: " + e.getMessage());
                    }
                });
    }

    private void connect(MediaCommands commands) {
        DBUS_LOG.setLevel(Level.OFF);
        try {
            connection =
                    DBusConnectionBuilder.forAddress(address)
                            .withShared(false)
                            .withDisconnectCallback(whenLost())
                            .build();
            announcer = new Announcer(connection);
            player = new MprisPlayer(commands, properties());
            connection.exportObject(player);
            takeName();
        } catch (DBusException | RuntimeException e) { // the library throws many of its own
            LOG.info("The desktop's media keys do not reach the player: " + e.getMessage());
            leave();
        }
    }

    /** Another player with other data may be there already. */
    private void takeName() throws DBusException {
        try {
            connection.requestBusName(NAME);
        } catch (DBusException taken) {
            connection.requestBusName(NAME + ".instance" + ProcessHandle.current().pid());
        }
    }

    private IDisconnectCallback whenLost() {
        return new IDisconnectCallback() {
            @Override
            public void disconnectOnError(IOException cause) {
                if (!closing) {
                    LOG.info("The desktop's media keys do not reach the player any more: " + cause);
                    worker.execute(() -> connection = null);
                }
            }
        };
    }

    private void leave() {
        if (connection != null) {
            connection.disconnect();
            connection = null;
        }
    }

    private void publish() throws DBusException {
        Map<String, Variant<?>> now = properties();
        Map<String, Variant<?>> changes = MprisProperties.changes(player.properties(), now);
        player.properties(now);
        if (!changes.isEmpty()) {
            connection.sendMessage(
                    new PropertiesChanged(
                            MprisPlayer.PATH, MprisPlayer.PLAYER, changes, List.of()));
        }
    }

    private void announceNewest() throws DBusException {
        Optional<MediaState.Track> track = newest.track();
        if (track.isPresent()) {
            announcer.show(track.get(), picture(track.get()));
        }
    }

    private Map<String, Variant<?>> properties() {
        MediaState state = newest;
        return MprisProperties.of(state, state.track().flatMap(this::picture));
    }

    private Optional<Path> picture(MediaState.Track track) {
        if (track.number() != picturedTrack) {
            picturedTrack = track.number();
            picture = artwork.apply(track.file());
        }
        return picture;
    }
}
