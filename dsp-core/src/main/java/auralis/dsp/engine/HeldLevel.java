package auralis.dsp.engine;

/**
 * How the bar of a meter moves, in steps of 10 ms: it rises at once and falls by 20 dB in 1.7 s
 * (IEC 60268-18), and the highest level is held for a while.
 */
final class HeldLevel {
    private static final double FALL_DB = 20 / 1.7 / SideMeters.STEPS_PER_SECOND;

    private final double floorDb;
    private final int holdSteps;
    private double level;
    private double held;
    private int age;

    /**
     * @param floorDb under it there is nothing to see
     */
    HeldLevel(double floorDb, double holdSeconds) {
        this.floorDb = floorDb;
        this.holdSteps = (int) Math.round(holdSeconds * SideMeters.STEPS_PER_SECOND);
        reset();
    }

    void step(double db) {
        level = Math.max(db, Math.max(floorDb, level - FALL_DB));
        age++;
        if (level >= held) {
            held = level;
            age = 0;
        } else if (age > holdSteps) {
            held = level;
        }
    }

    double level() {
        return level;
    }

    double held() {
        return held;
    }

    void reset() {
        level = floorDb;
        held = floorDb;
        age = 0;
    }
}
