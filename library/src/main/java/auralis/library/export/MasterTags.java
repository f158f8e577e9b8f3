package auralis.library.export;

import auralis.dsp.Decibels;
import auralis.dsp.master.Preset;
import auralis.dsp.meter.Gains;
import auralis.library.media.Tags;
import auralis.library.tag.TagEdit;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a master says of itself beside what it inherits: its loudness, for players that level, and
 * how it was made. The same result always says the same: nothing here tells a time.
 */
final class MasterTags {
    private static final String PROGRAM = "Auralis";
    private static final String MASTERED_WITH = "MASTERED_WITH";

    /** R 128 gains of Opus (RFC 7845, 5.2.1) are in 1/256 dB. */
    private static final double Q7_8 = 256;

    private MasterTags() {}

    /**
     * @param after as it was measured
     * @param extension of the file's name, which tells its kind: flac
     * @param preset how it was made
     */
    static TagEdit of(Measurement after, String extension, Preset preset) {
        TagEdit edit = TagEdit.NONE.with(MASTERED_WITH, madeBy(preset));
        OptionalDouble lufs = after.integratedLufs();
        if (lufs.isEmpty()) {
            return edit;
        }
        return extension.equals("opus")
                ? edit.with("R128_TRACK_GAIN", r128(lufs.getAsDouble()))
                : replayGain(edit, lufs.getAsDouble(), after.truePeakDbtp());
    }

    /** Whether a file says that it is a master of ours. */
    static boolean areIn(Path file) {
        return Tags.field(file, MASTERED_WITH).startsWith(PROGRAM);
    }

    /** ReplayGain 2.0: towards -18 LUFS; the peak is the true one, 1 at full scale. */
    private static TagEdit replayGain(TagEdit edit, double lufs, OptionalDouble peakDbtp) {
        TagEdit gained =
                edit.with("REPLAYGAIN_TRACK_GAIN", say("%.2f dB", Gains.REPLAY_GAIN_LUFS - lufs))
                        .with(
                                "REPLAYGAIN_REFERENCE_LOUDNESS",
                                say("%.2f LUFS", Gains.REPLAY_GAIN_LUFS));
        return peakDbtp.isEmpty()
                ? gained
                : gained.with(
                        "REPLAYGAIN_TRACK_PEAK",
                        say("%.6f", Decibels.toGain(peakDbtp.getAsDouble())));
    }

    private static String r128(double lufs) {
        return Long.toString(Math.round(Q7_8 * (Gains.R128_LUFS - lufs)));
    }

    private static String madeBy(Preset preset) {
        String version = MasterTags.class.getPackage().getImplementationVersion();
        return say(
                "%s; preset %s; intensity %.0f %%",
                version == null ? PROGRAM : PROGRAM + " " + version,
                preset.name(),
                100 * preset.settings().intensity());
    }

    private static String say(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
