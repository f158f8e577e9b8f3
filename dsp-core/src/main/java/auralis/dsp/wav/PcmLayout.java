package auralis.dsp.wav;

import auralis.dsp.StreamFormat;
import java.nio.ByteOrder;

/**
 * Where the samples of a file are and how they are stored: what a header tells.
 *
 * @param bitDepth the bits of a sample that carry sound
 * @param start where the first frame is in the file
 * @param frames how many the header declares
 */
record PcmLayout(
        StreamFormat format,
        SampleEncoding encoding,
        ByteOrder order,
        int bitDepth,
        long start,
        long frames) {
    int frameBytes() {
        return encoding.bytes() * format.channels();
    }
}
