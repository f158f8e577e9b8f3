package auralis.app.play;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.util.Arrays;

/** A stand-in for a mastering chain: gain of 0.5, 64 frames late. */
final class Half implements AudioProcessor {
    private static final int LATENCY = 64;
    private float[][] line;
    private int at;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        line = new float[format.channels()][LATENCY];
        at = 0;
    }

    @Override
    public void process(AudioBlock block) {
        for (int i = block.from(); i < block.to(); i++) {
            for (int c = 0; c < line.length; c++) {
                float late = line[c][at];
                line[c][at] = block.plane(c)[i];
                block.plane(c)[i] = 0.5f * late;
            }
            at = (at + 1) % LATENCY;
        }
    }

    @Override
    public void reset() {
        at = 0;
        for (float[] plane : line) {
            Arrays.fill(plane, 0);
        }
    }

    @Override
    public int latency() {
        return LATENCY;
    }

    static float[][] of(float[][] track) {
        float[][] result = new float[track.length][track[0].length];
        for (int c = 0; c < track.length; c++) {
            for (int i = 0; i < track[c].length; i++) {
                result[c][i] = 0.5f * track[c][i];
            }
        }
        return result;
    }
}
