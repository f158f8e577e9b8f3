package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.filter.FirConvolver;
import auralis.dsp.filter.MinimumPhase;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.stereo.StereoWidth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A master is pulled towards other music. */
class ReferenceTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(44_100);
    private static final int FRAMES = 8 * 44_100;

    private static float[][] sound;
    private static TrackAnalysis source;
    private static TrackAnalysis other;

    @BeforeAll
    static void music() throws Exception {
        float[][] music = TestSignals.noise(STEREO, FRAMES, 0.25, 5);
        // The channels agree in part, as in music.
        for (int i = 0; i < FRAMES; i++) {
            music[1][i] = 0.8f * music[0][i] + 0.4f * music[1][i];
        }
        sound = filtered(music, -4.5, 0);
        source = analysis(sound);
        float[][] shaped = filtered(music, -3.5, 6);
        StereoWidth width = new StereoWidth(1, 1.25);
        width.prepare(STEREO, FRAMES);
        width.process(AudioBlock.of(shaped));
        for (float[] plane : shaped) {
            for (int i = 0; i < FRAMES; i++) {
                plane[i] *= 0.7f;
            }
        }
        other = analysis(shaped);
    }

    @Test
    void toneWidthAndLoudnessComeClose() throws Exception {
        MemorySource audio = new MemorySource(STEREO, sound);
        MasteringPlan plan =
                MasteringPlanner.exact(audio, source, towards(1, other), Progress.NONE);
        audio.seek(0);
        TrackAnalysis result =
                TrackAnalyzer.analyze(
                        new ProcessedSource(audio, new MasteringChain(plan)), Progress.NONE);
        assertThat(distance(source, other)).isBetween(3.0, 6.0);
        assertThat(distance(result, other)).isLessThan(1.0);
        assertThat(result.loudness().integratedLufs().getAsDouble())
                .isCloseTo(other.loudness().integratedLufs().getAsDouble(), within(0.05));
        double wanted = ReferenceMatch.sideToMidDb(other).getAsDouble();
        assertThat(ReferenceMatch.sideToMidDb(source).getAsDouble()).isLessThan(wanted - 1.5);
        assertThat(ReferenceMatch.sideToMidDb(result).getAsDouble()).isCloseTo(wanted, within(0.5));
        assertThat(bassSideDb(result)).isLessThanOrEqualTo(bassSideDb(source) + 0.05);
    }

    @Test
    void eachPropertyCanBeSwitchedOff() {
        MasteringPlan own = plan(MasteringSettings.ADAPTIVE);
        MasteringPlan all = plan(towards(1, other));
        MasteringPlan noTone = plan(without(true, false, false, false));
        MasteringPlan noWidth = plan(without(false, true, false, false));
        MasteringPlan noLoudness = plan(without(false, false, false, true));
        assertThat(all.tone().bandDb()).containsOnly(0.0);
        assertThat(noTone.tone()).isEqualTo(own.tone());
        assertThat(noTone.targetLufs()).isEqualTo(all.targetLufs());
        assertThat(noWidth.width().rest()).isCloseTo(own.width().rest(), within(0.01));
        assertThat(all.width().rest()).isGreaterThan(own.width().rest() + 0.1);
        assertThat(noLoudness.targetLufs()).isEqualTo(own.targetLufs());
        assertThat(noLoudness.tone()).isEqualTo(all.tone());
    }

    @Test
    void aMoreDynamicReferenceAsksForAttacks() {
        Reference.Track lively = track(other, 20, -14);
        MasteringPlan matched = plan(to(reference(lively)));
        assertThat(matched.dynamics()).isNotEqualTo(plan(MasteringSettings.ADAPTIVE).dynamics());
        Reference off = new Reference(List.of(lively), 1, true, true, false, true);
        assertThat(plan(to(off)).dynamics()).isEqualTo(plan(MasteringSettings.ADAPTIVE).dynamics());
    }

    @Test
    void halfTheAmountIsHalfWay() {
        MasteringPlan none = plan(towards(0, other));
        MasteringPlan half = plan(towards(0.5, other));
        MasteringPlan all = plan(towards(1, other));
        assertThat(none).isEqualTo(plan(MasteringSettings.ADAPTIVE));
        assertThat(half.targetLufs().getAsDouble())
                .isCloseTo(
                        (none.targetLufs().getAsDouble() + all.targetLufs().getAsDouble()) / 2,
                        within(1e-9));
        for (int band = 0; band < Bands.THIRD_OCTAVE.count(); band++) {
            assertThat(half.tone().matchDb().get(band))
                    .isCloseTo(all.tone().matchDb().get(band) / 2, within(1e-9));
        }
        assertThat(towards(0, other).reference().mode()).isEqualTo(Reference.Mode.ADAPTIVE);
        assertThat(towards(0.5, other).reference().mode()).isEqualTo(Reference.Mode.HYBRID);
        assertThat(towards(1, other).reference().mode()).isEqualTo(Reference.Mode.REFERENCE);
    }

    @Test
    void severalReferencesAreAveragedByWeight() {
        Reference both = reference(track(source, 10, -20, 3), track(other, 10, -12, 1));
        assertThat(plan(to(both)).targetLufs().getAsDouble()).isCloseTo(-18, within(1e-9));
    }

    @Test
    void aLoudnessTheUserAskedForGoesFirst() {
        assertThat(plan(towards(1, other).withTarget(-17)).targetLufs()).hasValue(-17);
    }

    @Test
    void whatALossyCodecTookAwayIsNotMatched() {
        List<Double> cut =
                IntStream.range(0, 30)
                        .mapToObj(b -> b > 27 ? -120.0 : other.tone().thirdOctaveDb().get(b))
                        .toList();
        Reference.Track lossy =
                new Reference.Track(
                        "lossy",
                        1,
                        cut,
                        ReferenceMatch.sideToMidDb(other),
                        OptionalDouble.empty(),
                        other.loudness().integratedLufs());
        List<Double> match = plan(to(reference(lossy))).tone().matchDb();
        assertThat(match.get(28)).isCloseTo(0, within(3.1));
        assertThat(match.get(29)).isCloseTo(0, within(3.1));
    }

    @Test
    void aReferenceAgainstItselfChangesNoTone() {
        assertThat(plan(towards(1, source)).tone().matchDb())
                .allSatisfy(db -> assertThat(db).isCloseTo(0, within(1e-6)));
    }

    @Test
    void noWeightIsRefused() {
        assertThatThrownBy(() -> Reference.Track.of("x", 0, source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight");
    }

    private static MasteringPlan plan(MasteringSettings settings) {
        return MasteringPlanner.provisional(source, settings);
    }

    private static MasteringSettings towards(double amount, TrackAnalysis music) {
        Reference.Track track = Reference.Track.of("other", 1, music);
        return to(reference(track).withAmount(amount));
    }

    private static MasteringSettings without(
            boolean tone, boolean width, boolean dynamics, boolean loudness) {
        Reference.Track track = Reference.Track.of("other", 1, other);
        return to(new Reference(List.of(track), 1, !tone, !width, !dynamics, !loudness));
    }

    private static MasteringSettings to(Reference reference) {
        return MasteringSettings.ADAPTIVE.withReference(reference);
    }

    private static Reference reference(Reference.Track... tracks) {
        return Reference.NONE.withTracks(List.of(tracks));
    }

    private static Reference.Track track(TrackAnalysis music, double crestDb, double lufs) {
        return track(music, crestDb, lufs, 1);
    }

    private static Reference.Track track(
            TrackAnalysis music, double crestDb, double lufs, double weight) {
        return new Reference.Track(
                "track",
                weight,
                music.tone().thirdOctaveDb(),
                ReferenceMatch.sideToMidDb(music),
                OptionalDouble.of(crestDb),
                OptionalDouble.of(lufs));
    }

    /** Noise with so many dB per octave, and a swing of so many dB from octave to octave. */
    private static float[][] filtered(float[][] noise, double dbPerOctave, double swingDb) {
        double[] hz = IntStream.range(0, 40).mapToDouble(i -> 20 * Math.pow(2, i / 4.0)).toArray();
        double[] db = new double[hz.length];
        for (int i = 0; i < hz.length; i++) {
            double octaves = Math.log(hz[i] / 1000) / Math.log(2);
            db[i] = dbPerOctave * octaves + swingDb * Math.sin(1.3 * octaves);
        }
        float[][] out = TestSignals.copy(noise);
        FirConvolver filter = new FirConvolver(MinimumPhase.taps(hz, db, 44_100));
        filter.prepare(STEREO, FRAMES);
        filter.process(AudioBlock.of(out));
        return out;
    }

    private static TrackAnalysis analysis(float[][] planes) throws Exception {
        return TrackAnalyzer.analyze(new MemorySource(STEREO, planes), Progress.NONE);
    }

    /** Rms of the differences of third octaves, the mean difference taken off. */
    private static double distance(TrackAnalysis a, TrackAnalysis b) {
        double[] difference =
                IntStream.range(0, 29)
                        .mapToDouble(
                                band ->
                                        a.tone().thirdOctaveDb().get(band)
                                                - b.tone().thirdOctaveDb().get(band))
                        .toArray();
        double mean = IntStream.range(0, 29).mapToDouble(i -> difference[i]).sum() / 29;
        double squares =
                IntStream.range(0, 29).mapToDouble(i -> Math.pow(difference[i] - mean, 2)).sum();
        return Math.sqrt(squares / 29);
    }

    private static double bassSideDb(TrackAnalysis analysis) {
        double mids = 0;
        double sides = 0;
        for (int band = 0; Bands.TWELFTH_OCTAVE.highHz(band) < 120; band++) {
            double ratio = Decibels.toPower(analysis.stereo().sideToMidDb().get(band));
            double mid =
                    Decibels.toPower(analysis.tone().twelfthOctaveDb().get(band)) / (1 + ratio);
            mids += mid;
            sides += mid * ratio;
        }
        return Decibels.ofPower(sides / mids);
    }
}
