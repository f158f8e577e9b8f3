package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.OptionalLong;

/** The sound of a mix of stems, in stereo. Owns the stack. */
public final class StemMixSource implements AudioSource {
    private static final int MOST_FRAMES = 1 << 14;

    private final AudioSource stack;
    private final StemMixer mixer;
    private final AudioBlock stems;
    private final AudioBlock out = new AudioBlock(2, MOST_FRAMES);

    /**
     * @param stack at its first frame
     */
    public StemMixSource(StemStack stack, StemMix mix) {
        this.stack = stack;
        this.mixer = new StemMixer(mix);
        this.stems = new AudioBlock(stack.format().channels(), MOST_FRAMES);
        mixer.prepare(stack.format().sampleRate(), MOST_FRAMES);
    }

    @Override
    public StreamFormat format() {
        return StreamFormat.stereo(stack.format().sampleRate());
    }

    @Override
    public OptionalLong frames() {
        return stack.frames();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int frames = stack.read(stems.first(Math.min(MOST_FRAMES, block.frames())));
        if (frames <= 0) {
            return frames;
        }
        mixer.mix(stems.first(frames), out.first(frames));
        for (int c = 0; c < 2; c++) {
            System.arraycopy(out.plane(c), 0, block.plane(c), block.from(), frames);
        }
        return frames;
    }

    /** The tone of the stems starts anew there. */
    @Override
    public void seek(long frame) throws IOException {
        stack.seek(frame);
        mixer.reset();
    }

    @Override
    public void close() throws IOException {
        stack.close();
    }
}
