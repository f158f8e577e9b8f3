package auralis.dsp.meter;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/**
 * Draws the {@link WaveformSummary} of a stream whose length is not known beforehand: buckets of
 * one frame at first; when all are full, neighbours are merged and buckets are twice as long. So
 * there are between 1024 and 2048 buckets for any stream of more than 1024 frames.
 */
public final class WaveformAnalyzer implements Analyzer<WaveformSummary> {
    private static final int BUCKETS = WaveformSummary.MAX_BUCKETS;

    private final float[] min = new float[BUCKETS];
    private final float[] max = new float[BUCKETS];

    /** Sums of squares, all channels together. */
    private final double[] energy = new double[BUCKETS];

    /** Of the open bucket, per channel: so the sums don't depend on where a block ends. */
    private double[] channelEnergy = {};

    private final long leastBucketFrames;
    private long frames;
    private long bucketFrames;

    public WaveformAnalyzer() {
        this(0);
    }

    /**
     * @param frames of a longer stream of which only parts are given: buckets are as long as that
     *     stream's
     */
    public WaveformAnalyzer(long frames) {
        long least = 1;
        while (least * BUCKETS < frames) {
            least *= 2;
        }
        this.leastBucketFrames = least;
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        channelEnergy = new double[format.channels()];
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        for (int from = block.from(); from < block.to(); ) {
            int bucket = openBucket();
            long left = (bucket + 1) * bucketFrames - frames;
            int to = (int) Math.min(block.to(), from + left);
            for (int c = 0; c < channelEnergy.length; c++) {
                add(block.plane(c), from, to, bucket, c);
            }
            frames += to - from;
            from = to;
            if (frames == (bucket + 1) * bucketFrames) {
                closeBucket(bucket);
            }
        }
    }

    private int openBucket() {
        if (frames == BUCKETS * bucketFrames) {
            mergeNeighbours();
        }
        int bucket = (int) (frames / bucketFrames);
        if (frames % bucketFrames == 0) {
            min[bucket] = Float.POSITIVE_INFINITY;
            max[bucket] = Float.NEGATIVE_INFINITY;
        }
        return bucket;
    }

    private void add(float[] plane, int from, int to, int bucket, int channel) {
        float low = min[bucket];
        float high = max[bucket];
        double sum = channelEnergy[channel];
        for (int i = from; i < to; i++) {
            float x = plane[i];
            low = x < low ? x : low;
            high = x > high ? x : high;
            sum += (double) x * x;
        }
        min[bucket] = low;
        max[bucket] = high;
        channelEnergy[channel] = sum;
    }

    private void closeBucket(int bucket) {
        energy[bucket] = openEnergy();
        Arrays.fill(channelEnergy, 0);
    }

    private double openEnergy() {
        double sum = 0;
        for (double channel : channelEnergy) {
            sum += channel;
        }
        return sum;
    }

    private void mergeNeighbours() {
        for (int i = 0; i < BUCKETS / 2; i++) {
            min[i] = Math.min(min[2 * i], min[2 * i + 1]);
            max[i] = Math.max(max[2 * i], max[2 * i + 1]);
            energy[i] = energy[2 * i] + energy[2 * i + 1];
        }
        bucketFrames *= 2;
    }

    @Override
    public WaveformSummary result() {
        int buckets = (int) ((frames + bucketFrames - 1) / bucketFrames);
        float[] rms = new float[buckets];
        for (int i = 0; i < buckets; i++) {
            long length = Math.min(bucketFrames, frames - i * bucketFrames);
            double sum = length < bucketFrames ? openEnergy() : energy[i];
            rms[i] = (float) Math.sqrt(sum / length / channelEnergy.length);
        }
        return new WaveformSummary(
                frames,
                bucketFrames,
                Arrays.copyOf(min, buckets),
                Arrays.copyOf(max, buckets),
                rms);
    }

    @Override
    public void reset() {
        frames = 0;
        bucketFrames = leastBucketFrames;
        Arrays.fill(channelEnergy, 0);
    }
}
