package auralis.library.export;

/**
 * What it took to keep a lossy file under its ceiling: an encoder changes the waveform, so that
 * peaks which a limiter held rise again.
 *
 * @param rounds how often it was encoded and measured, 1 or more
 * @param loweredDb how far the limiter's ceiling was lowered in the end
 * @param overDb how far true peaks are over the wanted ceiling; 0 when they are not
 */
public record CodecCheck(int rounds, double loweredDb, double overDb) {
    /** More are not worth their time: each takes away nearly all of what was over. */
    static final int MOST_ROUNDS = 3;

    /** Less than this over the ceiling is the meter's own uncertainty. */
    static final double AUDIBLE_OVER_DB = 0.05;
}
