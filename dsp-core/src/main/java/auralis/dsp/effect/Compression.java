package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.dynamics.Compressor;
import auralis.dsp.dynamics.CompressorSettings;
import auralis.dsp.effect.Parameter.Unit;
import java.util.List;

/** The compressor of the dynamics package, playable. */
final class Compression implements AudioEffect {
    static final Parameter THRESHOLD =
            Parameter.linear("thresholdDb", "Threshold", Unit.DECIBEL, -60, 0, -18);
    static final Parameter RATIO = Parameter.logarithmic("ratio", "Ratio", Unit.RATIO, 1, 20, 3);
    static final Parameter KNEE = Parameter.linear("kneeDb", "Knee", Unit.DECIBEL, 0, 24, 6);
    static final Parameter ATTACK =
            Parameter.logarithmic("attackMs", "Attack", Unit.MILLISECONDS, 0.1, 200, 10);
    static final Parameter RELEASE =
            Parameter.logarithmic("releaseMs", "Release", Unit.MILLISECONDS, 10, 2_000, 150);
    static final Parameter MAKEUP = Parameter.linear("makeupDb", "Make-up", Unit.DECIBEL, 0, 24, 0);

    @Override
    public String id() {
        return "compressor";
    }

    @Override
    public String name() {
        return "Compressor";
    }

    @Override
    public String description() {
        return "Takes back what is louder than a threshold.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(THRESHOLD, RATIO, KNEE, ATTACK, RELEASE, MAKEUP);
    }

    @Override
    public EffectProcessor create() {
        return new Processor();
    }

    private final class Processor extends SmoothedProcessor {
        private final SmoothedValue threshold = value(THRESHOLD);
        private final SmoothedValue ratio = value(RATIO);
        private final SmoothedValue knee = value(KNEE);
        private final SmoothedValue attack = value(ATTACK);
        private final SmoothedValue release = value(RELEASE);
        private final SmoothedValue makeup = value(MAKEUP);
        private final Compressor compressor = new Compressor(settings());

        Processor() {
            super(parameters());
        }

        private CompressorSettings settings() {
            return new CompressorSettings(
                    threshold.get(),
                    ratio.get(),
                    knee.get(),
                    attack.get(),
                    release.get(),
                    makeup.get());
        }

        @Override
        protected void allocate(StreamFormat format, int maxFrames) {
            compressor.prepare(format, maxFrames);
        }

        @Override
        protected void clear() {
            compressor.reset();
        }

        @Override
        protected void design() {
            compressor.change(settings());
        }

        @Override
        protected void run(AudioBlock block) {
            compressor.process(block);
        }
    }
}
