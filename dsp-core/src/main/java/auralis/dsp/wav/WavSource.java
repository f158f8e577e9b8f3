package auralis.dsp.wav;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * A WAV file: RIFF, RIFX, RF64, BW64 or Sony Wave64 of any size, with integers of 8 to 32 bits,
 * floats of 32 or 64 bits, A-law or µ-law.
 */
public final class WavSource extends PcmSource {
    /**
     * @throws PcmException when the content is no WAV file that can be decoded here; the channel
     *     stays open then
     */
    public WavSource(SeekableByteChannel channel) throws IOException {
        super(channel, WavHeader.read(channel));
    }
}
