package auralis.app.platform.remote;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/**
 * Those of whom a desktop has one or the other: the session of GNOME, the power management of KDE,
 * Xfce and MATE, and the screen saver of the Idle Inhibition Service Draft (freedesktop.org). Each
 * forgets a wish when the connection of the one who wished ends. Public because dbus-java calls
 * them by reflection.
 */
public final class PowerInterfaces {
    private PowerInterfaces() {}

    /** {@code org.gnome.SessionManager}, at {@code /org/gnome/SessionManager}. */
    @DBusInterfaceName("org.gnome.SessionManager")
    public interface Session extends DBusInterface {
        /**
         * @param window number of a window of X11; 0: none
         * @param what 4: that the session is suspended
         */
        @DBusMemberName("Inhibit")
        UInt32 inhibit(String program, UInt32 window, String reason, UInt32 what);
    }

    /** {@code org.freedesktop.PowerManagement}, at {@code …/PowerManagement/Inhibit}. */
    @DBusInterfaceName("org.freedesktop.PowerManagement.Inhibit")
    public interface Power extends DBusInterface {
        @DBusMemberName("Inhibit")
        UInt32 inhibit(String program, String reason);
    }

    /** {@code org.freedesktop.ScreenSaver}, at {@code /org/freedesktop/ScreenSaver}. */
    @DBusInterfaceName("org.freedesktop.ScreenSaver")
    public interface ScreenSaver extends DBusInterface {
        @DBusMemberName("Inhibit")
        UInt32 inhibit(String program, String reason);
    }
}
