package auralis.library.export;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.meter.LoudnessCurve;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.meter.TruePeakMeter;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.LongTermSpectrum;
import auralis.dsp.spectrum.PowerSpectrum;
import auralis.dsp.stereo.StereoImage;
import auralis.dsp.stereo.StereoMeter;
import java.util.Arrays;
import java.util.List;

/** Measures of a result, in one reading, what stands in reports beside the same of its source. */
final class ResultAnalyzer implements Analyzer<ResultAnalyzer.Result> {
    /** What an empty band counts as, as in the analysis of a source. */
    private static final double LOWEST_DB = -200;

    private final LoudnessMeter loudness = new LoudnessMeter(this::addPower);
    private final TruePeakMeter peaks = new TruePeakMeter();
    private final StereoMeter stereo = new StereoMeter();
    private final LongTermSpectrum spectrum = new LongTermSpectrum();
    private final List<Analyzer<?>> meters = List.of(loudness, peaks, stereo, spectrum);

    /** K-weighted, of each 100 ms. */
    private double[] powers = new double[4096];

    private int steps;

    /** Numbers and picture of a sound. */
    record Result(Measurement measurement, SoundPicture picture) {}

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        meters.forEach(meter -> meter.prepare(format, maxFrames));
        steps = 0;
    }

    private void addPower(double power) {
        if (steps == powers.length) {
            powers = Arrays.copyOf(powers, 2 * steps);
        }
        powers[steps++] = power;
    }

    @Override
    public void process(AudioBlock block) {
        meters.forEach(meter -> meter.process(block));
    }

    @Override
    public Result result() {
        StereoImage image = stereo.result();
        return new Result(
                Measurement.of(loudness.result(), peaks.result()),
                new SoundPicture(
                        spectrum.result().map(ResultAnalyzer::thirdOctavesDb).orElse(List.of()),
                        LoudnessCurve.of(Arrays.copyOf(powers, steps)),
                        image.width(),
                        image.correlation()));
    }

    private static List<Double> thirdOctavesDb(PowerSpectrum spectrum) {
        return Arrays.stream(spectrum.powers(Bands.THIRD_OCTAVE))
                .map(power -> Math.max(LOWEST_DB, Decibels.ofPower(power)))
                .map(SoundPicture::hundredths)
                .boxed()
                .toList();
    }

    @Override
    public void reset() {
        meters.forEach(Analyzer::reset);
        steps = 0;
    }
}
