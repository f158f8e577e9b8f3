package auralis.dsp.effect;

import auralis.dsp.StreamFormat;

/**
 * A value that never jumps: once a stream runs, it walks to a new target within {@value #SECONDS}
 * s, one step for each frame. On a logarithmic scale the steps have equal ratios, so that a filter
 * sweeps evenly. One thread at a time.
 */
public final class SmoothedValue {
    static final double SECONDS = 0.02;

    private final Parameter parameter;
    private double target;
    private double value;

    /** Where the value was and shall be on the parameter's scale. */
    private double origin;

    private double destination;
    private int frames;
    private int left;

    /** Starts at the parameter's default. */
    public SmoothedValue(Parameter parameter) {
        this.parameter = parameter;
        this.target = parameter.defaultValue();
        this.value = target;
    }

    /** Makes ready for a stream and jumps to the target. */
    public void prepare(StreamFormat format) {
        frames = (int) Math.max(1, format.frames(SECONDS));
        reset();
    }

    /** Jumps to the target: a new stream starts. */
    public void reset() {
        value = target;
        left = 0;
    }

    /**
     * Walks to a value from now on; before {@link #prepare} it is there at once.
     *
     * @param value is limited to the parameter's range
     */
    public void set(double value) {
        double wanted = parameter.limit(value);
        if (wanted == target) {
            return;
        }
        target = wanted;
        if (frames == 0) {
            this.value = wanted;
            return;
        }
        origin = scaled(this.value);
        destination = scaled(wanted);
        left = frames;
    }

    private double scaled(double value) {
        return parameter.scale() == Parameter.Scale.LOGARITHMIC ? Math.log(value) : value;
    }

    public boolean isMoving() {
        return left > 0;
    }

    /** Goes on by one frame and answers the value there: exactly the target in the end. */
    public double next() {
        if (left > 0) {
            left--;
            double way = origin + (destination - origin) * (frames - left) / frames;
            boolean logarithmic = parameter.scale() == Parameter.Scale.LOGARITHMIC;
            value = left == 0 ? target : logarithmic ? Math.exp(way) : way;
        }
        return value;
    }

    /** The value at this frame. */
    public double get() {
        return value;
    }

    /** Where the value goes. */
    public double target() {
        return target;
    }
}
