package auralis.dsp.fingerprint;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a whole track sounds like in 25 numbers. A dimension that has no value for a track (the
 * tempo of a drone, everything but the silence of silence) is absent.
 *
 * @param values finite and within the range of their dimension, in the order of the dimensions;
 *     unmodifiable
 */
public record Fingerprint(Map<Dimension, Double> values) {
    /** Counts up whenever a definition changes so that stored values are no longer comparable. */
    public static final int VERSION = 2;

    public Fingerprint {
        EnumMap<Dimension, Double> copy = new EnumMap<>(Dimension.class);
        copy.putAll(values);
        copy.forEach(
                (dimension, value) -> {
                    if (!dimension.contains(value)) {
                        throw new IllegalArgumentException(dimension.key() + " " + value);
                    }
                });
        values = Collections.unmodifiableMap(copy);
    }

    public OptionalDouble get(Dimension dimension) {
        Double value = values.get(dimension);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
