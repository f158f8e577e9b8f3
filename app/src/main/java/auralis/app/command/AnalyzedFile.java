package auralis.app.command;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.master.LoudnessRestraint;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.PlanSentences;
import auralis.library.export.Measurement;
import auralis.library.media.MediaFormat;
import auralis.library.track.TrackWarnings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@code analyze} answers for a file. */
record AnalyzedFile(
        String file,
        Optional<Format> format,
        Optional<Measurement> loudness,
        Optional<Fingerprint> fingerprint,
        Optional<Restraint> restraint,
        List<String> suggestions,
        List<String> warnings,
        double elapsedSeconds,
        Optional<String> error) {

    record Format(
            String codec,
            int sampleRate,
            int channels,
            OptionalInt bitDepth,
            long frames,
            double seconds) {

        String words() {
            String bits = bitDepth.isPresent() ? bitDepth.getAsInt() + " bit, " : "";
            return String.format(
                    Locale.ROOT,
                    "%s, %d Hz, %s%d channel%s, %s",
                    codec,
                    sampleRate,
                    bits,
                    channels,
                    channels == 1 ? "" : "s",
                    ProgressLine.clock(seconds));
        }
    }

    /**
     * @param makeupDb the estimated gain
     */
    record Restraint(
            LoudnessRestraint.Region region,
            double expansionFactor,
            double makeupDb,
            String message) {
        static Restraint of(MasteringPlan plan) {
            LoudnessRestraint restraint = plan.restraint();
            return new Restraint(
                    restraint.region(),
                    restraint.expansionFactor(),
                    plan.gainDb(),
                    restraint.message());
        }
    }

    static AnalyzedFile of(
            Path file,
            MediaFormat media,
            TrackAnalysis analysis,
            MasteringPlan plan,
            double elapsedSeconds) {
        return new AnalyzedFile(
                file.toString(),
                Optional.of(
                        new Format(
                                media.codec(),
                                analysis.format().sampleRate(),
                                analysis.format().channels(),
                                media.bitDepth(),
                                analysis.frames(),
                                analysis.seconds())),
                Optional.of(Measurement.of(analysis.loudness(), analysis.peaks())),
                Optional.of(analysis.fingerprint()),
                Optional.of(Restraint.of(plan)),
                suggestions(analysis, plan),
                TrackWarnings.of(analysis),
                elapsedSeconds,
                Optional.empty());
    }

    private static List<String> suggestions(TrackAnalysis analysis, MasteringPlan plan) {
        return analysis.format().channels() > 2
                ? List.of("Mastering works on mono and stereo; mix it down first.")
                : PlanSentences.of(plan, MasteringSettings.ADAPTIVE);
    }

    static AnalyzedFile failed(Path file, String error, double elapsedSeconds) {
        return new AnalyzedFile(
                file.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                elapsedSeconds,
                Optional.of(error));
    }
}
