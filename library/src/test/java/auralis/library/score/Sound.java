package auralis.library.score;

import auralis.dsp.AudioSource;
import auralis.dsp.Decibels;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Listening;
import auralis.dsp.meter.Loudness;
import auralis.dsp.meter.Punch;
import auralis.dsp.meter.TruePeakMeter;
import auralis.dsp.stereo.StereoImage;
import auralis.dsp.stereo.StereoMeter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the scoreboard measures of a stream; empty where there is nothing to measure.
 *
 * @param truePeak16Dbtp on the grid of sixteen points, −200 for silence
 * @param truePeak4Dbtp by the program's own meter
 * @param psrMedianDb true peak of 3 s minus their loudness: the median over the track, windows that
 *     are more than 20 LU under the loudest left out
 * @param psrLowDb the 5th percentile of the same
 * @param bass mid and side below 112 Hz
 * @param foldLossDb by how much the mono fold is quieter
 * @param tone third octaves
 */
record Sound(
        OptionalDouble lufs,
        OptionalDouble rangeLu,
        double truePeak16Dbtp,
        double truePeak4Dbtp,
        OptionalDouble psrMedianDb,
        OptionalDouble psrLowDb,
        OptionalDouble punchDb,
        OptionalDouble width,
        OptionalDouble correlation,
        @JsonIgnore Bass.Powers bass,
        OptionalDouble foldLossDb,
        @JsonIgnore Tone.Windows tone) {
    private static final double SILENT_DB = -200;
    private static final int WINDOW = 3 * FinePeaks.PER_SECOND;
    private static final double PSR_GATE_LU = 20;

    /** Heard from where the source stands to its end. */
    static Sound of(AudioSource source) throws IOException, InterruptedException {
        ShortTerm shortTerm = new ShortTerm();
        FinePeaks fine = new FinePeaks();
        TruePeakMeter usual = new TruePeakMeter();
        Punch punch = new Punch();
        StereoMeter stereo = new StereoMeter();
        Bass bass = new Bass();
        MonoFold fold = new MonoFold();
        Tone tone = new Tone();
        Listening.listen(
                source,
                List.of(shortTerm, fine, usual, punch, stereo, bass, fold, tone),
                Progress.NONE);
        Loudness loudness = shortTerm.meter().result();
        StereoImage image = stereo.result();
        Numbers peaks = fine.result();
        Numbers psr = psr(peaks, shortTerm.result());
        return new Sound(
                loudness.integratedLufs(),
                loudness.rangeLu(),
                level(peaks.max(0, peaks.count())),
                usual.result().truePeakDbtp().orElse(SILENT_DB),
                percentile(psr, 0.5),
                percentile(psr, 0.05),
                punch.result(),
                image.width(),
                image.correlation(),
                bass.result(),
                difference(loudness.integratedLufs(), fold.result()),
                tone.result());
    }

    private static Numbers psr(Numbers peaks, Numbers shortTermLufs) {
        double loudest =
                shortTermLufs.count() == 0 ? 0 : shortTermLufs.max(0, shortTermLufs.count());
        Numbers psr = new Numbers();
        for (int end = WINDOW; end <= shortTermLufs.count(); end++) {
            double lufs = shortTermLufs.get(end - 1);
            if (lufs > loudest - PSR_GATE_LU) {
                psr.add(level(peaks.max(end - WINDOW, end)) - lufs);
            }
        }
        return psr;
    }

    private static OptionalDouble percentile(Numbers numbers, double share) {
        return numbers.count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(numbers.percentile(share));
    }

    /** How far this is from another sound of the same music in tone, dB rms. */
    OptionalDouble toneDistanceDb(Sound other) {
        return tone.distanceDb(other.tone);
    }

    static OptionalDouble difference(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                : OptionalDouble.empty();
    }

    private static double level(double peak) {
        return Math.max(SILENT_DB, Decibels.ofGain(peak));
    }
}
