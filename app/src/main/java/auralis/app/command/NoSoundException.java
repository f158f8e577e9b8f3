package auralis.app.command;

import java.io.IOException;

/** There is no sound device, or it went away: whatever file comes next, nobody would hear it. */
final class NoSoundException extends IOException {
    private static final long serialVersionUID = 1;

    NoSoundException(String sentence) {
        super(sentence);
    }
}
