package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.engine.ProcessedSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever sound comes in, with whatever settings: finite samples of the same length come out. */
class MasteringFuzzTest {
    private static final int[] RATES = {
        8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000
    };
    private static final int[] LENGTHS = {1, 2, 3, 441, 5_000, 19_000, 60_000};

    private enum Kind {
        SILENCE,
        MUSIC,
        DIRECT_CURRENT,
        FULL_SCALE_SQUARE,
        FAR_OVER_FULL_SCALE,
        DENORMALS,
        NOT_NUMBERS,
        ONE_IMPULSE,
        ALTERNATING
    }

    static List<Long> seeds() {
        return new Random(20).longs(48).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOutputIsFiniteAndAsLongAsTheInput(long seed) throws Exception {
        Random random = new Random(seed);
        int rate = RATES[random.nextInt(RATES.length)];
        StreamFormat format =
                random.nextBoolean() ? StreamFormat.mono(rate) : StreamFormat.stereo(rate);
        int frames = LENGTHS[random.nextInt(LENGTHS.length)];
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        MemorySource source = new MemorySource(format, sound(kind, format, frames, random));
        MasteringSettings settings = settings(random);

        TrackAnalysis analysis = TrackAnalyzer.analyze(source, Progress.NONE);
        MasteringPlan plan = MasteringPlanner.exact(source, analysis, settings, Progress.NONE);
        source.seek(0);
        float[][] out =
                MemorySource.readAll(
                        new ProcessedSource(source, new MasteringChain(plan)),
                        1 + random.nextInt(9000));

        String what = kind + " " + format + " " + frames;
        assertThat(plan.gainDb()).as(what).isFinite();
        for (float[] plane : out) {
            assertThat(plane).as(what).hasSize(frames);
            assertThat(AudioBlock.of(plane).peak()).as(what).isLessThan(Float.MAX_VALUE);
        }
    }

    private static MasteringSettings settings(Random random) {
        MasteringSettings settings =
                MasteringSettings.ADAPTIVE.withCeiling(-3 * random.nextDouble());
        return random.nextBoolean()
                ? settings
                : settings.withTarget(-24 + 16 * random.nextDouble())
                        .withIntensity(random.nextDouble());
    }

    private static float[][] sound(Kind kind, StreamFormat format, int frames, Random random) {
        return switch (kind) {
            case SILENCE -> new float[format.channels()][frames];
            case MUSIC -> TestSignals.music(format, frames);
            case DIRECT_CURRENT -> TestSignals.constant(format, frames, 0.7);
            case FULL_SCALE_SQUARE -> TestSignals.square(format, frames, 90, 1);
            case FAR_OVER_FULL_SCALE -> TestSignals.noise(format, frames, 1e6, 1);
            case DENORMALS -> TestSignals.noise(format, frames, 1e-39, 1);
            case NOT_NUMBERS -> withFaults(TestSignals.music(format, frames), random);
            case ONE_IMPULSE -> impulse(format, frames);
            case ALTERNATING -> TestSignals.square(format, frames, format.sampleRate() / 2.0, 1);
        };
    }

    /** Such samples are stopped at the sources; the chain bears them all the same. */
    private static float[][] withFaults(float[][] planes, Random random) {
        float[] faults = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (float[] plane : planes) {
            for (int i = 0; i < 5; i++) {
                plane[random.nextInt(plane.length)] = faults[random.nextInt(faults.length)];
            }
        }
        return planes;
    }

    private static float[][] impulse(StreamFormat format, int frames) {
        float[][] planes = new float[format.channels()][frames];
        Arrays.stream(planes).forEach(plane -> plane[frames / 2] = 1);
        return planes;
    }
}
