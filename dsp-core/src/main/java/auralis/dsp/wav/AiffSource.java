package auralis.dsp.wav;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * An AIFF or AIFF-C file with integers of 8 to 32 bits in either byte order, floats of 32 or 64
 * bits, A-law or µ-law.
 */
public final class AiffSource extends PcmSource {
    /**
     * @throws PcmException when the content is no AIFF file that can be decoded here; the channel
     *     stays open then
     */
    public AiffSource(SeekableByteChannel channel) throws IOException {
        super(channel, AiffHeader.read(channel));
    }
}
