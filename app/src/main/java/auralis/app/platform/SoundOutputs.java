package auralis.app.platform;

import auralis.dsp.StreamFormat;
import java.io.IOException;

/** Opens the sound output, and where there is none, one that keeps time in silence. */
public final class SoundOutputs {
    private final Device device;

    /** A way to open a device. */
    @FunctionalInterface
    public interface Device {
        /**
         * @throws IOException with a sentence for the user when there is no such device now
         */
        SoundOutput open(StreamFormat format) throws IOException;
    }

    public SoundOutputs(Device device) {
        this.device = device;
    }

    /** The default output of the system. */
    public static SoundOutputs system() {
        return new SoundOutputs(LineOutput::open);
    }

    /** Opens the device, or the silent output which tells why. */
    public SoundOutput open(StreamFormat format) {
        try {
            return device.open(format);
        } catch (IOException e) {
            return silent(format, e.getMessage());
        }
    }

    /** An output that keeps time and that nobody hears, for a reason told as a sentence. */
    public SoundOutput silent(StreamFormat format, String reason) {
        return new SilentOutput(format, reason);
    }
}
