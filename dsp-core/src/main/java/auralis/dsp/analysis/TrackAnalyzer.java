package auralis.dsp.analysis;

import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.fingerprint.Dimension;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.fingerprint.FingerprintAnalyzer;
import auralis.dsp.meter.FlatTops;
import auralis.dsp.meter.Punch;
import auralis.dsp.meter.TruePeakMeter;
import auralis.dsp.meter.WaveformAnalyzer;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.LongTermSpectrum;
import auralis.dsp.spectrum.PowerSpectrum;
import auralis.dsp.spectrum.StereoSpectrum;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measures a track, whole or at a glance: one decoding, many analyzers, on two threads. */
public final class TrackAnalyzer {
    /** What an empty band counts as, so that every number is finite. */
    private static final double LOWEST_DB = -200;

    private static final double LOWEST_AUDIBLE_HZ = 20;
    private static final double HIGHEST_HZ = 400_000;

    private TrackAnalyzer() {}

    /**
     * @param source is read to its end and left open
     * @param progress is advanced by the frames of the source
     */
    public static TrackAnalysis analyze(AudioSource source, Progress progress)
            throws IOException, InterruptedException {
        TruePeakMeter peaks = new TruePeakMeter();
        FingerprintAnalyzer fingerprint = new FingerprintAnalyzer();
        LongTermSpectrum spectrum = new LongTermSpectrum();
        WaveformAnalyzer waveform = new WaveformAnalyzer();
        Punch punch = new Punch();
        FlatTops flatTops = new FlatTops();
        long frames =
                Listening.listen(
                        new Overheard(source, List.of(peaks, spectrum, waveform, punch, flatTops)),
                        List.of(fingerprint),
                        progress);
        return new TrackAnalysis(
                source.format(),
                frames,
                fingerprint.loudness(),
                peaks.result(),
                fingerprint.result(),
                tone(spectrum.result()),
                stereo(spectrum.stereo()),
                new TrackAnalysis.Dynamics(
                        punch.result(),
                        flatTops.result(),
                        medians(spectrum),
                        fingerprint.loudnessCurve()),
                waveform.result(),
                source.damage());
    }

    /**
     * Measures of a few seconds, spread over a track, what a plan needs.
     *
     * @param source is left open, anywhere; of one that does not know its length the beginning is
     *     heard
     * @param progress is advanced by the frames that are heard
     */
    public static Glance glance(AudioSource source, Progress progress)
            throws IOException, InterruptedException {
        TruePeakMeter peaks = new TruePeakMeter();
        FingerprintAnalyzer levels = FingerprintAnalyzer.ofLevels();
        LongTermSpectrum spectrum = new LongTermSpectrum();
        WaveformAnalyzer waveform = new WaveformAnalyzer(source.frames().orElse(0));
        FlatTops flatTops = new FlatTops();
        AudioSource excerpts = new Excerpts(source);
        long frames =
                Listening.listen(
                        new Overheard(excerpts, List.of(peaks, waveform, flatTops)),
                        List.of(levels, spectrum),
                        progress);
        Fingerprint level = levels.result();
        return new Glance(
                source.format(),
                levels.loudness(),
                peaks.result(),
                level.get(Dimension.CREST_DB),
                level.get(Dimension.STEREO_WIDTH),
                tone(spectrum.result()),
                stereo(spectrum.stereo()),
                flatTops.result() / Math.max(1, source.format().seconds(frames)),
                medians(spectrum),
                waveform.result());
    }

    private static List<Double> medians(LongTermSpectrum spectrum) {
        return Arrays.stream(spectrum.bandMediansDb()).boxed().toList();
    }

    private static TrackAnalysis.Tone tone(Optional<PowerSpectrum> loud) {
        return new TrackAnalysis.Tone(
                loud.map(power -> levelsDb(power, Bands.BARK)).orElse(List.of()),
                loud.map(power -> levelsDb(power, Bands.THIRD_OCTAVE)).orElse(List.of()),
                loud.map(power -> levelsDb(power, Bands.TWELFTH_OCTAVE)).orElse(List.of()),
                loud.map(TrackAnalyzer::rumbleDb).orElse(OptionalDouble.empty()));
    }

    private static TrackAnalysis.Stereo stereo(Optional<StereoSpectrum> loud) {
        return new TrackAnalysis.Stereo(
                loud.map(TrackAnalyzer::sideToMidDb).orElse(List.of()),
                loud.map(spectrum -> OptionalDouble.of(spectrum.widestDb()))
                        .orElse(OptionalDouble.empty()));
    }

    private static List<Double> sideToMidDb(StereoSpectrum spectrum) {
        return Arrays.stream(spectrum.sideToMidDb(Bands.TWELFTH_OCTAVE)).boxed().toList();
    }

    private static List<Double> levelsDb(PowerSpectrum spectrum, Bands bands) {
        return Arrays.stream(spectrum.powers(bands))
                .map(power -> Math.max(LOWEST_DB, Decibels.ofPower(power)))
                .boxed()
                .toList();
    }

    private static OptionalDouble rumbleDb(PowerSpectrum spectrum) {
        double all = spectrum.power(0, HIGHEST_HZ);
        double db = Decibels.ofPower(spectrum.power(0, LOWEST_AUDIBLE_HZ) / all);
        return all > 0 ? OptionalDouble.of(Math.max(LOWEST_DB, db)) : OptionalDouble.empty();
    }
}
