package auralis.app.platform.remote;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.errors.InvalidMethodArgument;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownInterface;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** The object that programs of the desktop talk to. Called on threads of the connection. */
final class MprisPlayer implements MprisInterfaces.MediaPlayer, MprisInterfaces.Player, Properties {
    static final String PATH = "/org/mpris/MediaPlayer2";
    static final String PROGRAM = "org.mpris.MediaPlayer2";
    static final String PLAYER = "org.mpris.MediaPlayer2.Player";
    private static final String POSITION = "Position";

    private final MediaCommands commands;
    private volatile Map<String, Variant<?>> properties; // shared: replaced as a whole

    MprisPlayer(MediaCommands commands, Map<String, Variant<?>> properties) {
        this.commands = commands;
        this.properties = properties;
    }

    /** Those of the player, without its position. */
    Map<String, Variant<?>> properties() {
        return properties;
    }

    void properties(Map<String, Variant<?>> now) {
        properties = now;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void raise() {
        commands.raise();
    }

    @Override
    public void quit() {
        commands.quit();
    }

    @Override
    public void next() {
        commands.next();
    }

    @Override
    public void previous() {
        commands.previous();
    }

    @Override
    public void pause() {
        commands.pause();
    }

    @Override
    public void playPause() {
        commands.playPause();
    }

    @Override
    public void stop() {
        commands.stop();
    }

    @Override
    public void play() {
        commands.play();
    }

    @Override
    public void seek(long offset) {
        commands.seekBy(MprisProperties.seconds(offset));
    }

    @Override
    public void setPosition(DBusPath trackId, long position) {
        commands.seekTo(MprisProperties.number(trackId), MprisProperties.seconds(position));
    }

    @Override
    public void openUri(String uri) {
        commands.open(file(uri));
    }

    private static Path file(String uri) {
        try {
            Path file = Path.of(URI.create(uri));
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (RuntimeException e) {
            throw new InvalidMethodArgument("Auralis opens files only, not " + uri);
        }
        throw new InvalidMethodArgument("There is no file " + uri);
    }

    @Override
    @SuppressWarnings("unchecked") // whoever calls this takes any type
    public <A> A Get(String type, String name) {
        Variant<?> value = GetAll(type).get(name);
        if (value == null) {
            throw new UnknownProperty(type + " has no property " + name);
        }
        return (A) value;
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        return switch (type) {
            case PROGRAM -> MprisProperties.ofProgram();
            case PLAYER -> withPosition();
            default -> throw new UnknownInterface("there is no interface " + type);
        };
    }

    private Map<String, Variant<?>> withPosition() {
        Map<String, Variant<?>> all = new LinkedHashMap<>(properties);
        long position = MprisProperties.microseconds(commands.positionSeconds());
        all.put(POSITION, new Variant<>(position));
        return all;
    }

    @Override
    public <A> void Set(String type, String name, A given) {
        Get(type, name); // refuses what is not there
        Object value = given instanceof Variant<?> variant ? variant.getValue() : given;
        if (name.equals("Volume") && value instanceof Double position) {
            commands.volume(Math.max(0, Math.min(1, position)));
        } else if (name.equals("Shuffle") && value instanceof Boolean on) {
            commands.shuffle(on);
        } else if (name.equals("LoopStatus") && value instanceof String loop) {
            commands.repeat(
                    MprisProperties.repeat(loop)
                            .orElseThrow(() -> new InvalidMethodArgument("not a loop: " + loop)));
        } else if (name.equals("Rate") && value instanceof Double rate) {
            if (rate == 0) { // as the specification wants it; no other rate is to be had
                commands.pause();
            }
        } else {
            throw new PropertyReadOnly(name + " cannot be set to this");
        }
    }
}
