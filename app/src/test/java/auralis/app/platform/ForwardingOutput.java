package auralis.app.platform;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;

/** An output that has another do all that a test does not want otherwise. */
public abstract class ForwardingOutput implements SoundOutput {
    protected final SoundOutput output;

    protected ForwardingOutput(SoundOutput output) {
        this.output = output;
    }

    @Override
    public String name() {
        return output.name();
    }

    @Override
    public StreamFormat format() {
        return output.format();
    }

    @Override
    public int bitDepth() {
        return output.bitDepth();
    }

    @Override
    public boolean audible() {
        return output.audible();
    }

    @Override
    public String problem() {
        return output.problem();
    }

    @Override
    public int write(AudioBlock block) {
        return output.write(block);
    }

    @Override
    public long written() {
        return output.written();
    }

    @Override
    public long position() {
        return output.position();
    }

    @Override
    public void drain() {
        output.drain();
    }

    @Override
    public void stop() {
        output.stop();
    }

    @Override
    public void close() {
        output.close();
    }
}
