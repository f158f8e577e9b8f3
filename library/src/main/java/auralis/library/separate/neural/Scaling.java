package auralis.library.separate.neural;

import java.nio.FloatBuffer;
import java.util.List;

/** value · gain + offset: the way back from mean 0 and deviation 1. */
record Scaling(float gain, float offset) {
    static final Scaling NONE = new Scaling(1, 0);

    /** As Demucs adds it, so that silence can be divided. */
    private static final double LEAST = 1e-5;

    /** Brings all values together to mean 0 and deviation 1, and answers the way back. */
    static Scaling normalise(List<FloatBuffer> buffers) {
        long count = 0;
        double sum = 0;
        double squares = 0;
        for (FloatBuffer values : buffers) {
            for (int i = 0; i < values.capacity(); i++) {
                double value = values.get(i);
                sum += value;
                squares += value * value;
            }
            count += values.capacity();
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (count - 1)) + LEAST;
        for (FloatBuffer values : buffers) {
            for (int i = 0; i < values.capacity(); i++) {
                values.put(i, (float) ((values.get(i) - mean) / deviation));
            }
        }
        return new Scaling((float) deviation, (float) mean);
    }
}
