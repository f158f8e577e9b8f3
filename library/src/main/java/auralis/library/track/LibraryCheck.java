package auralis.library.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the library is.
 *
 * @param damage sentences about what is broken in the database itself
 * @param wrongWords tracks that a search would miss or find for the wrong words
 * @param unusedResults measurements of what is in no track
 * @param emptyGroups artists, albums and genres without tracks
 * @param tracks that the user sees
 * @param removed tracks that the user took out
 * @param missing tracks whose files are gone
 * @param offline tracks whose folder cannot be reached
 * @param duplicates tracks that are there more than once
 * @param scanProblems files that the last scans could not use
 * @param readOnly why nothing can be stored
 */
public record LibraryCheck(
        List<String> damage,
        int wrongWords,
        int unusedResults,
        int emptyGroups,
        int tracks,
        int removed,
        int missing,
        int offline,
        int duplicates,
        int scanProblems,
        Optional<String> readOnly) {

    public LibraryCheck {
        damage = List.copyOf(damage);
    }

    /** Whether nothing is wrong with the database; files that are gone are no fault of it. */
    public boolean isSound() {
        return damage.isEmpty() && wrongWords == 0;
    }

    /** Whether a repair would change something. */
    public boolean isRepairable() {
        return wrongWords + unusedResults + emptyGroups > 0;
    }

    /** What there is to say, the worst first. */
    public List<String> sentences() {
        List<String> said = new ArrayList<>(damage);
        readOnly.ifPresent(said::add);
        say(said, wrongWords, "cannot be found by all their words");
        if (missing > 0) {
            said.add(count(missing, "track") + " without their file. Connect or relocate them.");
        }
        say(said, offline, "on a disk or folder that is not connected");
        say(said, duplicates, "with the same sound as another");
        if (scanProblems > 0) {
            said.add(count(scanProblems, "file") + " could not be used by the last scan.");
        }
        if (unusedResults + emptyGroups > 0) {
            said.add(count(unusedResults + emptyGroups, "leftover") + " that nothing refers to.");
        }
        return List.copyOf(said);
    }

    private static void say(List<String> said, int count, String what) {
        if (count > 0) {
            said.add(count(count, "track") + " " + what + ".");
        }
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
