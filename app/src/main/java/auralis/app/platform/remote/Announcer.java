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
        open();
        shown = show(shown, track.title(), body(track, markup), hints(artwork));
    }

    /** Shows a sentence that takes no other's place; waits for the desktop's answer. */
    void tell(String sentence) throws DBusException {
        open();
        show(new UInt32(0), "Auralis", markup ? escaped(sentence) : sentence, hints());
    }

    private void open() throws DBusException {
        if (service == null) {
            service =
                    connection.getRemoteObject(
                            SERVICE, PATH, MprisInterfaces.Notifications.class, false);
            markup = service.capabilities().contains("body-markup");
        }
    }

    private UInt32 show(
            UInt32 replaced, String summary, String body, Map<String, Variant<?>> hints) {
        return service.show(
                "Auralis",
                replaced,
                "auralis",
                MprisProperties.sendable(summary),
                MprisProperties.sendable(body),
                List.of(),
                hints,
                USUAL_TIME);
    }

    static String body(MediaState.Track track, boolean markup) {
        String body =
                Stream.of(track.artist(), track.album())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
        return markup ? escaped(body) : body;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, Variant<?>> hints(Optional<Path> artwork) {
        Map<String, Variant<?>> hints = hints();
        hints.put("transient", new Variant<>(true));
        artwork.ifPresent(file -> hints.put("image-path", new Variant<>(file.toUri().toString())));
        return hints;
    }

    private static Map<String, Variant<?>> hints() {
        Map<String, Variant<?>> hints = new HashMap<>();
        hints.put("desktop-entry", new Variant<>("auralis"));
        hints.put("urgency", new Variant<>(LOW));
        hints.put("suppress-sound", new Variant<>(true));
        return hints;
    }
}
