package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.presets.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * FFmpeg's libraries, loaded once for the whole process, silent, and with a bound on what one
 * damaged header can make them allocate.
 */
final class Ffmpeg {
    static {
        // Every native object is freed by its owner; JavaCPP's collector thread would only watch.
        System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    }

    /** What a call answers that wants more input first; the number differs between systems. */
    static final int AGAIN;

    private static final long MAX_ALLOCATION_BYTES = 256L << 20;
    private static final int MAX_MESSAGE = 300;
    private static final ThreadLocal<String> MESSAGE = ThreadLocal.withInitial(() -> "");
    private static final LogCallback LOG =
            new LogCallback() {
                @Override
                public void call(int level, BytePointer line) {
                    if (level <= AV_LOG_ERROR) {
                        MESSAGE.set(line.getString(StandardCharsets.UTF_8).strip());
                    }
                }
            };

    static {
        av_log_set_level(AV_LOG_ERROR);
        setLogCallback(LOG);
        av_max_alloc(MAX_ALLOCATION_BYTES);
        // The libraries are loaded by the calls above.
        AGAIN = avutil.AVERROR_EAGAIN();
    }

    private Ffmpeg() {}

    /** Starts a piece of work: what is logged from now on belongs to it. */
    static void begin() {
        MESSAGE.set("");
    }

    /** What FFmpeg itself said about an error, as the cause of a {@link MediaException}. */
    static IOException cause(int error) {
        byte[] text = new byte[128];
        av_strerror(error, text, text.length);
        String message = MESSAGE.get();
        return new IOException(
                "FFmpeg: "
                        + new String(text, StandardCharsets.UTF_8).split("\0", 2)[0]
                        + (message.isEmpty() ? "" : "; " + shorten(message)));
    }

    /** The error for a computer on which the libraries do not load. */
    static MediaException unavailable(Path file, LinkageError cause) {
        return new MediaException(
                file,
                "it needs FFmpeg, which does not start on this computer",
                "Convert it to WAV, or choose WAV to write.",
                cause);
    }

    /** The last line FFmpeg logged as an error in this thread since {@link #begin()}. */
    static String lastMessage() {
        return MESSAGE.get();
    }

    private static String shorten(String text) {
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
    }
}
