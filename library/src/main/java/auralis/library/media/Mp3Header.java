package auralis.library.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.OptionalInt;

/**
 * The first frame of an MP3 file. Its encoder's tag counts the frames; without one the stream is
 * taken to have one bit rate, which is what encoders that write no tag produce.
 */
final class Mp3Header {
    private static final int SEARCH_BYTES = 1 << 18;

    private Mp3Header() {}

    static StreamHeader read(FileChannel channel, long start) throws IOException {
        long end = TrailingTags.start(channel);
        long first = MpegHeader.find(channel, start, end, SEARCH_BYTES);
        if (first < 0) {
            return StreamHeader.UNKNOWN;
        }
        ByteWindow bytes = new ByteWindow(channel);
        MpegHeader header = new MpegHeader(bytes.intAt(first));
        LameTag tag = LameTag.read(bytes, first, header);
        return StreamHeader.of(
                "mp3",
                header.sampleRate(),
                header.channels(),
                OptionalInt.empty(),
                tag != null && tag.frames() > 0
                        ? (double) tag.frames() * header.samples() - tag.delay() - tag.padding()
                        : (double) (end - first) / header.frameBytes() * header.samples());
    }
}
