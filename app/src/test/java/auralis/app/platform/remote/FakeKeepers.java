package auralis.app.platform.remote;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.types.UInt32;

/** Desktops that are asked to stay awake. Public because dbus-java calls them by reflection. */
public final class FakeKeepers {
    private FakeKeepers() {}

    /** One that keeps its screen lit. */
    public static final class Saver implements PowerInterfaces.ScreenSaver {
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public UInt32 inhibit(String program, String reason) {
            asked.add(program + ": " + reason);
            return new UInt32(7);
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/ScreenSaver";
        }
    }

    /** One that lets its screen go dark. */
    public static final class Session implements PowerInterfaces.Session {
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public UInt32 inhibit(String program, UInt32 window, String reason, UInt32 what) {
            asked.add(program + ": " + reason + " " + what);
            return new UInt32(8);
        }

        @Override
        public String getObjectPath() {
            return "/org/gnome/SessionManager";
        }
    }
}
