package auralis.app.prefs;

import auralis.app.platform.OutputChoice;
import auralis.app.play.Player;
import auralis.dsp.meter.Gains;
import java.util.Objects;

/**
 * How the user wants to hear.
 *
 * @param deviceName of the chosen device as it was listed, for when it is not; empty for the system
 *     default
 * @param targetLufs how loud matched tracks are, -23..-14
 * @param fallbackDb gain of tracks that are not measured yet, -15..0: never more than the file has,
 *     because its peaks are not known
 * @param crossfadeSeconds how long two tracks overlap, 0..12
 */
public record PlaybackPreferences(
        OutputChoice output,
        String deviceName,
        VolumeMatching matching,
        double targetLufs,
        double fallbackDb,
        double crossfadeSeconds) {

    static final double LOWEST_TARGET_LUFS = Gains.R128_LUFS;
    static final double HIGHEST_TARGET_LUFS = -14;
    static final double LOWEST_FALLBACK_DB = -15;

    public static final PlaybackPreferences DEFAULT =
            new PlaybackPreferences(
                    OutputChoice.DEFAULT, "", VolumeMatching.OFF, Gains.REPLAY_GAIN_LUFS, -6, 0);

    public PlaybackPreferences {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(deviceName, "deviceName");
        Objects.requireNonNull(matching, "matching");
        requireWithin("a target", targetLufs, LOWEST_TARGET_LUFS, HIGHEST_TARGET_LUFS);
        requireWithin("a fallback gain", fallbackDb, LOWEST_FALLBACK_DB, 0);
        requireWithin("a cross-fade", crossfadeSeconds, 0, Player.MAX_CROSSFADE_SECONDS);
    }

    private static void requireWithin(String what, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    what + " of " + value + " is not within " + min + ".." + max);
        }
    }

    public PlaybackPreferences withOutput(OutputChoice wanted, String name) {
        return new PlaybackPreferences(
                wanted, name, matching, targetLufs, fallbackDb, crossfadeSeconds);
    }

    public PlaybackPreferences withMatching(VolumeMatching wanted) {
        return new PlaybackPreferences(
                output, deviceName, wanted, targetLufs, fallbackDb, crossfadeSeconds);
    }

    public PlaybackPreferences withTargetLufs(double wanted) {
        return new PlaybackPreferences(
                output, deviceName, matching, wanted, fallbackDb, crossfadeSeconds);
    }

    public PlaybackPreferences withFallbackDb(double wanted) {
        return new PlaybackPreferences(
                output, deviceName, matching, targetLufs, wanted, crossfadeSeconds);
    }

    public PlaybackPreferences withCrossfadeSeconds(double wanted) {
        return new PlaybackPreferences(
                output, deviceName, matching, targetLufs, fallbackDb, wanted);
    }
}
