package auralis.app.master;

/**
 * What a listener told apart in a blind test of two sides.
 *
 * @param right answers
 * @param answered trials
 */
record BlindScore(int right, int answered) {
    static final BlindScore NONE = new BlindScore(0, 0);

    /** Guessing does as well in this share of tests: heard, by the custom of statistics. */
    private static final double SIGNIFICANT = 0.05;

    BlindScore {
        if (right < 0 || right > answered) {
            throw new IllegalArgumentException(right + " of " + answered + " answers are right");
        }
    }

    BlindScore plus(boolean correct) {
        return new BlindScore(right + (correct ? 1 : 0), answered + 1);
    }

    /**
     * The share of tests, 0..1, in which one who guesses has as many right answers or more: the
     * upper tail of the binomial distribution with probability 1/2.
     */
    double chance() {
        double probability = Math.pow(0.5, answered); // of exactly n right answers, n = answered
        double sum = 0;
        for (int n = answered; n >= right; n--) {
            sum += probability;
            probability *= n / (answered - n + 1.0);
        }
        return Math.min(1, sum);
    }

    boolean isSignificant() {
        return chance() < SIGNIFICANT;
    }
}
