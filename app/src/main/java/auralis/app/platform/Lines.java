package auralis.app.platform;

import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Where lines come from: javax.sound or, in a test, what stands for it. */
interface Lines {
    /** The outputs there are now, the system default first. */
    List<OutputDevice> devices();

    /**
     * @param deviceId empty for the system default
     * @return a line that is not open yet
     * @throws LineUnavailableException when the device is in use
     * @throws IllegalArgumentException when there is no such device or it takes no such format
     */
    SourceDataLine line(Optional<String> deviceId, AudioFormat format)
            throws LineUnavailableException;
}
