package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WidthPlanTest {
    private static final MasteringPlan.Tone FLAT =
            new MasteringPlan.Tone(0, Collections.nCopies(25, 0.0), Collections.nCopies(30, 0.0));

    @Test
    void theWantedWidthIsGivenWhereItIsSafe() {
        MasteringPlan.Width width = plan(-12, -8, 1.3);
        assertThat(width.rest()).isCloseTo(1.3, within(1e-9));
        assertThat(width.bass()).isBetween(0.97, 1.0);
    }

    @Test
    void correlationDropsByLittle() {
        for (double sideToMidDb = -20; sideToMidDb < 3; sideToMidDb += 0.5) {
            double gain = plan(sideToMidDb, -30, 1.4).rest();
            double before = Math.pow(10, sideToMidDb / 10);
            double after = before * gain * gain;
            double drop = (1 - before) / (1 + before) - (1 - after) / (1 + after);
            double lossDb = 10 * Math.log10((1 + after) / (1 + before));
            assertThat(drop).isLessThanOrEqualTo(0.1);
            assertThat(lossDb).isLessThanOrEqualTo(0.5);
        }
    }

    @Test
    void momentsThatAreWideAlreadyAreNotWidened() {
        assertThat(plan(-12, -1, 1.4).rest()).isEqualTo(1);
        assertThat(plan(-12, -3.76, 1.4).rest()).isCloseTo(1.259, within(0.001));
    }

    @Test
    void bassWithoutAgreementIsDrawnToTheMiddle() {
        MasteringPlan.Width width = WidthPlan.of(analysis(-12, -3, -8), settings(1), 1, FLAT, 0);
        // Half the way from -3 dB to the -9.5 dB at which correlation is 0.8, by 3 dB at most.
        assertThat(20 * Math.log10(width.bass())).isCloseTo(-3, within(0.01));
        assertThat(width.rest()).isEqualTo(1);
    }

    @Test
    void noSideIsMadeFromMono() {
        assertThat(plan(-100, -60, 1.4).rest()).isCloseTo(1, within(0.001));
        assertThat(WidthPlan.of(mono(), settings(1.4), 1, FLAT, 0))
                .isEqualTo(new MasteringPlan.Width(1, 1));
    }

    @Test
    void aHundredthOfADecibelNeverMovesTheWidthByATenth() {
        double last = plan(-25, -20, 1.4).rest();
        for (double db = -25; db < 5; db += 0.01) {
            double next = plan(db, Math.min(0, db + 4), 1.4).rest();
            assertThat(20 * Math.log10(next / last)).isCloseTo(0, within(0.1));
            last = next;
        }
    }

    private static MasteringPlan.Width plan(double sideToMidDb, double widestDb, double width) {
        return WidthPlan.of(
                analysis(sideToMidDb, sideToMidDb, widestDb), settings(width), 1, FLAT, 0);
    }

    private static MasteringSettings settings(double width) {
        return MasteringSettings.ADAPTIVE.withWidth(new MasteringSettings.Width(true, 1, width));
    }

    /** A flat spectrum above 300 Hz, where all side is changed. */
    private static TrackAnalysis analysis(double sideToMidDb, double bassDb, double widestDb) {
        List<Double> levels = new ArrayList<>(Collections.nCopies(120, -200.0));
        List<Double> ratios = new ArrayList<>(Collections.nCopies(120, sideToMidDb));
        for (int band = 0; band < 24; band++) {
            levels.set(band, -60.0);
            ratios.set(band, bassDb);
        }
        for (int band = 44; band < 120; band++) {
            levels.set(band, -30.0);
        }
        double ratio = Math.pow(10, sideToMidDb / 20);
        double width = Math.min(0.39, Math.max(sideToMidDb < -50 ? 0 : 0.16, ratio / (1 + ratio)));
        return analysis(
                levels,
                new TrackAnalysis.Stereo(ratios, OptionalDouble.of(widestDb)),
                Map.of(Dimension.STEREO_WIDTH, width));
    }

    private static TrackAnalysis mono() {
        return analysis(
                Collections.nCopies(120, -30.0),
                new TrackAnalysis.Stereo(List.of(), OptionalDouble.empty()),
                Map.of());
    }

    private static TrackAnalysis analysis(
            List<Double> levels, TrackAnalysis.Stereo stereo, Map<Dimension, Double> dimensions) {
        return new TrackAnalysis(
                StreamFormat.stereo(44_100),
                44_100,
                null,
                null,
                new Fingerprint(dimensions),
                new TrackAnalysis.Tone(
                        Collections.nCopies(25, -30.0),
                        Collections.nCopies(30, -30.0),
                        levels,
                        OptionalDouble.empty()),
                stereo,
                null,
                null,
                List.of());
    }
}
