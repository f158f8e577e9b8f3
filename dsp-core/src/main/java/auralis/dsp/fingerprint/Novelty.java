package auralis.dsp.fingerprint;

/**
 * A trace of onset strength of which the running mean of one second is taken away, so that steady
 * roughness is no onset; never negative. A loudness that starts from nothing counts about 1 where
 * the sound before it was as loud.
 */
final class Novelty {
    /** Half the span of the running mean, in seconds. */
    private static final double AROUND_SECONDS = 0.5;

    /** An onset stands out of its surroundings by this much. */
    private static final float LEAST_ONSET = 0.1f;

    /** Two onsets are further apart than this, or one. */
    private static final double MERGED_SECONDS = 0.03;

    private final float[] values;
    private final double stepsPerSecond;

    /**
     * @param rises of which the first {@code steps} are meant, each to be scaled
     */
    Novelty(float[] rises, int steps, float scale, double stepsPerSecond) {
        this.stepsPerSecond = stepsPerSecond;
        this.values = new float[steps];
        int around = (int) Math.round(AROUND_SECONDS * stepsPerSecond);
        double sum = 0;
        for (int i = 0; i < Math.min(around, steps); i++) {
            sum += rises[i];
        }
        for (int i = 0; i < steps; i++) {
            sum += i + around < steps ? rises[i + around] : 0;
            sum -= i - around - 1 >= 0 ? rises[i - around - 1] : 0;
            int count = Math.min(steps, i + around + 1) - Math.max(0, i - around);
            values[i] = (float) Math.max(0, scale * (rises[i] - sum / count));
        }
    }

    int steps() {
        return values.length;
    }

    double stepsPerSecond() {
        return stepsPerSecond;
    }

    float at(int step) {
        return values[step];
    }

    /** The root mean square of all values. */
    double rms() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    /** The number of onsets: steps that stand out and are the highest around. */
    int onsets() {
        int around = (int) Math.round(MERGED_SECONDS * stepsPerSecond);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > LEAST_ONSET && isHighest(i, around)) {
                count++;
            }
        }
        return count;
    }

    private boolean isHighest(int i, int around) {
        for (int j = Math.max(0, i - around); j <= Math.min(values.length - 1, i + around); j++) {
            // Of two equal ones the first counts.
            if (values[j] > values[i] || values[j] == values[i] && j < i) {
                return false;
            }
        }
        return true;
    }
}
