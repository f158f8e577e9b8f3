package auralis.library.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBLP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8P;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import auralis.dsp.AudioBlock;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Copies the samples of a native frame to planar floats. Integers are divided by their full scale,
 * a power of two, so that up to 24 bits arrive exactly.
 */
final class NativeSamples {
    private byte[] bytes = new byte[0];
    private short[] shorts = new short[0];
    private int[] ints = new int[0];
    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private float[] floats = new float[0];

    /** Copies all samples of the frame to the start of the planes, one per channel. */
    void copy(AVFrame frame, float[][] planes) {
        int frames = frame.nb_samples();
        int channels = planes.length;
        if (av_sample_fmt_is_planar(frame.format()) != 0) {
            for (int c = 0; c < channels; c++) {
                read(frame.format(), frame.data(c), frames, planes[c]);
            }
            return;
        }
        floats = floats.length < frames * channels ? new float[frames * channels] : floats;
        read(frame.format(), frame.data(0), frames * channels, floats);
        for (int c = 0; c < channels; c++) {
            for (int i = 0, j = c; i < frames; i++, j += channels) {
                planes[c][i] = floats[j];
            }
        }
    }

    /** Copies the window of a block to a planar native frame of floats. */
    static void write(AudioBlock block, AVFrame frame) {
        for (int c = 0; c < block.channels(); c++) {
            new FloatPointer((Pointer) frame.data(c))
                    .put(block.plane(c), block.from(), block.frames());
        }
    }

    private void read(int format, BytePointer data, int count, float[] to) {
        if (format == AV_SAMPLE_FMT_FLT || format == AV_SAMPLE_FMT_FLTP) {
            new FloatPointer((Pointer) data).get(to, 0, count);
            silenceNonFinite(to, count);
        } else if (format == AV_SAMPLE_FMT_S16 || format == AV_SAMPLE_FMT_S16P) {
            readShorts(data, count, to);
        } else if (format == AV_SAMPLE_FMT_S32 || format == AV_SAMPLE_FMT_S32P) {
            readInts(data, count, to);
        } else if (format == AV_SAMPLE_FMT_U8 || format == AV_SAMPLE_FMT_U8P) {
            readBytes(data, count, to);
        } else if (format == AV_SAMPLE_FMT_DBL || format == AV_SAMPLE_FMT_DBLP) {
            readDoubles(data, count, to);
        } else if (format == AV_SAMPLE_FMT_S64 || format == AV_SAMPLE_FMT_S64P) {
            readLongs(data, count, to);
        } else {
            throw new IllegalArgumentException("sample format " + format);
        }
    }

    private void readBytes(BytePointer data, int count, float[] to) {
        bytes = bytes.length < count ? new byte[count] : bytes;
        data.get(bytes, 0, count);
        for (int i = 0; i < count; i++) {
            to[i] = ((bytes[i] & 0xff) - 128) * 0x1p-7f;
        }
    }

    private void readShorts(BytePointer data, int count, float[] to) {
        shorts = shorts.length < count ? new short[count] : shorts;
        new ShortPointer((Pointer) data).get(shorts, 0, count);
        for (int i = 0; i < count; i++) {
            to[i] = shorts[i] * 0x1p-15f;
        }
    }

    private void readInts(BytePointer data, int count, float[] to) {
        ints = ints.length < count ? new int[count] : ints;
        new IntPointer((Pointer) data).get(ints, 0, count);
        for (int i = 0; i < count; i++) {
            to[i] = ints[i] * 0x1p-31f;
        }
    }

    private void readLongs(BytePointer data, int count, float[] to) {
        longs = longs.length < count ? new long[count] : longs;
        new LongPointer((Pointer) data).get(longs, 0, count);
        for (int i = 0; i < count; i++) {
            to[i] = longs[i] * 0x1p-63f;
        }
    }

    private void readDoubles(BytePointer data, int count, float[] to) {
        doubles = doubles.length < count ? new double[count] : doubles;
        new DoublePointer((Pointer) data).get(doubles, 0, count);
        for (int i = 0; i < count; i++) {
            to[i] = (float) doubles[i];
        }
        silenceNonFinite(to, count);
    }

    /** Damaged streams of floats can hold anything. */
    private static void silenceNonFinite(float[] samples, int count) {
        AudioBlock.of(samples).first(count).silenceNonFinite();
    }
}
