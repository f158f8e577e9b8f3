package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.meter.TruePeakMeter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysis, plan and chain together: what a track sounds like afterwards. */
class MasteringTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(44_100);
    private static final int FRAMES = 6 * 44_100;

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void aQuietTrackReachesItsTargetUnderTheCeiling(int rate) throws Exception {
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] track = scaled(TestSignals.music(format, 6 * rate), 0.05);
        Mastered mastered = master(format, track, MasteringSettings.ADAPTIVE);
        assertThat(mastered.lufs).isCloseTo(-14, within(0.05));
        assertThat(mastered.truePeakDbtp).isLessThanOrEqualTo(-1.0);
        assertThat(mastered.plan.expectedLufs().orElseThrow()).isCloseTo(-14, within(0.05));
        assertThat(mastered.planes[0]).hasSize(track[0].length);
    }

    @Test
    void monoIsMasteredToo() throws Exception {
        StreamFormat mono = StreamFormat.mono(44_100);
        Mastered mastered =
                master(
                        mono,
                        scaled(TestSignals.music(mono, FRAMES), 0.05),
                        MasteringSettings.ADAPTIVE);
        assertThat(mastered.lufs).isCloseTo(-14, within(0.05));
    }

    @Test
    void inputsAtDifferentLevelsComeOutEquallyLoud() throws Exception {
        float[][] music = TestSignals.music(STEREO, FRAMES);
        double soft = master(STEREO, scaled(music, 0.02), MasteringSettings.ADAPTIVE).lufs;
        double softer = master(STEREO, scaled(music, 0.005), MasteringSettings.ADAPTIVE).lufs;
        assertThat(softer).isCloseTo(soft, within(0.1));
    }

    @Test
    void noIntensityIsExactlyTheSource() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 1.5);
        Mastered mastered = master(STEREO, track, MasteringSettings.ADAPTIVE.withIntensity(0));
        assertThat(mastered.plan.isNeutral()).isTrue();
        assertThat(mastered.planes).isDeepEqualTo(track);
    }

    @Test
    void theChainTellsWhatItsLimiterTakes() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.05);
        MasteringSettings loud = MasteringSettings.ADAPTIVE.withTarget(-9);
        assertThat(largestReductionDb(track, loud)).isBetween(1.0, 12.0);
        assertThat(largestReductionDb(track, loud.withIntensity(0))).isZero();
    }

    private static double largestReductionDb(float[][] track, MasteringSettings settings)
            throws Exception {
        MasteringChain chain = new MasteringChain(master(STEREO, track, settings).plan);
        chain.prepare(STEREO, FRAMES);
        chain.process(AudioBlock.of(TestSignals.copy(track)));
        return chain.reductionDb();
    }

    @Test
    void intensityIsMonotone() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.05);
        double last = Double.NEGATIVE_INFINITY;
        for (double intensity : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double lufs =
                    master(STEREO, track, MasteringSettings.ADAPTIVE.withIntensity(intensity)).lufs;
            assertThat(lufs).isGreaterThan(last);
            last = lufs;
        }
    }

    @Test
    void silenceStaysSilence() throws Exception {
        Mastered mastered = master(STEREO, new float[2][FRAMES], MasteringSettings.ADAPTIVE);
        assertThat(mastered.plan.targetLufs()).isEmpty();
        for (float[] plane : mastered.planes) {
            assertThat(plane).containsOnly(0f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5000})
    void aVeryShortTrackKeepsItsLength(int frames) throws Exception {
        float[][] track = TestSignals.music(STEREO, frames);
        assertThat(master(STEREO, track, MasteringSettings.ADAPTIVE).planes[1]).hasSize(frames);
    }

    @Test
    void blockSizesDoNotMatter() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.1);
        MasteringPlan plan = master(STEREO, track, MasteringSettings.ADAPTIVE).plan;
        float[][] whole = render(STEREO, track, plan, 100_000);
        for (int block : new int[] {1000, 4097}) {
            assertThat(render(STEREO, track, plan, block)).isDeepEqualTo(whole);
        }
    }

    @Test
    void aSeekGivesWhatARunFromTheStartGives() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.1);
        MasteringPlan plan = master(STEREO, track, MasteringSettings.ADAPTIVE).plan;
        float[][] whole = render(STEREO, track, plan, 8192);
        int frame = 4 * 44_100;
        var source =
                new ProcessedSource(
                        new MemorySource(STEREO, track),
                        new MasteringChain(plan),
                        MasteringChain.PREROLL_SECONDS);
        source.seek(frame);
        AudioBlock block = new AudioBlock(2, 20_000);
        source.read(block);
        for (int i = 0; i < 20_000; i++) {
            assertThat(block.plane(0)[i]).isCloseTo(whole[0][frame + i], within(3.2e-5f));
        }
    }

    @Test
    void theProvisionalPlanComesClose() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.05);
        TrackAnalysis analysis =
                TrackAnalyzer.analyze(new MemorySource(STEREO, track), Progress.NONE);
        MasteringPlan plan = MasteringPlanner.provisional(analysis, MasteringSettings.ADAPTIVE);
        assertThat(plan.exact()).isFalse();
        assertThat(lufs(STEREO, render(STEREO, track, plan, 8192))).isCloseTo(-14, within(0.5));
    }

    @Test
    void loudMaterialIsNeverMadeLouder() throws Exception {
        float[][] square = TestSignals.square(STEREO, FRAMES, 220, 0.5);
        double before = lufs(STEREO, square);
        assertThat(before).isGreaterThan(-12);
        Mastered mastered = master(STEREO, square, MasteringSettings.ADAPTIVE);
        assertThat(mastered.plan.restraint().region())
                .isEqualTo(LoudnessRestraint.Region.COMPRESSED_LOUD);
        assertThat(mastered.lufs).isLessThanOrEqualTo(before);
    }

    @Test
    void aFirmTargetIsFollowedEvenByLoudMaterial() throws Exception {
        float[][] square = TestSignals.square(STEREO, FRAMES, 220, 0.5);
        Mastered mastered = master(STEREO, square, MasteringSettings.ADAPTIVE.withTarget(-20));
        assertThat(mastered.lufs).isCloseTo(-20, within(0.05));
    }

    @Test
    void directCurrentIsRemovedAndMusicWithoutItLeftAlone() throws Exception {
        float[][] clean = scaled(TestSignals.music(STEREO, FRAMES), 0.1);
        float[][] biased = TestSignals.copy(clean);
        for (float[] plane : biased) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] += 0.05f;
            }
        }
        assertThat(master(STEREO, clean, MasteringSettings.ADAPTIVE).plan.tone().highPassHz())
                .isZero();
        Mastered mastered = master(STEREO, biased, MasteringSettings.ADAPTIVE);
        double mean = 0;
        for (float sample : mastered.planes[0]) {
            mean += sample / mastered.planes[0].length;
        }
        assertThat(mean).isCloseTo(0, within(1e-3));
        assertThat(mastered.plan.tone().highPassHz()).isEqualTo(22);
    }

    @Test
    void effectsArePartOfTheChainAndOfTheSearchOfTheGain() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.05);
        RackSettings rack =
                RackSettings.of(
                        new EffectSettings("gain", true, Map.of("gainDb", -12.0)),
                        new EffectSettings("delay", true, Map.of("mix", 0.5)));
        MasteringSettings settings = MasteringSettings.ADAPTIVE.withEffects(rack);
        Mastered mastered = master(STEREO, track, settings);
        assertThat(mastered.lufs).isCloseTo(-14, within(0.1));
        assertThat(mastered.truePeakDbtp).isLessThanOrEqualTo(-1);
        double gainDb = master(STEREO, track, MasteringSettings.ADAPTIVE).plan.gainDb();
        assertThat(mastered.plan.gainDb()).isGreaterThan(gainDb + 10);
        assertThat(PlanSentences.of(mastered.plan)).contains("Effects: gain, delay.");
        assertThat(PlanSentences.of(mastered.plan.at(0.6)))
                .contains("Effects at 60 %: gain, delay.");
        assertThat(render(STEREO, track, mastered.plan, 4097))
                .isDeepEqualTo(render(STEREO, track, mastered.plan, 8192));
    }

    @Test
    void aTargetThatTheRestraintMovesIsExplained() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.05);
        double gainDb = master(STEREO, track, MasteringSettings.ADAPTIVE).plan.gainDb();
        // From -14 LUFS on, which is where the gain led to.
        float[][] loud = scaled(track, Decibels.toGain(gainDb + 3));
        MasteringSettings settings = MasteringSettings.ADAPTIVE;
        MasteringPlan plan = master(STEREO, loud, settings).plan;
        assertThat(plan.targetLufs().orElseThrow()).isGreaterThan(-13.9);
        assertThat(PlanSentences.of(plan, settings))
                .anyMatch(line -> line.contains("not to the usual -14.0 LUFS, because"));
        MasteringSettings firm = settings.withTarget(-14);
        assertThat(PlanSentences.of(master(STEREO, loud, firm).plan, firm))
                .noneMatch(line -> line.contains("because"));
    }

    @Test
    void intensityMixesTheEffects() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.05);
        RackSettings rack =
                RackSettings.of(new EffectSettings("gain", true, Map.of("gainDb", 6.0)));
        MasteringSettings onlyEffects =
                new MasteringSettings(
                        1,
                        new MasteringSettings.Tone(false, 0, 0, 0, 0),
                        new MasteringSettings.Dynamics(false, 0, MasteringSettings.Shape.NONE),
                        new MasteringSettings.Width(false, 0, 1),
                        new MasteringSettings.Loudness(false, 0, -14, false),
                        new MasteringSettings.Limiter(-1),
                        rack,
                        Reference.NONE);
        double before = lufs(STEREO, track);
        double full = master(STEREO, track, onlyEffects).lufs;
        double half = master(STEREO, track, onlyEffects.withIntensity(0.5)).lufs;
        assertThat(full - before).isCloseTo(6, within(0.01));
        assertThat(half - before)
                .isCloseTo(Decibels.ofGain((1 + Decibels.toGain(6)) / 2), within(0.01));
        Mastered none = master(STEREO, track, onlyEffects.withIntensity(0));
        assertThat(none.planes).isDeepEqualTo(track);
        assertThat(none.plan.isNeutral()).isTrue();
    }

    @Test
    void aMissingEffectIsToldByThePlan() throws Exception {
        float[][] track = scaled(TestSignals.music(STEREO, FRAMES), 0.05);
        RackSettings rack = RackSettings.of(new EffectSettings("org.gone", true, Map.of()));
        Mastered mastered = master(STEREO, track, MasteringSettings.ADAPTIVE.withEffects(rack));
        assertThat(mastered.plan.effects().failures())
                .singleElement()
                .asString()
                .contains("no effect \"org.gone\"");
        assertThat(mastered.lufs).isCloseTo(-14, within(0.1));
    }

    private record Mastered(
            MasteringPlan plan, float[][] planes, double lufs, double truePeakDbtp) {}

    private static Mastered master(StreamFormat format, float[][] track, MasteringSettings settings)
            throws Exception {
        MemorySource source = new MemorySource(format, track);
        TrackAnalysis analysis = TrackAnalyzer.analyze(source, Progress.NONE);
        MasteringPlan plan = MasteringPlanner.exact(source, analysis, settings, Progress.NONE);
        float[][] planes = render(format, track, plan, 8192);
        TruePeakMeter peak = new TruePeakMeter();
        peak.prepare(format, planes[0].length);
        peak.process(AudioBlock.of(planes));
        return new Mastered(
                plan,
                planes,
                lufs(format, planes),
                peak.result().truePeakDbtp().orElse(Double.NEGATIVE_INFINITY));
    }

    private static float[][] render(
            StreamFormat format, float[][] track, MasteringPlan plan, int block) throws Exception {
        return MemorySource.readAll(
                new ProcessedSource(new MemorySource(format, track), new MasteringChain(plan)),
                block);
    }

    private static double lufs(StreamFormat format, float[][] planes) {
        LoudnessMeter meter = new LoudnessMeter();
        meter.prepare(format, planes[0].length);
        meter.process(AudioBlock.of(planes));
        return meter.result().integratedLufs().orElse(Double.NEGATIVE_INFINITY);
    }

    private static float[][] scaled(float[][] planes, double gain) {
        float[][] scaled = TestSignals.copy(planes);
        for (float[] plane : scaled) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= (float) gain;
            }
        }
        return scaled;
    }
}
