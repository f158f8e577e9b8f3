package auralis.dsp.stereo;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Channel;
import auralis.dsp.StreamFormat;
import java.util.OptionalDouble;

/**
 * Measures width and correlation of the front left and right channel over a whole stream. A stream
 * without them (mono) counts as two equal channels.
 */
public final class StereoMeter implements Analyzer<StereoImage> {
    /** A variance under this share of the power is rounding: the channel is constant. */
    private static final double ROUNDING = 1e-12;

    private int leftChannel;
    private int rightChannel;
    private long frames;
    private double sumL;
    private double sumR;
    private double sumLL;
    private double sumRR;
    private double sumLR;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        leftChannel = Math.max(0, format.layout().channels().indexOf(Channel.FRONT_LEFT));
        int right = format.layout().channels().indexOf(Channel.FRONT_RIGHT);
        rightChannel = right < 0 ? leftChannel : right;
        reset();
    }

    @Override
    public void process(AudioBlock block) {
        float[] left = block.plane(leftChannel);
        float[] right = block.plane(rightChannel);
        for (int i = block.from(); i < block.to(); i++) {
            double l = left[i];
            double r = right[i];
            sumL += l;
            sumR += r;
            sumLL += l * l;
            sumRR += r * r;
            sumLR += l * r;
        }
        frames += block.frames();
    }

    @Override
    public StereoImage result() {
        return new StereoImage(width(), correlation());
    }

    private OptionalDouble width() {
        double mid = Math.sqrt(Math.max(0, sumLL + sumRR + 2 * sumLR));
        double side = Math.sqrt(Math.max(0, sumLL + sumRR - 2 * sumLR));
        return mid + side > 0 ? OptionalDouble.of(side / (mid + side)) : OptionalDouble.empty();
    }

    private OptionalDouble correlation() {
        double varianceL = sumLL - sumL * sumL / frames;
        double varianceR = sumRR - sumR * sumR / frames;
        if (!(varianceL > ROUNDING * sumLL && varianceR > ROUNDING * sumRR)) {
            return OptionalDouble.empty();
        }
        double covariance = sumLR - sumL * sumR / frames;
        double correlation = covariance / Math.sqrt(varianceL * varianceR);
        return OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
    }

    @Override
    public void reset() {
        frames = 0;
        sumL = 0;
        sumR = 0;
        sumLL = 0;
        sumRR = 0;
        sumLR = 0;
    }
}
