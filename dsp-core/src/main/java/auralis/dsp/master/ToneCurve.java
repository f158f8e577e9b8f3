package auralis.dsp.master;

import auralis.dsp.Decibels;
import auralis.dsp.filter.MinimumPhase;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.Fft;
import auralis.dsp.spectrum.PowerSpectrum;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The one magnitude response that realises what a plan says about tone: the gains of critical bands
 * plus those of third octaves, each linear in dB between the centres of its bands over the
 * logarithm of frequency, and constant outside.
 */
final class ToneCurve {
    private static final double[] BARK_HZ = centres(Bands.BARK);
    private static final double[] THIRD_OCTAVE_HZ = centres(Bands.THIRD_OCTAVE);

    /** The corners of both, so that lines between them lose nothing. */
    private static final double[] CORNERS_HZ =
            DoubleStream.concat(DoubleStream.of(BARK_HZ), DoubleStream.of(THIRD_OCTAVE_HZ))
                    .sorted()
                    .distinct()
                    .toArray();

    /** Taps are about as long in time at every rate. */
    private static final int RATE = 48_000;

    /** Frequencies that are looked at per tap, against the least. */
    private static final int FINENESS = 8;

    private final MasteringPlan.Tone tone;

    ToneCurve(MasteringPlan.Tone tone) {
        this.tone = tone;
    }

    double gainDb(double hz) {
        return at(hz, BARK_HZ, tone.bandDb()) + at(hz, THIRD_OCTAVE_HZ, tone.matchDb());
    }

    /** Its impulse response, minimum phase. */
    float[] taps(int sampleRate) {
        double[] gainsDb = DoubleStream.of(CORNERS_HZ).map(this::gainDb).toArray();
        return MinimumPhase.taps(CORNERS_HZ, gainsDb, sampleRate);
    }

    /**
     * What the filter really does to the power of each twelfth of an octave: its taps are too short
     * for sharp turns of the curve below 60 Hz.
     */
    double[] realisedDb() {
        Bands bands = Bands.TWELFTH_OCTAVE;
        double[] gainsDb = new double[bands.count()];
        if (tone.isFlat()) {
            return gainsDb;
        }
        float[] taps = taps(RATE);
        Fft fft = Fft.ofSize(FINENESS * Integer.highestOneBit(taps.length));
        float[] frame = Arrays.copyOf(taps, fft.size());
        fft.forward(frame);
        float[] power = new float[fft.bins()];
        fft.addPower(frame, 1, power);
        // Music falls with frequency; so does this spectrum, about as much.
        double[] before = new double[power.length];
        double[] after = new double[power.length];
        for (int k = 1; k < power.length; k++) {
            before[k] = 1.0 / k;
            after[k] = power[k] / k;
        }
        double binHz = (double) RATE / fft.size();
        double[] in = new PowerSpectrum(before, binHz).powers(bands);
        double[] out = new PowerSpectrum(after, binHz).powers(bands);
        for (int band = 0; band < gainsDb.length; band++) {
            gainsDb[band] = Decibels.ofPower(out[band] / in[band]);
        }
        return gainsDb;
    }

    private static double at(double hz, double[] cornersHz, List<Double> gainsDb) {
        int last = cornersHz.length - 1;
        if (hz <= cornersHz[0]) {
            return gainsDb.get(0);
        }
        if (hz >= cornersHz[last]) {
            return gainsDb.get(last);
        }
        int i = 0;
        while (cornersHz[i + 1] < hz) {
            i++;
        }
        double t = Math.log(hz / cornersHz[i]) / Math.log(cornersHz[i + 1] / cornersHz[i]);
        return gainsDb.get(i) + t * (gainsDb.get(i + 1) - gainsDb.get(i));
    }

    private static double[] centres(Bands bands) {
        return IntStream.range(0, bands.count()).mapToDouble(bands::centreHz).toArray();
    }
}
