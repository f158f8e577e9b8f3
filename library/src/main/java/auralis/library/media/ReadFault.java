package auralis.library.media;

import auralis.dsp.wav.PcmException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in one sentence for the user why a file could not be read. */
final class ReadFault {
    static final String COPY_AGAIN = "Copy it again from where it came from.";

    private ReadFault() {}

    /** The same fault as a {@link MediaException}; a closed channel (cancelled work) stays one. */
    static IOException explain(Path file, IOException fault) {
        if (fault instanceof MediaException || fault instanceof ClosedChannelException) {
            return fault;
        }
        if (fault instanceof PcmException pcm) {
            return new MediaException(file, pcm.getMessage(), remedy(pcm.reason()), pcm);
        }
        if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
            return new MediaException(
                    file, "it is not there", "Look whether it was moved or renamed.", fault);
        }
        if (fault instanceof AccessDeniedException) {
            return new MediaException(
                    file, "it may not be read", "Give yourself the right to read it.", fault);
        }
        return new MediaException(
                file,
                "it cannot be read (" + fault.getMessage() + ")",
                "Check the drive it is on and try again.",
                fault);
    }

    /** A file that stops before its declared end. */
    static MediaException endsEarly(Path file, double seconds) {
        return new MediaException(file, "the file ends early at " + clock(seconds), COPY_AGAIN);
    }

    /** A time as m:ss. */
    static String clock(double seconds) {
        long whole = (long) seconds;
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static String remedy(PcmException.Reason reason) {
        return switch (reason) {
            case MALFORMED, TRUNCATED -> COPY_AGAIN;
            case OTHER_CODEC, UNSUPPORTED -> "Convert it to stereo WAV or FLAC.";
        };
    }
}
