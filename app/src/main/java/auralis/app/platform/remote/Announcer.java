package auralis.app.platform.remote;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * Notifications by the Desktop Notifications Specification 1.2: each takes the place of the one
 * before. One thread at a time.
 */
final class Announcer {
    private static final String SERVICE = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final int USUAL_TIME = -1;
    private static final byte LOW = 0;

    private final DBusConnection connection;
    private MprisInterfaces.Notifications service; // null before the first
    private boolean markup;
    private UInt32 shown = new UInt32(0);

    Announcer(DBusConnection connection) {
        this.connection = connection;
    }

    /** Waits for the desktop's answer. */
    void show(MediaState.Track track, Optional<Path> artwork) throws DBusException {
        if (service == null) {
            service =
                    connection.getRemoteObject(
                            SERVICE, PATH, MprisInterfaces.Notifications.class, false);
            markup = service.capabilities().contains("body-markup");
        }
        shown =
                service.show(
                        "Auralis",
                        shown,
                        "auralis",
                        MprisProperties.sendable(track.title()),
                        MprisProperties.sendable(body(track, markup)),
                        List.of(),
                        hints(artwork),
                        USUAL_TIME);
    }

    static String body(MediaState.Track track, boolean markup) {
        String body =
                Stream.of(track.artist(), track.album())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
        return markup ? body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") : body;
    }

    private static Map<String, Variant<?>> hints(Optional<Path> artwork) {
        Map<String, Variant<?>> hints = new HashMap<>();
        hints.put("desktop-entry", new Variant<>("auralis"));
        hints.put("urgency", new Variant<>(LOW));
        hints.put("transient", new Variant<>(true));
        hints.put("suppress-sound", new Variant<>(true));
        artwork.ifPresent(file -> hints.put("image-path", new Variant<>(file.toUri().toString())));
        return hints;
    }
}
