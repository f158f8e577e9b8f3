package auralis.app.platform.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;

/**
 * Where the session bus of the user listens, by the D-Bus specification ("Message bus") and the
 * custom of systemd: what the environment says, else a socket in the folder of the session.
 */
final class SessionBus {
    private static final Logger LOG = Logger.getLogger(SessionBus.class.getName());

    /**
     * Java reaches sockets that are files; those of the abstract name space are of another time.
     */
    private static final String SOCKET = "unix:path=";

    /** How long a bus is asked again that refuses. */
    private static final int REFUSED_MILLISECONDS = 2_000;

    /** It has much to say of a lost connection; here that is one line. Held: loggers are weak. */
    private static final Logger DBUS_LOG = Logger.getLogger("org.freedesktop.dbus");

    private SessionBus() {}

    /** A connection of its own, yet to be made. */
    static DBusConnectionBuilder connection(String address) {
        DBUS_LOG.setLevel(Level.OFF);
        DBusConnectionBuilder builder = DBusConnectionBuilder.forAddress(address).withShared(false);
        builder.transportConfig().withTimeout(REFUSED_MILLISECONDS);
        return builder;
    }

    /** Empty, and a line in the log, when there is none. */
    static Optional<String> address(Map<String, String> environment) {
        Optional<String> found =
                Arrays.stream(addresses(environment).split(";"))
                        .filter(address -> address.startsWith(SOCKET))
                        .filter(address -> Files.exists(socket(address)))
                        .findFirst();
        if (found.isEmpty()) {
            LOG.info("There is no session bus: the desktop takes no part in what goes on here.");
        }
        return found;
    }

    /** Of several any may be taken. */
    private static String addresses(Map<String, String> environment) {
        String told = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        String folder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return told.isEmpty() && !folder.isEmpty() ? SOCKET + folder + "/bus" : told;
    }

    private static Path socket(String address) {
        return Path.of(address.substring(SOCKET.length()).replaceFirst(",.*", ""));
    }
}
