package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.master.MasteringSettings.Shape;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.meter.Punch;
import auralis.dsp.meter.TruePeakMeter;
import org.junit.jupiter.api.Test;

/** What the whole chain does to dynamics. */
class MasteredDynamicsTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int FRAMES = 9 * 44_100;

    private static final MasteringSettings NO_DYNAMICS =
            shaped(new MasteringSettings.Dynamics(false, 1, Shape.NONE));

    private static MasteringSettings shaped(MasteringSettings.Dynamics dynamics) {
        return MasteringSettings.ADAPTIVE.withDynamics(dynamics);
    }

    @Test
    void overCompressedMusicGetsItsPunchBack() throws Exception {
        float[][] crushed = crushed();
        Mastered with = master(crushed, MasteringSettings.ADAPTIVE);
        Mastered without = master(crushed, NO_DYNAMICS);
        MasteringPlan.Dynamics plan = with.plan.dynamics();
        assertThat(plan.expansion()).isGreaterThan(0.4);
        assertThat(plan.declipDb()).isEqualTo(3);
        assertThat(with.punchDb).isGreaterThan(without.punchDb + 0.8);
        assertThat(with.rangeLu).isCloseTo(without.rangeLu, within(1.0));
        assertThat(with.lufs).isCloseTo(with.plan.expectedLufs().orElseThrow(), within(0.05));
        assertThat(with.truePeakDbtp).isLessThanOrEqualTo(-1.0 + 0.005);
        assertThat(PlanSentences.of(with.plan))
                .anyMatch(sentence -> sentence.contains("transient expansion"))
                .anyMatch(sentence -> sentence.startsWith("Flat tops at -0.9 dBFS are rounded"));
    }

    private static float[][] crushed() {
        float[][] crushed = TestSignals.music(FORMAT, FRAMES);
        for (float[] plane : crushed) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) Math.max(-0.9, Math.min(0.9, 3 * plane[i]));
            }
        }
        return crushed;
    }

    @Test
    void aSeekGivesWhatARunFromTheStartGives() throws Exception {
        float[][] crushed = crushed();
        MasteringPlan plan = master(crushed, MasteringSettings.ADAPTIVE).plan;
        float[][] whole =
                MemorySource.readAll(
                        new ProcessedSource(
                                new MemorySource(FORMAT, crushed), new MasteringChain(plan)),
                        8192);
        ProcessedSource source =
                new ProcessedSource(
                        new MemorySource(FORMAT, crushed),
                        new MasteringChain(plan),
                        MasteringChain.PREROLL_SECONDS);
        int frame = 6 * 44_100 + 1;
        source.seek(frame);
        AudioBlock block = new AudioBlock(2, 20_000);
        source.read(block);
        for (int i = 0; i < 20_000; i++) {
            assertThat(block.plane(0)[i]).isCloseTo(whole[0][frame + i], within(3.2e-5f));
        }
    }

    @Test
    void attacksCanBeBroughtForwardAndPeaksClippedSoftlyAtALoudTarget() throws Exception {
        float[][] music = TestSignals.music(FORMAT, FRAMES);
        for (float[] plane : music) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= 0.2f;
            }
        }
        MasteringSettings punchy =
                shaped(new MasteringSettings.Dynamics(true, 1, new Shape(1, 0.5, 1.5)))
                        .withTarget(-11);
        Mastered with = master(music, punchy);
        Mastered without = master(music, NO_DYNAMICS.withTarget(-11));
        assertThat(with.plan.dynamics().softClipDb()).isEqualTo(1.5);
        assertThat(with.punchDb).isGreaterThan(without.punchDb + 0.4);
        assertThat(with.lufs).isCloseTo(with.plan.expectedLufs().orElseThrow(), within(0.05));
        assertThat(with.truePeakDbtp).isLessThanOrEqualTo(-1.0 + 0.005);
    }

    private record Mastered(
            MasteringPlan plan, double lufs, double rangeLu, double punchDb, double truePeakDbtp) {}

    private static Mastered master(float[][] track, MasteringSettings settings) throws Exception {
        MemorySource source = new MemorySource(FORMAT, track);
        TrackAnalysis analysis = TrackAnalyzer.analyze(source, Progress.NONE);
        MasteringPlan plan = MasteringPlanner.exact(source, analysis, settings, Progress.NONE);
        float[][] out =
                MemorySource.readAll(
                        new ProcessedSource(
                                new MemorySource(FORMAT, track), new MasteringChain(plan)),
                        8192);
        LoudnessMeter loudness = new LoudnessMeter();
        Punch punch = new Punch();
        TruePeakMeter peak = new TruePeakMeter();
        for (Analyzer<?> analyzer : new Analyzer<?>[] {loudness, punch, peak}) {
            analyzer.prepare(FORMAT, FRAMES);
            analyzer.process(AudioBlock.of(out));
        }
        return new Mastered(
                plan,
                loudness.result().integratedLufs().orElseThrow(),
                loudness.result().rangeLu().orElseThrow(),
                punch.result().orElseThrow(),
                peak.result().truePeakDbtp().orElseThrow());
    }
}
