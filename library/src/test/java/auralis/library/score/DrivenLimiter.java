package auralis.library.score;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.dynamics.LimiterSettings;
import auralis.dsp.dynamics.TruePeakLimiter;

/** A gain and the limiter behind it, alone. */
final class DrivenLimiter implements AudioProcessor {
    static final double CEILING_DBTP = -1;

    private final float gain;
    private final TruePeakLimiter limiter =
            new TruePeakLimiter(LimiterSettings.defaults(CEILING_DBTP));

    DrivenLimiter(double gainDb) {
        this.gain = (float) Decibels.toGain(gainDb);
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        limiter.prepare(format, maxFrames);
    }

    @Override
    public void process(AudioBlock block) {
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                plane[i] *= gain;
            }
        }
        limiter.process(block);
    }

    @Override
    public void reset() {
        limiter.reset();
    }

    @Override
    public int latency() {
        return limiter.latency();
    }
}
