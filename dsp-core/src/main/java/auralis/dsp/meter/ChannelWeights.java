package auralis.dsp.meter;

import auralis.dsp.Channel;
import auralis.dsp.ChannelLayout;

/**
 * The weights of ITU-R BS.1770-5, tables 3 and 4: 1.41 for a loudspeaker between 60° and 120° to
 * the side, nothing for the low-frequency channel, 1 for all others.
 */
final class ChannelWeights {
    private static final double SIDE = 1.41;

    private ChannelWeights() {}

    /** The weight of each channel, in stream order. */
    static double[] of(ChannelLayout layout) {
        return layout.channels().stream().mapToDouble(c -> weight(c, layout)).toArray();
    }

    private static double weight(Channel channel, ChannelLayout layout) {
        return switch (channel) {
            case LOW_FREQUENCY -> 0;
            case SIDE_LEFT, SIDE_RIGHT -> SIDE;
            // "Back" is where many files put the only surrounds (±110°); beside sides it is ±135°.
            case BACK_LEFT, BACK_RIGHT -> layout.channels().contains(Channel.SIDE_LEFT) ? 1 : SIDE;
            default -> 1;
        };
    }
}
