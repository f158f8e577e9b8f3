package auralis.app.platform.remote;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/**
 * A desktop that is asked to stay awake: the first that answers of those that let the screen go
 * dark, then the one that keeps it lit too. The connection is the wish: where it ends, even by the
 * end of the process, the desktop forgets it.
 */
final class DesktopGrip {
    private static final String PROGRAM = "auralis";
    private static final UInt32 NO_WINDOW = new UInt32(0);
    private static final UInt32 SUSPENDING = new UInt32(4);

    private static final List<Keeper<?>> KEEPERS =
            List.of(
                    new Keeper<>(
                            "org.gnome.SessionManager",
                            "/org/gnome/SessionManager",
                            PowerInterfaces.Session.class,
                            (session, why) -> session.inhibit(PROGRAM, NO_WINDOW, why, SUSPENDING)),
                    new Keeper<>(
                            "org.freedesktop.PowerManagement",
                            "/org/freedesktop/PowerManagement/Inhibit",
                            PowerInterfaces.Power.class,
                            (power, why) -> power.inhibit(PROGRAM, why)),
                    new Keeper<>(
                            "org.freedesktop.ScreenSaver",
                            "/org/freedesktop/ScreenSaver",
                            PowerInterfaces.ScreenSaver.class,
                            (saver, why) -> saver.inhibit(PROGRAM, why)));

    private DesktopGrip() {}

    private interface Wish<T> {
        UInt32 tell(T remote, String reason);
    }

    /** Somebody on the bus who can be asked. */
    private record Keeper<T extends DBusInterface>(
            String name, String path, Class<T> type, Wish<T> wish) {
        void ask(DBusConnection bus, String reason) throws DBusException {
            wish.tell(bus.getRemoteObject(name, path, type, false), reason);
        }
    }

    /**
     * Waits for the desktop's answer.
     *
     * @param address of the session bus
     * @return to be closed when the computer may sleep again
     */
    static Closeable take(String address, String reason) throws IOException {
        try {
            DBusConnection bus = SessionBus.connection(address).build();
            try {
                ask(bus, reason);
                return bus::disconnect;
            } catch (IOException | RuntimeException e) {
                bus.disconnect();
                throw e;
            }
        } catch (DBusException | RuntimeException e) { // the library has many of its own
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void ask(DBusConnection bus, String reason) throws IOException {
        IOException refused = null;
        for (Keeper<?> keeper : KEEPERS) {
            try {
                keeper.ask(bus, reason);
                return;
            } catch (DBusException | DBusExecutionException e) {
                refused = new IOException(e.getMessage(), e);
            }
        }
        throw refused;
    }
}
