package auralis.dsp.meter;

import java.util.Arrays;

/**
 * A small picture of a whole stream: for each of at most {@link #MAX_BUCKETS} stretches of equal
 * length (the last may be shorter) the extremes over all channels and the root of the mean power of
 * the channels.
 *
 * @param frames the length of the stream
 * @param bucketFrames the length of one stretch, a power of two
 */
public record WaveformSummary(
        long frames, long bucketFrames, float[] min, float[] max, float[] rms) {
    public static final int MAX_BUCKETS = 2048;

    public WaveformSummary {
        long buckets = (frames + bucketFrames - 1) / bucketFrames;
        if (min.length != buckets || max.length != buckets || rms.length != buckets) {
            throw new IllegalArgumentException(
                    buckets + " buckets: " + min.length + " " + max.length + " " + rms.length);
        }
        min = min.clone();
        max = max.clone();
        rms = rms.clone();
    }

    public int buckets() {
        return min.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WaveformSummary that
                && frames == that.frames
                && bucketFrames == that.bucketFrames
                && Arrays.equals(min, that.min)
                && Arrays.equals(max, that.max)
                && Arrays.equals(rms, that.rms);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(frames) * 31 + Arrays.hashCode(rms);
    }
}
