package auralis.app.platform;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be played on.
 *
 * @param deviceId of an {@link OutputDevice}; empty to follow the system default
 * @param bitDepth 16, 24 or 32; empty for 24 where the device takes them, else 32, else 16
 */
public record OutputChoice(Optional<String> deviceId, OptionalInt bitDepth) {
    public static final OutputChoice DEFAULT =
            new OutputChoice(Optional.empty(), OptionalInt.empty());

    public OutputChoice {
        int bits = bitDepth.orElse(24);
        if (bits != 16 && bits != 24 && bits != 32) {
            throw new IllegalArgumentException("16, 24 or 32 bits, not " + bits);
        }
        deviceId = deviceId.filter(id -> !id.equals(OutputDevice.DEFAULT_ID));
    }

    /** What to try, the best first: what was chosen, then as exact as possible. */
    int[] bitDepths() {
        return switch (bitDepth.orElse(24)) {
            case 16 -> new int[] {16, 24, 32};
            case 32 -> new int[] {32, 24, 16};
            default -> new int[] {24, 32, 16};
        };
    }
}
