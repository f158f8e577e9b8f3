package auralis.library.score;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.meter.LoudnessMeter;
import java.util.OptionalDouble;

/** Integrated loudness of (L + R) / 2 played by both loudspeakers. */
final class MonoFold implements Analyzer<OptionalDouble> {
    private final LoudnessMeter meter = new LoudnessMeter();
    private AudioBlock fold;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        meter.prepare(StreamFormat.stereo(format.sampleRate()), maxFrames);
        fold = new AudioBlock(2, maxFrames);
    }

    @Override
    public void process(AudioBlock block) {
        float[] left = block.plane(0);
        float[] right = block.plane(block.channels() - 1);
        fold.first(block.frames());
        for (int i = 0; i < block.frames(); i++) {
            float mono = (left[block.from() + i] + right[block.from() + i]) / 2;
            fold.plane(0)[i] = mono;
            fold.plane(1)[i] = mono;
        }
        meter.process(fold);
    }

    @Override
    public OptionalDouble result() {
        return meter.integratedLufs();
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("made for one stream");
    }
}
