package auralis.app.shell;

import auralis.app.platform.ForwardingOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.StreamFormat;
import java.io.IOException;

/** A device that keeps time and is heard by nobody, but says otherwise. */
final class AudibleOutput extends ForwardingOutput {
    private AudibleOutput(StreamFormat format) {
        super(absent().open(format));
    }

    static SoundOutputs present() {
        return new SoundOutputs(AudibleOutput::new);
    }

    static SoundOutputs absent() {
        return new SoundOutputs(
                format -> {
                    throw new IOException("There is no sound device.");
                });
    }

    @Override
    public String name() {
        return "Test output";
    }

    @Override
    public boolean audible() {
        return true;
    }

    @Override
    public String problem() {
        return "";
    }
}
