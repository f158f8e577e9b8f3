package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter.Unit;
import auralis.dsp.filter.BiquadDesign;
import auralis.dsp.filter.StateVariable;
import java.util.List;

/**
 * A low-pass or high-pass at work: one section of 12 dB per octave or, when steep, two that make a
 * Butterworth filter of order 4. A q over Butterworth's raises a peak at the cut-off.
 */
final class PassFilter extends SmoothedProcessor {
    static final Parameter Q = Parameter.logarithmic("q", "Q", Unit.NONE, 0.3, 10, 0.707);
    static final Parameter STEEP = Parameter.onOff("steep", "Steep", false);

    /** The q of the two sections of a Butterworth filter of order 4: 1 / (2 cos 22.5°), 67.5°. */
    private static final double FIRST_Q = 1 / (2 * Math.cos(Math.PI / 8));

    private static final double SECOND_Q = 1 / (2 * Math.sin(Math.PI / 8));

    private final SmoothedValue cutoff;
    private final SmoothedValue q = value(Q);
    private final SmoothedValue steep = value(STEEP);
    private final Kind kind;
    private StateVariable[] first = {};
    private StateVariable[] second = {};
    private double sampleRate;

    /** Which response a section is given. */
    interface Kind {
        void design(StateVariable filter, double hz, double q, double sampleRate);
    }

    static Parameter cutoff(double defaultHz) {
        return Parameter.logarithmic("cutoffHz", "Cut-off", Unit.HERTZ, 20, 20_000, defaultHz);
    }

    PassFilter(Parameter cutoff, Kind kind) {
        super(List.of(cutoff, Q, STEEP));
        this.cutoff = value(cutoff);
        this.kind = kind;
    }

    @Override
    protected void allocate(StreamFormat format, int maxFrames) {
        sampleRate = format.sampleRate();
        first = sections(format.channels());
        second = sections(format.channels());
    }

    private static StateVariable[] sections(int channels) {
        StateVariable[] sections = new StateVariable[channels];
        for (int c = 0; c < channels; c++) {
            sections[c] = new StateVariable();
        }
        return sections;
    }

    @Override
    protected void clear() {
        for (int c = 0; c < first.length; c++) {
            first[c].reset();
            second[c].reset();
        }
    }

    @Override
    protected void design() {
        double resonance = q.get() / BiquadDesign.BUTTERWORTH_Q;
        double alone = q.get();
        double ofPair = FIRST_Q * Math.sqrt(resonance);
        double firstQ = alone + steep.get() * (ofPair - alone);
        double secondQ = SECOND_Q * Math.sqrt(resonance);
        for (int c = 0; c < first.length; c++) {
            kind.design(first[c], cutoff.get(), firstQ, sampleRate);
            kind.design(second[c], cutoff.get(), secondQ, sampleRate);
            if (steep.get() == 0) {
                second[c].reset();
            }
        }
    }

    @Override
    protected void run(AudioBlock block) {
        if (steep.get() == 0) {
            StateVariable.process(first, block);
            return;
        }
        for (int c = 0; c < first.length; c++) {
            runBoth(first[c], second[c], block.plane(c), block.from(), block.to());
        }
    }

    /** The second section fades in and out with the switch. */
    private void runBoth(StateVariable one, StateVariable two, float[] plane, int from, int to) {
        double share = steep.get();
        for (int i = from; i < to; i++) {
            double y = one.next(plane[i]);
            plane[i] = (float) (y + share * (two.next(y) - y));
        }
    }
}
