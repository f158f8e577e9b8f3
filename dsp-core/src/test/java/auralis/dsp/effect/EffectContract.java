package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every built-in effect promises besides {@link ProcessorContract}. */
abstract class EffectContract extends ProcessorContract {
    private static final StreamFormat STEREO = StreamFormat.stereo(48_000);
    private static final int FRAMES = 30_000;

    abstract AudioEffect effect();

    /** Values with which each parameter matters. */
    Map<String, Double> audible() {
        return Map.of();
    }

    /** Values with which the effect does nothing, or null. */
    Map<String, Double> silent() {
        return null;
    }

    @Override
    protected AudioProcessor processor() {
        return with(audible());
    }

    @Override
    protected AudioProcessor neutral() {
        return silent() == null ? null : with(silent());
    }

    EffectProcessor with(Map<String, Double> values) {
        EffectProcessor processor = effect().create();
        values.forEach(processor::set);
        return processor;
    }

    /** The output for a copy of the input, in blocks of 4096. */
    float[][] out(Map<String, Double> values, StreamFormat format, float[][] input) {
        EffectProcessor processor = with(values);
        processor.prepare(format, 4096);
        return run(processor, input, 4096);
    }

    static float[][] impulse(StreamFormat format, int frames) {
        float[][] planes = new float[format.channels()][frames];
        for (float[] plane : planes) {
            plane[0] = 1;
        }
        return planes;
    }

    @Test
    void everyParameterIsHeard() {
        float[][] music = TestSignals.music(STEREO, 48_000);
        float[][] usual = out(audible(), STEREO, music);
        for (Parameter parameter : effect().parameters()) {
            double now = audible().getOrDefault(parameter.id(), parameter.defaultValue());
            double other = now == parameter.max() ? parameter.min() : parameter.max();
            EffectProcessor changed = with(audible());
            changed.set(parameter.id(), other);
            changed.prepare(STEREO, 4096);
            assertThat(run(changed, music, 4096)[1]).as(parameter.id()).isNotEqualTo(usual[1]);
        }
    }

    @Test
    void noParameterJumps() {
        float[][] tone = TestSignals.sine(STEREO, FRAMES, 50, 0.5);
        for (Parameter parameter : effect().parameters()) {
            for (double[] way :
                    new double[][] {
                        {parameter.min(), parameter.max()}, {parameter.max(), parameter.min()}
                    }) {
                float[][] out = changedAt(20_000, parameter, way[0], way[1], tone, 4096);
                assertThat(largestStep(out[0], 15_000))
                        .as(parameter.id() + " from " + way[0])
                        .isLessThan(0.04 * AudioBlock.of(out[0]).peak() + 1e-6);
            }
        }
    }

    @Test
    void changesDoNotDependOnBlocks() {
        float[][] music = TestSignals.music(STEREO, FRAMES);
        for (Parameter parameter : effect().parameters()) {
            float[][] whole =
                    changedAt(10_000, parameter, parameter.min(), parameter.max(), music, FRAMES);
            float[][] split =
                    changedAt(10_000, parameter, parameter.min(), parameter.max(), music, -1);
            assertThat(split[0]).as(parameter.id()).isEqualTo(whole[0]);
            assertThat(split[1]).as(parameter.id()).isEqualTo(whole[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 192_000})
    void limitsAreSafe(int rate) {
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] square = TestSignals.square(format, FRAMES, 100, 1.0);
        for (Parameter parameter : effect().parameters()) {
            for (double value : new double[] {parameter.min(), parameter.max()}) {
                EffectProcessor processor = with(audible());
                processor.set(parameter.id(), value);
                processor.prepare(format, 4096);
                float[][] out = run(processor, square, 4096);
                assertThat(AudioBlock.of(out).peak()).as(parameter.id()).isLessThan(100);
            }
        }
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThatThrownBy(() -> effect().create().set("volume11", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theProgramOffersIt() {
        AudioEffect offered = EffectCatalogue.BUILT_IN.find(effect().id()).orElseThrow();
        assertThat(offered.parameters()).isEqualTo(effect().parameters());
        assertThat(offered.description()).endsWith(".");
    }

    /** A run in which one parameter is set inside the stream. */
    private float[][] changedAt(
            int frame, Parameter parameter, double from, double to, float[][] in, int blockFrames) {
        EffectProcessor processor = with(audible());
        processor.set(parameter.id(), from);
        processor.prepare(STEREO, FRAMES);
        float[][] planes = TestSignals.copy(in);
        AudioBlock block = AudioBlock.of(planes);
        runPart(processor, block, 0, frame, blockFrames);
        processor.set(parameter.id(), to);
        runPart(processor, block, frame, planes[0].length, blockFrames);
        return planes;
    }

    private static void runPart(
            EffectProcessor processor, AudioBlock block, int from, int to, int blockFrames) {
        Random random = new Random(5);
        for (int at = from; at < to; ) {
            int frames = blockFrames > 0 ? blockFrames : random.nextInt(700);
            int end = Math.min(to, at + frames);
            processor.process(block.window(at, end));
            at = end;
        }
    }

    private static double largestStep(float[] samples, int from) {
        double largest = 0;
        for (int i = from; i < samples.length; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
        }
        return largest;
    }
}
