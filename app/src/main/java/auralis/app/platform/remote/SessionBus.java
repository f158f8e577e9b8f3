package auralis.app.platform.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Where the session bus of the user listens, by the D-Bus specification ("Message bus") and the
 * custom of systemd: what the environment says, else a socket in the folder of the session.
 */
final class SessionBus {
    /** Java reaches sockets that are files; those of the abstract name space are of another time. */
    private static final String SOCKET = "unix:path=";

    private SessionBus() {}

    static Optional<String> address(Map<String, String> environment) {
        String told = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        return told.isEmpty() ? ofSession(environment) : firstSocket(told);
    }

    /** Of several addresses any may be taken. */
    private static Optional<String> firstSocket(String addresses) {
        return Arrays.stream(addresses.split(";"))
                .filter(address -> address.startsWith(SOCKET))
                .findFirst();
    }

    private static Optional<String> ofSession(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .map(folder -> Path.of(folder, "bus"))
                .filter(Files::exists)
                .map(socket -> SOCKET + socket);
    }
}
