package auralis.app.play;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What becomes of a track's samples between its file and the device.
 *
 * @param sourceBits of a sample of the file; empty where samples are not whole numbers, as in MP3
 * @param outputBits of a sample of the device; 0 while nothing is open
 * @param mastered whether the side that is heard is changed by mastering
 * @param matchGain linear gain of that side that makes both equally loud
 * @param levelGain linear gain that makes the track as loud as others
 * @param volume linear gain 0..1
 */
public record SignalPath(
        OptionalInt sourceBits,
        int outputBits,
        boolean mastered,
        double matchGain,
        double levelGain,
        double volume) {
    static final SignalPath NONE = new SignalPath(OptionalInt.empty(), 0, false, 1, 1, 1);

    /** Something that keeps the device from getting the very samples of the file. */
    public enum Change {
        MASTERING,
        MATCH,
        LEVEL,
        VOLUME,
        ROUNDING,
        DEPTH
    }

    /** Whether there is a track on its way to a device. */
    public boolean isOpen() {
        return outputBits > 0;
    }

    /** Everything that changes samples; empty when each leaves as it is in the file. */
    public Set<Change> changes() {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        note(changes, Change.MASTERING, mastered);
        note(changes, Change.MATCH, matchGain != 1);
        note(changes, Change.LEVEL, levelGain != 1);
        note(changes, Change.VOLUME, volume != 1);
        note(changes, Change.ROUNDING, sourceBits.isEmpty());
        note(changes, Change.DEPTH, sourceBits.orElse(0) > outputBits);
        return changes;
    }

    private static void note(Set<Change> changes, Change change, boolean happens) {
        if (happens) {
            changes.add(change);
        }
    }
}
