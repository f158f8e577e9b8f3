package auralis.app.prefs;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the user wants work in the background done. What a later version adds is optional, so that
 * this can still be read.
 *
 * @param atOnce jobs at once, 1 or more; empty: as the program suggests
 * @param resume whether what was interrupted goes on at the start by itself
 * @param announce whether the desktop tells when all is done and the window is not looked at
 * @param stayAwake whether the computer is kept from falling asleep while something goes on
 * @param chime whether a sound tells when all is done
 */
public record JobPreferences(
        OptionalInt atOnce,
        Optional<Boolean> resume,
        Optional<Boolean> announce,
        Optional<Boolean> stayAwake,
        Optional<Boolean> chime) {
    public static final JobPreferences DEFAULT =
            new JobPreferences(
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public JobPreferences {
        if (atOnce.isPresent() && atOnce.getAsInt() < 1) {
            throw new IllegalArgumentException("jobs at once: " + atOnce.getAsInt());
        }
    }

    /** Half of the processors, so that what plays is not disturbed. */
    public int jobsAtOnce() {
        return atOnce.orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    public boolean resumes() {
        return resume.orElse(false);
    }

    public boolean announces() {
        return announce.orElse(true);
    }

    public boolean keepsAwake() {
        return stayAwake.orElse(true);
    }

    public boolean chimes() {
        return chime.orElse(false);
    }

    public JobPreferences withAtOnce(int count) {
        return new JobPreferences(OptionalInt.of(count), resume, announce, stayAwake, chime);
    }

    JobPreferences withResume(boolean wanted) {
        return new JobPreferences(atOnce, Optional.of(wanted), announce, stayAwake, chime);
    }

    JobPreferences withAnnounce(boolean wanted) {
        return new JobPreferences(atOnce, resume, Optional.of(wanted), stayAwake, chime);
    }

    JobPreferences withStayAwake(boolean wanted) {
        return new JobPreferences(atOnce, resume, announce, Optional.of(wanted), chime);
    }

    JobPreferences withChime(boolean wanted) {
        return new JobPreferences(atOnce, resume, announce, stayAwake, Optional.of(wanted));
    }
}
