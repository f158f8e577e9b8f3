package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.List;

/**
 * An effect of a rack inside its walls: it works on a copy, which is taken over when it is whole.
 */
final class RackSlot {
    private final AudioEffect effect;
    private final int index;
    private final List<String> failures;
    private EffectProcessor processor;
    private AudioBlock work;
    private FrameDelay late;
    private int latency;
    private boolean failed;

    /** What may go wrong in foreign code. */
    private interface Attempt {
        void run();
    }

    /**
     * @param index of its settings
     * @param failures is told when it fails
     */
    RackSlot(AudioEffect effect, int index, List<String> failures) {
        this.effect = effect;
        this.index = index;
        this.failures = failures;
    }

    /** False when the effect cannot work on such a stream. */
    boolean prepare(RackSettings rack, StreamFormat format, int maxFrames) {
        work = new AudioBlock(format.channels(), maxFrames);
        attempt(
                () -> {
                    processor = effect.create();
                    change(rack);
                    processor.prepare(format, maxFrames);
                    latency = Math.max(0, processor.latency());
                });
        late = new FrameDelay(latency);
        late.prepare(format, maxFrames);
        return !failed;
    }

    int latency() {
        return latency;
    }

    void change(RackSettings rack) {
        EffectSettings settings = rack.effects().get(index);
        attempt(() -> effect.parameters().forEach(p -> processor.set(p.id(), settings.value(p))));
    }

    void reset() {
        late.reset();
        attempt(processor::reset);
    }

    void process(AudioBlock block) {
        int frames = block.frames();
        work.first(frames).copyFrom(block);
        late.process(block);
        if (failed) {
            return;
        }
        try {
            processor.process(work);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            fail(e.toString());
            return;
        }
        if (isFinite(work.first(frames))) {
            block.copyFrom(work);
        } else {
            fail("its output is not a number");
        }
    }

    private void attempt(Attempt attempt) {
        if (failed) {
            return;
        }
        try {
            attempt.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            fail(e.toString());
        }
    }

    private void fail(String reason) {
        failed = true;
        failures.add("The effect " + effect.name() + " failed and was left out: " + reason + ".");
    }

    private static boolean isFinite(AudioBlock block) {
        int largest = 0;
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                largest = Math.max(largest, Float.floatToRawIntBits(plane[i]) & Integer.MAX_VALUE);
            }
        }
        // Infinity and all NaN have bits above those of the largest number.
        return largest <= Float.floatToRawIntBits(Float.MAX_VALUE);
    }
}
