package auralis.app.shell;

import auralis.app.master.Outlook;
import auralis.app.play.Side;
import auralis.app.prefs.PlaybackPreferences;
import auralis.dsp.meter.Gains;
import auralis.dsp.meter.Gains.Gain;
import auralis.dsp.meter.Gains.Programme;
import auralis.library.track.Track;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The gain that makes a track as loud as others. Both of its sides get the same, so that comparing
 * them stays fair, and no side that is compared gets over the ceiling.
 *
 * <p>While loudness matching is on, both sides are as loud as the quieter one, and that is brought
 * to the target. While it is off, the side is brought there on which the track began.
 *
 * @param original the gain of the original alone
 * @param mastered the other side, once it is known
 * @param matching whether loudness matching is on
 */
record TrackLevel(Gain original, Optional<Mastered> mastered, boolean matching) {
    /** The highest true peak that EBU R 128 permits. */
    static final double CEILING_DBTP = -1;

    /**
     * What is known of the mastered side.
     *
     * @param originalMatchDb what matching takes off the original
     * @param masteredMatchDb what matching takes off the mastered side
     */
    record Mastered(
            OptionalDouble lufs,
            double truePeakDbtp,
            double originalMatchDb,
            double masteredMatchDb) {

        static Optional<Mastered> of(Outlook outlook) {
            return outlook.plan()
                    .map(
                            plan ->
                                    new Mastered(
                                            outlook.masteredLufs(),
                                            plan.ceilingDbtp(),
                                            outlook.matchDb(Side.ORIGINAL),
                                            outlook.matchDb(Side.MASTERED)));
        }
    }

    /**
     * The gain of an original.
     *
     * @param album the tracks it shares its gain with, itself among them; empty for none
     */
    static Gain original(Track track, List<Track> album, PlaybackPreferences preferences) {
        if (track.state() != Track.State.ANALYZED) {
            return new Gain(preferences.fallbackDb(), OptionalDouble.empty());
        }
        List<Track> all = album.isEmpty() ? List.of(track) : album;
        return Gains.album(all.stream().map(TrackLevel::heard).toList(), preferences.targetLufs())
                .orElse(new Gain(0, OptionalDouble.empty()));
    }

    private static Programme heard(Track track) {
        return new Programme(
                track.integratedLufs(), track.truePeakDbtp(), track.seconds().orElse(0));
    }

    /**
     * @param side that is heard
     * @param begun the side on which the track began
     */
    double gainDb(PlaybackPreferences preferences, Side side, Side begun) {
        if (mastered.isEmpty()) {
            return original.safeDb(CEILING_DBTP);
        }
        Mastered other = mastered.get();
        if (matching) {
            double gainDb = original.safeDb(CEILING_DBTP) - other.originalMatchDb;
            return Math.min(gainDb, room(other) - other.masteredMatchDb);
        }
        boolean byMastered = begun == Side.MASTERED && other.lufs.isPresent();
        Gain wanted =
                byMastered
                        ? new Gain(
                                preferences.targetLufs() - other.lufs.getAsDouble(),
                                original.truePeakDbtp())
                        : original;
        return side == Side.MASTERED
                ? Math.min(wanted.gainDb(), room(other))
                : wanted.safeDb(CEILING_DBTP);
    }

    private static double room(Mastered other) {
        return CEILING_DBTP - other.truePeakDbtp;
    }
}
