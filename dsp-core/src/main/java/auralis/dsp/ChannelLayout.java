package auralis.dsp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Which loudspeaker each channel of a stream belongs to, in stream order, no position twice. Files
 * have up to {@value #MAX_CHANNELS} channels; inside, one stream may carry more.
 */
public record ChannelLayout(List<Channel> channels) {
    public static final int MAX_CHANNELS = 8;

    public static final ChannelLayout MONO = of(Channel.FRONT_CENTER);
    public static final ChannelLayout STEREO = of(Channel.FRONT_LEFT, Channel.FRONT_RIGHT);
    public static final ChannelLayout SURROUND_5_1 =
            of(
                    Channel.FRONT_LEFT,
                    Channel.FRONT_RIGHT,
                    Channel.FRONT_CENTER,
                    Channel.LOW_FREQUENCY,
                    Channel.SIDE_LEFT,
                    Channel.SIDE_RIGHT);

    /**
     * The usual meaning of a file that tells a number of channels and no positions (index: count -
     * 1).
     */
    private static final List<ChannelLayout> BY_COUNT =
            List.of(
                    MONO,
                    STEREO,
                    of(Channel.FRONT_LEFT, Channel.FRONT_RIGHT, Channel.FRONT_CENTER),
                    of(
                            Channel.FRONT_LEFT,
                            Channel.FRONT_RIGHT,
                            Channel.BACK_LEFT,
                            Channel.BACK_RIGHT),
                    of(
                            Channel.FRONT_LEFT,
                            Channel.FRONT_RIGHT,
                            Channel.FRONT_CENTER,
                            Channel.SIDE_LEFT,
                            Channel.SIDE_RIGHT),
                    SURROUND_5_1,
                    of(
                            Channel.FRONT_LEFT,
                            Channel.FRONT_RIGHT,
                            Channel.FRONT_CENTER,
                            Channel.LOW_FREQUENCY,
                            Channel.BACK_CENTER,
                            Channel.SIDE_LEFT,
                            Channel.SIDE_RIGHT),
                    of(
                            Channel.FRONT_LEFT,
                            Channel.FRONT_RIGHT,
                            Channel.FRONT_CENTER,
                            Channel.LOW_FREQUENCY,
                            Channel.BACK_LEFT,
                            Channel.BACK_RIGHT,
                            Channel.SIDE_LEFT,
                            Channel.SIDE_RIGHT));

    public ChannelLayout {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("no channels");
        }
        if (EnumSet.copyOf(channels).size() != channels.size()) {
            throw new IllegalArgumentException("a position twice: " + channels);
        }
    }

    public static ChannelLayout of(Channel... channels) {
        return new ChannelLayout(List.of(channels));
    }

    /** The usual layout of {@code count} channels (1..8). */
    public static ChannelLayout ofCount(int count) {
        if (count < 1 || count > MAX_CHANNELS) {
            throw new IllegalArgumentException("1 to 8 channels, not " + count);
        }
        return BY_COUNT.get(count - 1);
    }

    /**
     * The layout of a WAVE_FORMAT_EXTENSIBLE mask; the usual layout of {@code count} channels when
     * the mask does not name exactly that many known positions.
     */
    public static ChannelLayout ofMask(int mask, int count) {
        List<Channel> named = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if ((mask & channel.maskBit()) != 0) {
                named.add(channel);
            }
        }
        if (count == 1 || named.size() != count || Integer.bitCount(mask) != count) {
            return ofCount(count);
        }
        return new ChannelLayout(named);
    }

    public int count() {
        return channels.size();
    }

    /** The WAVE_FORMAT_EXTENSIBLE mask of these positions. */
    public int mask() {
        return channels.stream().mapToInt(Channel::maskBit).reduce(0, (a, b) -> a | b);
    }
}
