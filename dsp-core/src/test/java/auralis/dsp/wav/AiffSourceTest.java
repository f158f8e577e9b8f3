package auralis.dsp.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AiffSourceTest {
    /** 44 100 and 96 000 as 80-bit floats, as Apple's SANE manual gives them. */
    private static final String RATE_44100 = "400E AC44 0000 0000 0000";

    private static final String RATE_96000 = "400F BB80 0000 0000 0000";

    @Test
    void plainAiffIsBigEndian() throws IOException {
        AiffSource source =
                open("AIFF", comm(2, 2, 16, RATE_44100), Bytes.big().u16(0x4000, -1, 1, 0x8000));
        assertThat(source.format().sampleRate()).isEqualTo(44_100);
        assertThat(source.bitDepth()).isEqualTo(16);
        float[][] planes = all(source);
        assertThat(planes[0]).containsExactly(0.5f, 1 / 32768f);
        assertThat(planes[1]).containsExactly(-1 / 32768f, -1f);
    }

    @Test
    void eightBitsAreSignedAndTwentyFourHaveThreeBytes() throws IOException {
        assertThat(all(open("AIFF", comm(1, 2, 8, RATE_96000), Bytes.big().u8(0x80, 0x40)))[0])
                .containsExactly(-1f, 0.5f);
        AiffSource source = open("AIFF", comm(1, 2, 24, RATE_96000), Bytes.big().u24(0x400000, -1));
        assertThat(source.format().sampleRate()).isEqualTo(96_000);
        assertThat(all(source)[0]).containsExactly(0.5f, -0x1p-23f);
    }

    @Test
    void compressionTypesThatCompressNothing() throws IOException {
        assertThat(aifc("NONE", 16, Bytes.big().u16(0x4000))).containsExactly(0.5f);
        assertThat(aifc("sowt", 16, Bytes.little().u16(0x4000))).containsExactly(0.5f);
        assertThat(aifc("in24", 24, Bytes.big().u24(0x400000))).containsExactly(0.5f);
        assertThat(aifc("in32", 32, Bytes.big().u32(0x40000000))).containsExactly(0.5f);
        assertThat(aifc("fl32", 32, Bytes.big().f32(1.5f))).containsExactly(1.5f);
        assertThat(aifc("FL64", 64, Bytes.big().f64(-1.5))).containsExactly(-1.5f);
        assertThat(aifc("raw ", 8, Bytes.big().u8(192))).containsExactly(0.5f);
        assertThat(aifc("ulaw", 16, Bytes.big().u8(0xFF))).containsExactly(0f);
    }

    @Test
    void whatIsReallyCompressedIsLeftToOthers() {
        assertThatThrownBy(() -> aifc("ima4", 16, Bytes.big().u16(1)))
                .isInstanceOfSatisfying(
                        PcmException.class,
                        e -> assertThat(e.reason()).isEqualTo(PcmException.Reason.OTHER_CODEC));
    }

    @Test
    void theSoundMayStandBeforeItsDescriptionAndBehindAnOffset() throws IOException {
        Bytes sound = Bytes.big().u32(4, 0).u32(0xDEADBEEFL).u16(1, 2, 3);
        Bytes chunks =
                Bytes.big()
                        .chunk("SSND", sound)
                        .chunk("MARK", Bytes.big().u8(1, 2, 3))
                        .chunk("COMM", comm(1, 3, 16, RATE_44100));
        assertThat(all(open("AIFF", chunks))[0]).hasSize(3);
    }

    @Test
    void aShortFileSaysWhereItEnds() throws IOException {
        Bytes chunks =
                Bytes.big()
                        .chunk("COMM", comm(1, 44_100 * 90, 16, RATE_44100))
                        .text("SSND")
                        .u32(8 + 44_100 * 90 * 2)
                        .u32(0, 0)
                        .u16(new int[44_100 * 61]);
        AiffSource source = open("AIFF", chunks);
        AudioBlock block = new AudioBlock(1, 44_100 * 90);
        assertThat(source.read(block)).isEqualTo(44_100 * 61);
        assertThatThrownBy(() -> source.read(block)).hasMessage("the file ends early at 1:01");
    }

    private static float[] aifc(String compression, int bits, Bytes data) throws IOException {
        Bytes comm =
                Bytes.big().raw(comm(1, 1, bits, RATE_44100).array()).text(compression).u8(0, 0);
        return all(open("AIFC", comm, data))[0];
    }

    private static Bytes comm(int channels, int frames, int bits, String rate) {
        return Bytes.big().u16(channels).u32(frames).u16(bits).hex(rate);
    }

    private static AiffSource open(String kind, Bytes comm, Bytes data) throws IOException {
        Bytes sound = Bytes.big().u32(0, 0).raw(data.array());
        return open(kind, Bytes.big().chunk("COMM", comm).chunk("SSND", sound));
    }

    private static AiffSource open(String kind, Bytes chunks) throws IOException {
        Bytes file = Bytes.big().text("FORM").u32(4 + chunks.size()).text(kind).raw(chunks.array());
        return new AiffSource(new MemoryChannel(file.array()));
    }

    private static float[][] all(AiffSource source) throws IOException {
        AudioBlock block = new AudioBlock(source.format().channels(), 100);
        int frames = source.read(block);
        assertThat(source.read(block)).isEqualTo(-1);
        return Arrays.stream(new int[] {0, block.channels() - 1})
                .mapToObj(c -> Arrays.copyOf(block.plane(c), frames))
                .toArray(float[][]::new);
    }
}
