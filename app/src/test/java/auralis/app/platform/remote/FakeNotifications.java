package auralis.app.platform.remote;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A desktop that writes down what it was to show. */
final class FakeNotifications implements MprisInterfaces.Notifications {
    static final String SERVICE = "org.freedesktop.Notifications";
    static final String PATH = "/org/freedesktop/Notifications";

    record Shown(long replaced, String summary, String body, Map<String, Variant<?>> hints) {}

    final List<Shown> shown = new CopyOnWriteArrayList<>();

    @Override
    public List<String> capabilities() {
        return List.of("body", "body-markup");
    }

    @Override
    public UInt32 show(
            String program,
            UInt32 replaced,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int milliseconds) {
        shown.add(new Shown(replaced.longValue(), summary, body, hints));
        return new UInt32(41 + shown.size());
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
