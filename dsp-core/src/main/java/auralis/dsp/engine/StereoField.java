package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.Channel;
import auralis.dsp.StreamFormat;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Where the sound of the front left and right channel stands now: points of a goniometer, and the
 * correlation of the last 0.3 s. A stream without the two (mono) counts as two equal channels.
 */
final class StereoField {
    /** The most points that one reading has: pairs. */
    private static final int POINTS = 400;

    private static final int POINTS_PER_SECOND = 12_000;
    private static final double MEMORY_SECONDS = 0.3;
    private static final double KEPT =
            Math.exp(-1 / (MEMORY_SECONDS * SideMeters.STEPS_PER_SECOND));

    /** A mean square of -70 dBFS, under which noise would decide. */
    private static final double SILENCE = 1e-7;

    private static final float DIAGONAL = (float) Math.sqrt(0.5);

    private final int leftChannel;
    private final int rightChannel;
    private final int stride;
    private final double silentEnergy;
    private final float[] points = new float[2 * POINTS];
    private int count;
    private int toNext;
    private double sumLL;
    private double sumRR;
    private double sumLR;

    StereoField(StreamFormat format) {
        leftChannel = Math.max(0, format.layout().channels().indexOf(Channel.FRONT_LEFT));
        int right = format.layout().channels().indexOf(Channel.FRONT_RIGHT);
        rightChannel = right < 0 ? leftChannel : right;
        stride = Math.max(1, format.sampleRate() / POINTS_PER_SECOND);
        silentEnergy = SILENCE * MEMORY_SECONDS * format.sampleRate();
    }

    void process(AudioBlock block) {
        float[] left = block.plane(leftChannel);
        float[] right = block.plane(rightChannel);
        for (int i = block.from(); i < block.to(); i++) {
            double l = left[i];
            double r = right[i];
            sumLL += l * l;
            sumRR += r * r;
            sumLR += l * r;
            if (--toNext < 0) {
                toNext = stride - 1;
                add(left[i], right[i]);
            }
        }
    }

    /** Turned by 45°, so that mono stands upright and the left channel leans to the left. */
    private void add(float left, float right) {
        int at = 2 * (count++ % POINTS);
        points[at] = (right - left) * DIAGONAL;
        points[at + 1] = (left + right) * DIAGONAL;
    }

    /** Ends 10 ms. */
    void step() {
        sumLL *= KEPT;
        sumRR *= KEPT;
        sumLR *= KEPT;
    }

    /** x and y in turn, of the newest frames since the last call; full scale is ±√2. */
    float[] takePoints() {
        float[] taken = Arrays.copyOf(points, 2 * Math.min(count, POINTS));
        count = 0;
        return taken;
    }

    OptionalDouble correlation() {
        if (sumLL < silentEnergy || sumRR < silentEnergy) {
            return OptionalDouble.empty();
        }
        double correlation = sumLR / Math.sqrt(sumLL * sumRR);
        return OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
    }

    void reset() {
        count = 0;
        sumLL = 0;
        sumRR = 0;
        sumLR = 0;
    }
}
