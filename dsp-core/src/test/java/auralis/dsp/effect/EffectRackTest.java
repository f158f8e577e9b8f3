package auralis.dsp.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.ProcessorContract;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectRackTest extends ProcessorContract {
    private static final StreamFormat STEREO = StreamFormat.stereo(48_000);
    private static final int FRAMES = 9_000;
    private static final EffectSettings LOUDER =
            new EffectSettings("gain", true, Map.of("gainDb", 6.0));
    private static final EffectSettings ECHO =
            new EffectSettings("delay", true, Map.of("timeMs", 20.0));

    private final float[][] music = TestSignals.music(STEREO, FRAMES);

    @Override
    protected AudioProcessor processor() {
        return new EffectRack(
                RackSettings.of(LOUDER, ECHO).withAmount(0.7), EffectCatalogue.BUILT_IN);
    }

    @Override
    protected AudioProcessor neutral() {
        return new EffectRack(
                RackSettings.of(LOUDER.withOn(false), ECHO.withOn(false)),
                EffectCatalogue.BUILT_IN);
    }

    @Test
    void runsTheEffectsInTheirOrder() {
        float[][] louder = run(prepared(RackSettings.of(LOUDER)), music, 4096);
        float[][] both = run(prepared(RackSettings.of(ECHO)), louder, 4096);
        assertThat(run(prepared(RackSettings.of(LOUDER, ECHO)), music, 4096)).isDeepEqualTo(both);
        EffectSettings squash = new EffectSettings("compressor", true, Map.of());
        assertThat(run(prepared(RackSettings.of(LOUDER, squash)), music, 4096)[0])
                .isNotEqualTo(run(prepared(RackSettings.of(squash, LOUDER)), music, 4096)[0]);
    }

    @Test
    void switchedOffItIsNotThere() {
        RackSettings rack = RackSettings.of(LOUDER);
        assertThat(run(prepared(rack.withOn(false)), music, 4096)).isDeepEqualTo(music);
        assertThat(run(prepared(rack.withAmount(0)), music, 4096)).isDeepEqualTo(music);
    }

    @Test
    void theAmountMixesWithTheAlignedInput() {
        EffectCatalogue catalogue =
                EffectCatalogue.BUILT_IN.with(Foreign.late("late", 100, b -> {}));
        RackSettings rack =
                RackSettings.of(new EffectSettings("late", true, Map.of()), LOUDER).withAmount(0.5);
        EffectRack effects = prepared(rack, catalogue);
        float[][] out = run(effects, music, 512);
        assertThat(effects.latency()).isEqualTo(100);
        double gain = 0.5 + 0.5 * Math.pow(10, 0.3);
        for (int i = 100; i < FRAMES; i++) {
            assertThat((double) out[0][i]).isCloseTo(gain * music[0][i - 100], within(1e-5));
        }
    }

    @Test
    void anEffectThatThrowsIsCutOut() {
        int[] calls = {0};
        Foreign faulty =
                Foreign.late(
                        "faulty",
                        64,
                        block -> {
                            Arrays.fill(block.plane(0), 7);
                            if (calls[0]++ == 3) {
                                throw new IllegalStateException("no more");
                            }
                        });
        EffectRack rack = prepared(one("faulty"), EffectCatalogue.BUILT_IN.with(faulty));
        float[][] out = run(rack, music, 1_000);
        assertThat(out[0][2_999]).isEqualTo(7);
        // From the block in which it failed the input goes on, as late as the effect was.
        assertThat(Arrays.copyOfRange(out[0], 3_000, FRAMES))
                .isEqualTo(Arrays.copyOfRange(music[0], 3_000 - 64, FRAMES - 64));
        assertThat(rack.latency()).isEqualTo(64);
        assertThat(rack.failures())
                .singleElement()
                .asString()
                .contains("The faulty")
                .contains("no more");
        assertThat(calls[0]).isEqualTo(4);
    }

    @Test
    void whatIsNotANumberIsCutOut() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Foreign wild = Foreign.of("wild", block -> block.plane(1)[block.to() - 1] = bad);
            EffectRack rack = prepared(one("wild"), EffectCatalogue.BUILT_IN.with(wild));
            assertThat(run(rack, music, 1_000)).isDeepEqualTo(music);
            assertThat(rack.failures()).singleElement().asString().contains("not a number");
        }
    }

    @Test
    void noEffectReachesBeyondItsBlock() {
        Foreign greedy =
                Foreign.of(
                        "greedy",
                        block -> {
                            Arrays.fill(block.plane(0), 1);
                            block.window(0, 1);
                        });
        EffectRack rack = prepared(one("greedy"), EffectCatalogue.BUILT_IN.with(greedy));
        float[][] planes = TestSignals.copy(music);
        AudioBlock block = AudioBlock.of(planes).window(100, 200);
        rack.process(block);
        assertThat(block.frames()).isEqualTo(100);
        assertThat(planes[0][99]).isEqualTo(music[0][99]);
        assertThat(planes[0][150]).isEqualTo(1);
        assertThat(planes[0][200]).isEqualTo(music[0][200]);
    }

    @Test
    void effectsThatCannotBeMadeAreLeftOut() {
        EffectCatalogue catalogue =
                EffectCatalogue.BUILT_IN.with(
                        new Foreign(
                                "broken",
                                List.of(),
                                () -> {
                                    throw new NoClassDefFoundError("gone/Away");
                                }));
        RackSettings settings =
                RackSettings.of(
                        new EffectSettings("broken", true, Map.of()),
                        new EffectSettings("nowhere", true, Map.of()),
                        LOUDER);
        EffectRack rack = prepared(settings, catalogue);
        assertThat(run(rack, music, 4096))
                .isDeepEqualTo(run(prepared(RackSettings.of(LOUDER)), music, 4096));
        assertThat(rack.failures()).hasSize(2);
        assertThat(rack.failures().get(0)).contains("no effect \"nowhere\"");
        assertThat(rack.failures().get(1)).contains("The broken").contains("gone/Away");
    }

    @Test
    void valuesWalkInsideAStream() {
        EffectRack rack = prepared(RackSettings.of(LOUDER));
        float[][] steady = TestSignals.constant(STEREO, 4_000, 0.1);
        run(rack, steady, 1_000);
        rack.change(RackSettings.of(LOUDER.with("gainDb", -6)));
        float[] out = run(rack, steady, 1_000)[0];
        assertThat(out[0]).isCloseTo(0.1995f, within(0.001f));
        assertThat(out[3_999]).isCloseTo(0.0501f, within(0.001f));
        assertThatThrownBy(() -> rack.change(RackSettings.of(ECHO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RackSettings one(String effect) {
        return RackSettings.of(new EffectSettings(effect, true, Map.of()));
    }

    private static EffectRack prepared(RackSettings settings) {
        return prepared(settings, EffectCatalogue.BUILT_IN);
    }

    private static EffectRack prepared(RackSettings settings, EffectCatalogue catalogue) {
        EffectRack rack = new EffectRack(settings, catalogue);
        rack.prepare(STEREO, 4096);
        return rack;
    }
}
