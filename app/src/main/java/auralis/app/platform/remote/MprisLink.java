package auralis.app.platform.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties.PropertiesChanged;
import org.freedesktop.dbus.types.Variant;

/** A connection to the session bus, and what was said there. One thread at a time. */
final class MprisLink {
    static final String NAME = "org.mpris.MediaPlayer2.auralis";

    private final DBusConnection connection;
    private final Announcer announcer;
    private final MprisPlayer player;
    private final Function<Path, Optional<Path>> artwork;
    private long picturedTrack = -1;
    private Optional<Path> picture = Optional.empty();

    /**
     * Connects, and waits for the bus.
     *
     * @param onLoss called when the connection ends by itself, on a thread of its own
     * @throws IOException with what the bus has answered, if anything
     */
    static MprisLink open(
            String address,
            MediaState first,
            MediaCommands commands,
            Function<Path, Optional<Path>> artwork,
            Consumer<IOException> onLoss)
            throws IOException {
        try {
            DBusConnectionBuilder builder =
                    SessionBus.connection(address).withDisconnectCallback(whenLost(onLoss));
            // One, so that commands are obeyed in their order.
            builder.receivingThreadConfig().withMethodCallThreadCount(1);
            DBusConnection connection = builder.build();
            try {
                return new MprisLink(connection, first, commands, artwork);
            } catch (DBusException | RuntimeException e) {
                connection.disconnect();
                throw e;
            }
        } catch (DBusException | RuntimeException e) { // the library has many of its own
            throw new IOException(e.getMessage(), e);
        }
    }

    private static IDisconnectCallback whenLost(Consumer<IOException> onLoss) {
        return new IDisconnectCallback() {
            @Override
            public void disconnectOnError(IOException cause) {
                onLoss.accept(cause);
            }
        };
    }

    private MprisLink(
            DBusConnection connection,
            MediaState first,
            MediaCommands commands,
            Function<Path, Optional<Path>> artwork)
            throws DBusException {
        this.connection = connection;
        this.artwork = artwork;
        announcer = new Announcer(connection);
        player = new MprisPlayer(commands, properties(first));
        connection.exportObject(player);
        takeName();
    }

    /** Another player with other data may be there already. */
    private void takeName() throws DBusException {
        try {
            connection.requestBusName(NAME);
        } catch (DBusException taken) {
            connection.requestBusName(NAME + ".instance" + ProcessHandle.current().pid());
        }
    }

    /** Tells what is different from what was told before. */
    void show(MediaState now) throws IOException {
        Map<String, Variant<?>> properties = properties(now);
        Map<String, Variant<?>> changes = MprisProperties.changes(player.properties(), properties);
        player.properties(properties);
        if (!changes.isEmpty()) {
            say(
                    () ->
                            connection.sendMessage(
                                    new PropertiesChanged(
                                            MprisPlayer.PATH,
                                            MprisPlayer.PLAYER,
                                            changes,
                                            List.of())));
        }
    }

    void jumped(double seconds) throws IOException {
        long position = MprisProperties.microseconds(seconds);
        say(
                () ->
                        connection.sendMessage(
                                new MprisInterfaces.Player.Seeked(MprisPlayer.PATH, position)));
    }

    /** Waits for the desktop's answer. */
    void announce(MediaState.Track track) throws IOException {
        say(() -> announcer.show(track, picture(track)));
    }

    /** The same, of what is not about a track. */
    void tell(String sentence) throws IOException {
        say(() -> announcer.tell(sentence));
    }

    void close() {
        connection.disconnect();
    }

    /** Something that needs the bus. */
    private interface Talk {
        void run() throws DBusException;
    }

    private static void say(Talk talk) throws IOException {
        try {
            talk.run();
        } catch (DBusException | DBusExecutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Map<String, Variant<?>> properties(MediaState state) {
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
