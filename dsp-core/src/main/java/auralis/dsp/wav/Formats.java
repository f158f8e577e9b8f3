package auralis.dsp.wav;

import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;

/** What a header may say about a stream. */
final class Formats {
    private Formats() {}

    /** Refuses what no {@link StreamFormat} can hold. */
    static void check(int channels, long sampleRate) throws PcmException {
        if (channels == 0 || sampleRate <= 0) {
            throw new PcmException(PcmException.Reason.MALFORMED, "its header makes no sense");
        }
        if (channels > ChannelLayout.MAX_CHANNELS) {
            throw new PcmException(
                    PcmException.Reason.UNSUPPORTED,
                    "it has " + channels + " channels and 8 are the most that can be worked with");
        }
        if (sampleRate < StreamFormat.MIN_SAMPLE_RATE
                || sampleRate > StreamFormat.MAX_SAMPLE_RATE) {
            throw new PcmException(
                    PcmException.Reason.UNSUPPORTED,
                    "its sample rate of " + sampleRate + " Hz cannot be worked with");
        }
    }
}
