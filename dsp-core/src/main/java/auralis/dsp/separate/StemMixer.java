package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts stems together while they play: every change of the mix is walked to within 20 ms. Stems
 * come as the channels of one stream, two for each ({@link StemStack}); so they cannot lose each
 * other. One thread at a time.
 */
public final class StemMixer {
    private final List<StemStrip> strips = new ArrayList<>();
    private AudioBlock stem;
    private StemMix mix;

    /** With a mix to begin with. */
    public StemMixer(StemMix mix) {
        mix.strips().forEach(strip -> strips.add(new StemStrip()));
        this.mix = mix;
    }

    /**
     * Makes ready for a stream; the only call that may allocate.
     *
     * @param sampleRate in Hz
     * @param maxFrames the longest block
     */
    public void prepare(int sampleRate, int maxFrames) {
        stem = new AudioBlock(2, maxFrames);
        strips.forEach(strip -> strip.prepare(StreamFormat.stereo(sampleRate), maxFrames));
        reset();
    }

    /** Forgets the past of the stream; the mix is there at once. */
    public void reset() {
        take(mix);
        for (int i = 0; i < strips.size(); i++) {
            strips.get(i).reset();
        }
    }

    /** Changes the mix from the next frame on. Allocates nothing. */
    public void set(StemMix wanted) {
        if (wanted != mix) {
            take(wanted);
        }
    }

    private void take(StemMix wanted) {
        mix = wanted;
        for (int i = 0; i < strips.size(); i++) {
            strips.get(i).set(wanted, i);
        }
    }

    /**
     * Adds up the stems. Allocates nothing.
     *
     * @param stems two channels for each stem
     * @param out stereo, of as many frames
     */
    public void mix(AudioBlock stems, AudioBlock out) {
        out.clear();
        int frames = stems.frames();
        for (int s = 0; s < strips.size(); s++) {
            stem.first(frames);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(stems.plane(2 * s + c), stems.from(), stem.plane(c), 0, frames);
            }
            strips.get(s).process(stem);
            add(stem, out);
        }
    }

    private static void add(AudioBlock stem, AudioBlock out) {
        for (int c = 0; c < 2; c++) {
            float[] from = stem.plane(c);
            float[] to = out.plane(c);
            for (int i = 0; i < stem.frames(); i++) {
                to[out.from() + i] += from[i];
            }
        }
    }
}
