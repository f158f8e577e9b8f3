package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.wav.WavSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The sound that the committed fixtures were made of: triangle waves and a little noise, different
 * in each channel, in integer arithmetic so that every machine computes the same samples.
 */
final class FixtureSignal {
    private FixtureSignal() {}

    /** Writes the signal as a 16-bit WAV file: name, sample rate in Hz, frames. */
    public static void main(String[] arguments) throws IOException {
        StreamFormat format = StreamFormat.stereo(Integer.parseInt(arguments[1]));
        FileChannel channel =
                FileChannel.open(
                        Path.of(arguments[0]),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try (WavSink sink = new WavSink(channel, format, 16)) {
            sink.write(AudioBlock.of(planes(2, Integer.parseInt(arguments[2]), 16)));
            sink.commit();
        }
    }

    /** Samples that lie on the grid of a bit depth (16 or 24). */
    static float[][] planes(int channels, int frames, int bitDepth) {
        float[][] planes = new float[channels][frames];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < frames; i++) {
                int fine = hash(i * 8 + c) >>> 32 - (bitDepth - 16);
                int step = (sample(c, i) << bitDepth - 16) + (bitDepth > 16 ? fine : 0);
                planes[c][i] = (float) step / (1 << bitDepth - 1);
            }
        }
        return planes;
    }

    private static int sample(int channel, int i) {
        int swell = 60 + triangle(i, 9001) / 300;
        int tones = triangle(i, 100 + 7 * channel) + triangle(i + 31, 223) / 2;
        return tones * swell / 160 + (hash(i * 2 + channel) >> 30);
    }

    /** ±10 000 with a period in frames. */
    private static int triangle(int i, int period) {
        int phase = (int) ((long) i * 40_000 / period % 40_000);
        return phase < 20_000 ? phase - 10_000 : 30_000 - phase;
    }

    private static int hash(int i) {
        int x = i * 0x9E3779B9;
        x ^= x >>> 15;
        x *= 0x85EBCA6B;
        return x ^ x >>> 13;
    }
}
