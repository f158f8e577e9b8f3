package auralis.app.platform.remote;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.TypeRef;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.annotations.PropertiesEmitsChangedSignal.EmitChangeSignal;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * What stands in the specifications: MPRIS 2.2 (specifications.freedesktop.org/mpris-spec) and
 * Desktop Notifications 1.2. Public because dbus-java calls them by reflection.
 */
public final class MprisInterfaces {
    private MprisInterfaces() {}

    /** The program. */
    @DBusInterfaceName("org.mpris.MediaPlayer2")
    @DBusProperty(name = "CanQuit", type = Boolean.class, access = Access.READ)
    @DBusProperty(name = "CanRaise", type = Boolean.class, access = Access.READ)
    @DBusProperty(name = "HasTrackList", type = Boolean.class, access = Access.READ)
    @DBusProperty(name = "Identity", type = String.class, access = Access.READ)
    @DBusProperty(name = "DesktopEntry", type = String.class, access = Access.READ)
    @DBusProperty(name = "SupportedUriSchemes", type = String[].class, access = Access.READ)
    @DBusProperty(name = "SupportedMimeTypes", type = String[].class, access = Access.READ)
    public interface MediaPlayer extends DBusInterface {
        @DBusMemberName("Raise")
        void raise();

        @DBusMemberName("Quit")
        void quit();
    }

    /** What it plays. Times are in microseconds. */
    @DBusInterfaceName("org.mpris.MediaPlayer2.Player")
    @DBusProperty(name = "PlaybackStatus", type = String.class, access = Access.READ)
    @DBusProperty(name = "LoopStatus", type = String.class, access = Access.READ_WRITE)
    @DBusProperty(name = "Rate", type = Double.class, access = Access.READ_WRITE)
    @DBusProperty(name = "Shuffle", type = Boolean.class, access = Access.READ_WRITE)
    @DBusProperty(name = "Metadata", type = Player.Metadata.class, access = Access.READ)
    @DBusProperty(name = "Volume", type = Double.class, access = Access.READ_WRITE)
    @DBusProperty(
            name = "Position",
            type = Long.class,
            access = Access.READ,
            emitChangeSignal = EmitChangeSignal.FALSE)
    @DBusProperty(name = "MinimumRate", type = Double.class, access = Access.READ)
    @DBusProperty(name = "MaximumRate", type = Double.class, access = Access.READ)
    @DBusProperty(name = "CanGoNext", type = Boolean.class, access = Access.READ)
    @DBusProperty(name = "CanGoPrevious", type = Boolean.class, access = Access.READ)
    @DBusProperty(name = "CanPlay", type = Boolean.class, access = Access.READ)
    @DBusProperty(name = "CanPause", type = Boolean.class, access = Access.READ)
    @DBusProperty(name = "CanSeek", type = Boolean.class, access = Access.READ)
    @DBusProperty(
            name = "CanControl",
            type = Boolean.class,
            access = Access.READ,
            emitChangeSignal = EmitChangeSignal.FALSE)
    public interface Player extends DBusInterface {
        @DBusMemberName("Next")
        void next();

        @DBusMemberName("Previous")
        void previous();

        @DBusMemberName("Pause")
        void pause();

        @DBusMemberName("PlayPause")
        void playPause();

        @DBusMemberName("Stop")
        void stop();

        @DBusMemberName("Play")
        void play();

        @DBusMemberName("Seek")
        void seek(long offset);

        @DBusMemberName("SetPosition")
        void setPosition(DBusPath trackId, long position);

        @DBusMemberName("OpenUri")
        void openUri(String uri);

        /** Tells introspection what map it is. */
        interface Metadata extends TypeRef<Map<String, Variant<?>>> {}

        /** The position did not get where it is by playing on. */
        class Seeked extends DBusSignal {
            private final long position;

            public Seeked(String path, long position) throws DBusException {
                super(path, position);
                this.position = position;
            }

            public long position() {
                return position;
            }
        }
    }

    /** What shows a sentence in a corner of the screen. */
    @DBusInterfaceName("org.freedesktop.Notifications")
    public interface Notifications extends DBusInterface {
        @DBusMemberName("GetCapabilities")
        List<String> capabilities();

        @DBusMemberName("Notify")
        UInt32 show(
                String program,
                UInt32 replaced,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int milliseconds);
    }
}
