package auralis.library.media;

import auralis.dsp.AudioBlock;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/** Writes floats that lie on the steps of a bit depth as the integers they stand for. */
final class SampleGrid {
    private final int bitDepth;
    private final float scale;
    private short[] shorts = new short[0];
    private int[] ints = new int[0];

    /**
     * @param bitDepth 16, or 24 as FFmpeg wants it: in the upper bits of 32
     */
    SampleGrid(int bitDepth) {
        this.bitDepth = bitDepth;
        this.scale = 1 << bitDepth - 1;
    }

    /**
     * Fills an interleaved native frame with the window of a block.
     *
     * @throws IllegalArgumentException when a sample is not on a step: it was not quantised
     */
    void write(AudioBlock block, AVFrame frame) {
        int count = block.frames() * block.channels();
        Pointer data = frame.data(0);
        if (bitDepth == 16) {
            shorts = shorts.length < count ? new short[count] : shorts;
            for (int c = 0; c < block.channels(); c++) {
                for (int i = block.from(), j = c; i < block.to(); i++, j += block.channels()) {
                    shorts[j] = (short) step(block.plane(c)[i]);
                }
            }
            new ShortPointer(data).put(shorts, 0, count);
        } else {
            ints = ints.length < count ? new int[count] : ints;
            for (int c = 0; c < block.channels(); c++) {
                for (int i = block.from(), j = c; i < block.to(); i++, j += block.channels()) {
                    ints[j] = step(block.plane(c)[i]) << Integer.SIZE - bitDepth;
                }
            }
            new IntPointer(data).put(ints, 0, count);
        }
    }

    private int step(float sample) {
        float steps = sample * scale;
        int step = (int) steps;
        if (step != steps || step >= scale || step < -scale) {
            throw new IllegalArgumentException(
                    "sample " + sample + " is no step of " + bitDepth + " bits");
        }
        return step;
    }
}
