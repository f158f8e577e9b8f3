package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter.Unit;
import java.util.List;

/** Louder or quieter. */
final class Gain implements AudioEffect {
    static final Parameter GAIN = Parameter.linear("gainDb", "Gain", Unit.DECIBEL, -60, 24, 0);

    @Override
    public String id() {
        return "gain";
    }

    @Override
    public String name() {
        return "Gain";
    }

    @Override
    public String description() {
        return "Makes what comes in louder or quieter.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(GAIN);
    }

    @Override
    public EffectProcessor create() {
        return new Processor();
    }

    private final class Processor extends SmoothedProcessor {
        private final SmoothedValue gainDb = value(GAIN);
        private double gain;

        Processor() {
            super(parameters());
        }

        @Override
        protected void allocate(StreamFormat format, int maxFrames) {}

        @Override
        protected void clear() {}

        @Override
        protected void design() {
            gain = Decibels.toGain(gainDb.get());
        }

        @Override
        protected void run(AudioBlock block) {
            for (int c = 0; c < block.channels(); c++) {
                float[] plane = block.plane(c);
                for (int i = block.from(); i < block.to(); i++) {
                    plane[i] = (float) (gain * plane[i]);
                }
            }
        }
    }
}
