package auralis.app.shell;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.io.IOException;

/** A device that keeps time and is heard by nobody, but says otherwise. */
final class AudibleOutput implements SoundOutput {
    private final SoundOutput clock;

    private AudibleOutput(StreamFormat format) {
        clock = absent().open(format);
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
    public StreamFormat format() {
        return clock.format();
    }

    @Override
    public int bitDepth() {
        return clock.bitDepth();
    }

    @Override
    public int write(AudioBlock block) {
        return clock.write(block);
    }

    @Override
    public long written() {
        return clock.written();
    }

    @Override
    public long position() {
        return clock.position();
    }

    @Override
    public void drain() {
        clock.drain();
    }

    @Override
    public void stop() {
        clock.stop();
    }

    @Override
    public void close() {
        clock.close();
    }
}
