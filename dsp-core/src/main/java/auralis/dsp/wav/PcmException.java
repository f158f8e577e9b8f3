package auralis.dsp.wav;

import java.io.IOException;

/**
 * A file whose content is not what it should be, as opposed to a disk that cannot be read. The
 * message is a clause for the user without the file's name: "the file ends early at 2:31".
 */
public final class PcmException extends IOException {
    /** What kind of trouble it is. */
    public enum Reason {
        /** Its header contradicts itself or makes no sense. */
        MALFORMED,
        /** It ends before its header says so. */
        TRUNCATED,
        /** A sound file in order, but compressed: another decoder may know it. */
        OTHER_CODEC,
        /** A sound file in order, of a kind that nothing here can work with. */
        UNSUPPORTED
    }

    private final Reason reason;

    PcmException(Reason reason, String problem) {
        super(problem);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
