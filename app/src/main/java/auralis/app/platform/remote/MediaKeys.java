package auralis.app.platform.remote;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The media keys of this desktop and whatever else there shows and commands what plays. Every
 * method comes back at once, but for {@link #close}; they are called by one thread at a time. What
 * the desktop does not answer costs nothing but a line in the log.
 */
public interface MediaKeys extends AutoCloseable {
    /** Of a desktop that offers nothing. */
    MediaKeys NONE = new NoMediaKeys();

    /**
     * Those of the desktop this runs on: by MPRIS on Linux, else none.
     *
     * @param artwork finds the file of the picture that belongs to a file of sound; called on a
     *     worker
     */
    static MediaKeys ofSystem(Function<Path, Optional<Path>> artwork) {
        return of(System.getProperty("os.name"), System.getenv(), artwork);
    }

    static MediaKeys of(
            String system,
            Map<String, String> environment,
            Function<Path, Optional<Path>> artwork) {
        return system.equals("Linux")
                ? SessionBus.address(environment)
                        .<MediaKeys>map(address -> new Mpris(address, artwork))
                        .orElse(NONE)
                : NONE;
    }

    /** Whether there is somebody who may show what is announced. */
    boolean canAnnounce();

    /** Looks for the desktop, on a worker; once. */
    void start(MediaState first, MediaCommands commands);

    /** Tells how things are now; the desktop learns what is different. */
    void show(MediaState now);

    /** The position did not get where it is by playing on. */
    void jumped(double seconds);

    /** Shows the current track before the user's eyes, in place of the one before. */
    void announce();

    /** Shows a sentence before the user's eyes that is not about what plays. */
    void tell(String sentence);

    /** Takes leave of the desktop; waits a moment for it. Again does nothing. */
    @Override
    void close();
}
