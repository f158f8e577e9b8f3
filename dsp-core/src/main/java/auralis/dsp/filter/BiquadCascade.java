package auralis.dsp.filter;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Sections one after the other, the same for every channel. Sections that change nothing are left
 * out, so that a cascade of such only passes the samples through.
 */
public final class BiquadCascade implements AudioProcessor {
    private final IntFunction<List<BiquadCoefficients>> design;
    private Biquad[][] sections = {};

    /**
     * @param design the sections for a sample rate in Hz
     */
    public BiquadCascade(IntFunction<List<BiquadCoefficients>> design) {
        this.design = design;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        List<BiquadCoefficients> effective =
                design.apply(format.sampleRate()).stream().filter(c -> !c.isIdentity()).toList();
        sections = new Biquad[format.channels()][];
        for (int c = 0; c < sections.length; c++) {
            sections[c] = effective.stream().map(Biquad::new).toArray(Biquad[]::new);
        }
    }

    @Override
    public void process(AudioBlock block) {
        for (int c = 0; c < sections.length; c++) {
            process(sections[c], block.plane(c), block.from(), block.to());
        }
    }

    private static void process(Biquad[] sections, float[] plane, int from, int to) {
        int paired = sections.length & ~1;
        for (int i = 0; i < paired; i += 2) {
            Biquad.process(sections[i], sections[i + 1], plane, from, to);
        }
        if (paired < sections.length) {
            sections[paired].process(plane, from, to);
        }
    }

    @Override
    public void reset() {
        for (Biquad[] channel : sections) {
            for (Biquad section : channel) {
                section.reset();
            }
        }
    }
}
