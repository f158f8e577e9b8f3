package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An effect whose parameters move smoothly without its care. While a parameter is on its way, the
 * block is cut into single frames with {@link #design()} before each; otherwise {@link #run} gets
 * it whole. So the output follows every step and does not depend on how the stream is cut.
 */
public abstract class SmoothedProcessor implements EffectProcessor {
    private final Map<String, SmoothedValue> values = new LinkedHashMap<>();
    private final List<SmoothedValue> all;

    protected SmoothedProcessor(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            values.put(parameter.id(), new SmoothedValue(parameter));
        }
        all = new ArrayList<>(values.values());
    }

    /** The value of a parameter: what it is at the frame that is next to be run. */
    protected final SmoothedValue value(Parameter parameter) {
        return values.get(parameter.id());
    }

    @Override
    public final void set(String parameter, double value) {
        SmoothedValue smoothed = values.get(parameter);
        if (smoothed == null) {
            throw new IllegalArgumentException("no parameter " + parameter);
        }
        smoothed.set(value);
    }

    @Override
    public final void prepare(StreamFormat format, int maxFrames) {
        if (format.channels() > 2) {
            throw new IllegalArgumentException("effects work on mono and stereo");
        }
        all.forEach(value -> value.prepare(format));
        allocate(format, maxFrames);
        reset();
    }

    @Override
    public final void reset() {
        all.forEach(SmoothedValue::reset);
        clear();
        design();
    }

    @Override
    public final void process(AudioBlock block) {
        int from = block.from();
        int to = block.to();
        int at = from;
        while (at < to && advance()) {
            design();
            run(block.window(at, at + 1));
            at++;
        }
        if (at < to) {
            run(block.window(at, to));
        }
        block.window(from, to);
    }

    /** Moves all values on by a frame; false when none had anywhere to go. */
    private boolean advance() {
        boolean moved = false;
        for (int i = 0; i < all.size(); i++) {
            SmoothedValue value = all.get(i);
            moved |= value.isMoving();
            value.next();
        }
        return moved;
    }

    /** Makes what a stream of this format needs. */
    protected abstract void allocate(StreamFormat format, int maxFrames);

    /** Forgets the past of the stream. */
    protected abstract void clear();

    /** Takes over the values as they are now; called often while one is moving. */
    protected abstract void design();

    /** Changes the window of the block with the values last taken over; allocates nothing. */
    protected abstract void run(AudioBlock block);
}
