package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter;
import auralis.dsp.effect.Parameter.Unit;
import auralis.dsp.effect.SmoothedProcessor;
import auralis.dsp.effect.SmoothedValue;
import auralis.dsp.filter.StateVariable;
import java.util.List;

/** The strip of one stem at work on stereo: tone in three ranges, then a gain for each channel. */
final class StemStrip extends SmoothedProcessor {
    private static final double MOST = StemMix.MOST_TONE_DB;
    private static final Parameter LOW = tone("lowDb");
    private static final Parameter MID = tone("midDb");
    private static final Parameter HIGH = tone("highDb");
    private static final Parameter LEFT = gain("left");
    private static final Parameter RIGHT = gain("right");
    private static final double LOW_HZ = 200;
    private static final double MID_HZ = 1_000;
    private static final double HIGH_HZ = 5_000;
    private static final double Q = Math.sqrt(0.5);

    private final SmoothedValue low = value(LOW);
    private final SmoothedValue mid = value(MID);
    private final SmoothedValue high = value(HIGH);
    private final SmoothedValue left = value(LEFT);
    private final SmoothedValue right = value(RIGHT);
    private final StateVariable[] lows = {new StateVariable(), new StateVariable()};
    private final StateVariable[] mids = {new StateVariable(), new StateVariable()};
    private final StateVariable[] highs = {new StateVariable(), new StateVariable()};
    private double sampleRate;

    StemStrip() {
        super(List.of(LOW, MID, HIGH, LEFT, RIGHT));
    }

    private static Parameter tone(String id) {
        return Parameter.linear(id, id, Unit.DECIBEL, -MOST, MOST, 0);
    }

    private static Parameter gain(String id) {
        return Parameter.linear(id, id, Unit.NONE, 0, 8, 1);
    }

    /** From now on smoothly; at once behind {@link #reset}. */
    void set(StemMix mix, int stem) {
        StemMix.Strip strip = mix.strips().get(stem);
        low.set(strip.lowDb());
        mid.set(strip.midDb());
        high.set(strip.highDb());
        left.set(mix.gain(stem, 0));
        right.set(mix.gain(stem, 1));
    }

    @Override
    protected void allocate(StreamFormat format, int maxFrames) {
        sampleRate = format.sampleRate();
    }

    @Override
    protected void clear() {
        for (int c = 0; c < 2; c++) {
            lows[c].reset();
            mids[c].reset();
            highs[c].reset();
        }
    }

    @Override
    protected void design() {
        for (int c = 0; c < 2; c++) {
            lows[c].lowShelf(LOW_HZ, low.get(), Q, sampleRate);
            mids[c].peaking(MID_HZ, mid.get(), Q, sampleRate);
            highs[c].highShelf(HIGH_HZ, high.get(), Q, sampleRate);
        }
    }

    @Override
    protected void run(AudioBlock block) {
        shape(lows, low, block);
        shape(mids, mid, block);
        shape(highs, high, block);
        scale(block.plane(0), block.from(), block.to(), (float) left.get());
        scale(block.plane(1), block.from(), block.to(), (float) right.get());
    }

    private static void shape(StateVariable[] filters, SmoothedValue gainDb, AudioBlock block) {
        if (gainDb.get() != 0) {
            StateVariable.process(filters, block);
        }
    }

    private static void scale(float[] plane, int from, int to, float gain) {
        if (gain != 1) {
            for (int i = from; i < to; i++) {
                plane[i] *= gain;
            }
        }
    }
}
