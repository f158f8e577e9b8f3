package auralis.app.play;

/** A value that goes to its target in a straight line, so that no change is heard as a click. */
final class Ramp {
    private final int frames;
    private double value;
    private double target;
    private double step;
    private int left;

    /**
     * @param frames how long a change takes
     */
    Ramp(int frames, double value) {
        this.frames = frames;
        snap(value);
    }

    void snap(double value) {
        this.value = value;
        this.target = value;
        this.left = 0;
    }

    void target(double target) {
        target(target, frames);
    }

    /**
     * @param within how many frames this change takes
     */
    void target(double target, int within) {
        if (target != this.target) {
            this.target = target;
            left = within;
            step = (target - value) / within;
        }
    }

    boolean settled() {
        return left == 0;
    }

    double value() {
        return value;
    }

    double target() {
        return target;
    }

    /** The value for the next frame; exactly the target once it is reached. */
    double next() {
        if (left > 0) {
            left--;
            value = left == 0 ? target : value + step;
        }
        return value;
    }
}
