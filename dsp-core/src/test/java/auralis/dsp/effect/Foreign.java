package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter.Unit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Effects as strangers might write them. */
record Foreign(String id, List<Parameter> parameters, Supplier<EffectProcessor> maker)
        implements AudioEffect {
    static final Parameter AMOUNT = Parameter.linear("amount", "Amount", Unit.NONE, 0, 10, 1);

    static Foreign of(String id, Consumer<AudioBlock> work) {
        return late(id, 0, work);
    }

    /** One that is late by so many frames. */
    static Foreign late(String id, int latency, Consumer<AudioBlock> work) {
        return new Foreign(id, List.of(AMOUNT), () -> new Processor(latency, work));
    }

    @Override
    public String name() {
        return "The " + id;
    }

    @Override
    public EffectProcessor create() {
        return maker.get();
    }

    private static final class Processor implements EffectProcessor {
        private final FrameDelay delay;
        private final Consumer<AudioBlock> work;

        Processor(int latency, Consumer<AudioBlock> work) {
            this.delay = new FrameDelay(latency);
            this.work = work;
        }

        @Override
        public void set(String parameter, double value) {}

        @Override
        public void prepare(StreamFormat format, int maxFrames) {
            delay.prepare(format, maxFrames);
        }

        @Override
        public void process(AudioBlock block) {
            delay.process(block);
            work.accept(block);
        }

        @Override
        public void reset() {
            delay.reset();
        }

        @Override
        public int latency() {
            return delay.latency();
        }
    }
}
