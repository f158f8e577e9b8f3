package auralis.app.shell;

import auralis.app.platform.ForwardingOutput;
import auralis.app.platform.OutputChoice;
import auralis.app.platform.OutputDevice;
import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.List;

/** A system with speakers and headphones, where all that was heard of the first channel is kept. */
final class TwoDevices implements SoundOutputs.Device {
    static final String HEADPHONES = "usb-headphones";

    private float[] heard = new float[1 << 16];
    private int frames;

    /** Whether the headphones are plugged. */
    volatile boolean plugged = true;

    @Override
    public List<OutputDevice> devices() {
        OutputDevice standard = device(OutputDevice.DEFAULT_ID, "Standard", true);
        OutputDevice speakers = device("speakers", "Speakers", false);
        return plugged
                ? List.of(standard, speakers, device(HEADPHONES, "Headphones", false))
                : List.of(standard, speakers);
    }

    private static OutputDevice device(String id, String name, boolean standard) {
        return new OutputDevice(id, name, standard, List.of(16, 24, 32), List.of(), 2);
    }

    @Override
    public SoundOutput open(StreamFormat format) {
        return open(format, OutputChoice.DEFAULT);
    }

    @Override
    public SoundOutput open(StreamFormat format, OutputChoice choice) {
        return new Recorder(format, choice);
    }

    /** All that was heard so far. */
    synchronized float[] heard() {
        return Arrays.copyOf(heard, frames);
    }

    private synchronized void keep(AudioBlock block) {
        if (frames + block.frames() > heard.length) {
            heard = Arrays.copyOf(heard, 2 * (frames + block.frames()));
        }
        System.arraycopy(block.plane(0), block.from(), heard, frames, block.frames());
        frames += block.frames();
    }

    private synchronized void drop(long unheard) {
        frames -= (int) unheard;
    }

    /** Keeps time by the clock of a silent output. */
    private final class Recorder extends ForwardingOutput {
        private final OutputChoice choice;

        Recorder(StreamFormat format, OutputChoice choice) {
            super(AudibleOutput.absent().open(format));
            this.choice = choice;
        }

        @Override
        public String name() {
            String id = choice.deviceId().orElse(OutputDevice.DEFAULT_ID);
            return devices().stream()
                    .filter(device -> device.id().equals(id))
                    .map(OutputDevice::name)
                    .findFirst()
                    .orElse("Standard");
        }

        @Override
        public boolean audible() {
            return true;
        }

        @Override
        public String problem() {
            return "";
        }

        @Override
        public int bitDepth() {
            return choice.bitDepth().orElse(24);
        }

        @Override
        public int write(AudioBlock block) {
            keep(block);
            return output.write(block);
        }

        @Override
        public void stop() {
            long before = output.written();
            output.stop();
            drop(before - output.written());
        }

        @Override
        public void close() {
            stop();
            output.close();
        }
    }
}
