package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcmPackerTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 24})
    void everySampleOnTheGridComesOutAsItWas(int bitDepth) {
        int full = 1 << (bitDepth - 1);
        int step = bitDepth == 16 ? 1 : 251;
        int frames = 2 * full / step;
        float[] plane = new float[frames];
        for (int i = 0; i < frames; i++) {
            plane[i] = (float) (i * step - full) / full;
        }
        PcmPacker packer = new PcmPacker(1, bitDepth, frames);
        packer.pack(AudioBlock.of(plane));
        for (int i = 0; i < frames; i++) {
            assertThat(sample(packer, i)).isEqualTo(i * step - full);
        }
    }

    /** A float holds 24 bits, so what has no more is the same number with zeros behind it. */
    @Test
    void samplesOf24BitsStayExactIn32() {
        int frames = 2 * (1 << 23) / 251;
        float[] plane = new float[frames];
        for (int i = 0; i < frames; i++) {
            plane[i] = (i * 251 - (1 << 23)) * 0x1p-23f;
        }
        PcmPacker packer = new PcmPacker(1, 32, frames);
        packer.pack(AudioBlock.of(plane));
        for (int i = 0; i < frames; i++) {
            assertThat(sample(packer, i)).isEqualTo((i * 251 - (1 << 23)) << 8);
        }
    }

    @Test
    void quietFloatsKeepTheirBitsIn32() {
        PcmPacker packer = new PcmPacker(1, 32, 2);
        packer.pack(AudioBlock.of(new float[] {0x1p-31f, -0x1.fffffep-8f}));
        assertThat(sample(packer, 0)).isEqualTo(1);
        assertThat(sample(packer, 1)).isEqualTo(-0xffffff);
    }

    @Test
    void channelsAreInterleavedAndOnlyTheWindowIsPacked() {
        AudioBlock block = AudioBlock.of(new float[] {9, 0.25f, 0.5f}, new float[] {9, -0.25f, -1});
        PcmPacker packer = new PcmPacker(2, 16, 2);
        assertThat(packer.pack(block.window(1, 3))).isEqualTo(8);
        int[] samples = {sample(packer, 0), sample(packer, 1), sample(packer, 2)};
        assertThat(samples).containsExactly(8192, -8192, 16384);
        assertThat(sample(packer, 3)).isEqualTo(-32768);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void whatExceedsFullScaleIsClipped(int bitDepth) {
        PcmPacker packer = new PcmPacker(1, bitDepth, 4);
        packer.pack(AudioBlock.of(new float[] {1f, 7f, -7f, Float.NaN}));
        long full = 1L << (bitDepth - 1);
        assertThat((long) sample(packer, 0)).isEqualTo(full - 1);
        assertThat((long) sample(packer, 1)).isEqualTo(full - 1);
        assertThat((long) sample(packer, 2)).isEqualTo(-full);
        assertThat(sample(packer, 3)).isZero();
    }

    private static int sample(PcmPacker packer, int index) {
        int bytes = packer.bitDepth() / 8;
        int value = packer.bytes()[index * bytes + bytes - 1];
        for (int b = bytes - 2; b >= 0; b--) {
            value = value << 8 | packer.bytes()[index * bytes + b] & 0xff;
        }
        return value;
    }
}
