package auralis.dsp.fingerprint;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.stereo.StereoImage;
import auralis.dsp.stereo.StereoMeter;
import java.util.Map;

/** Width and correlation. */
final class StereoAnalysis implements Analysis {
    private final StereoMeter meter = new StereoMeter();

    StereoAnalysis(StreamFormat format, int maxFrames) {
        meter.prepare(format, maxFrames);
    }

    @Override
    public void process(AudioBlock block) {
        meter.process(block);
    }

    @Override
    public void describe(Map<Dimension, Double> values) {
        StereoImage image = meter.result();
        image.width().ifPresent(w -> values.put(Dimension.STEREO_WIDTH, w));
        image.correlation().ifPresent(c -> values.put(Dimension.PHASE_CORRELATION, c));
    }
}
