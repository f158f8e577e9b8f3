package auralis.app.platform;

import java.util.List;

/**
 * A sound output as the system lists it.
 *
 * @param id what it is chosen by; the same after unplugging, plugging in and restarts
 * @param name what to call it in front of the user
 * @param systemDefault whether it stands for whatever the system takes when nobody chooses
 * @param bitDepths those of 16, 24 and 32 that it takes as integers, ascending
 * @param sampleRates in Hz, ascending; empty when the system does not tell, mostly because it
 *     converts
 * @param maxChannels 0 when the system does not tell
 */
public record OutputDevice(
        String id,
        String name,
        boolean systemDefault,
        List<Integer> bitDepths,
        List<Integer> sampleRates,
        int maxChannels) {
    /** The id of the system default. */
    public static final String DEFAULT_ID = "default";

    public OutputDevice {
        bitDepths = List.copyOf(bitDepths);
        sampleRates = List.copyOf(sampleRates);
    }
}
