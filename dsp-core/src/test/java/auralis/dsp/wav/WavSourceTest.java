package auralis.dsp.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.Channel;
import auralis.dsp.ChannelLayout;
import auralis.dsp.Damage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made by hand: each stands for one that players and recorders really write. */
class WavSourceTest {
    private static final String PCM_GUID = "0100 0000 0000 1000 8000 00AA 0038 9B71";
    private static final String FLOAT_GUID = "0300 0000 0000 1000 8000 00AA 0038 9B71";

    @Test
    void eightBitsAreOffsetBinary() throws IOException {
        WavSource source = open(wav(fmt(1, 1, 8), Bytes.little().u8(128, 0, 255, 192)));
        assertThat(source.bitDepth()).isEqualTo(8);
        assertThat(all(source)[0]).containsExactly(0f, -1f, 127 / 128f, 0.5f);
    }

    @Test
    void sixteenBitsInStereo() throws IOException {
        WavSource source = open(wav(fmt(1, 2, 16), Bytes.little().u16(1, -1, 32767, -32768)));
        float[][] planes = all(source);
        assertThat(planes[0]).containsExactly(1 / 32768f, 32767 / 32768f);
        assertThat(planes[1]).containsExactly(-1 / 32768f, -1f);
    }

    @Test
    void twentyFourBits() throws IOException {
        WavSource source = open(wav(fmt(1, 1, 24), Bytes.little().u24(1, -1, 0x7FFFFF, -0x800000)));
        assertThat(source.bitDepth()).isEqualTo(24);
        assertThat(all(source)[0]).containsExactly(0x1p-23f, -0x1p-23f, 0x7FFFFF / 8388608f, -1f);
    }

    @Test
    void thirtyTwoBits() throws IOException {
        WavSource source = open(wav(fmt(1, 1, 32), Bytes.little().u32(1 << 30, -1L << 31)));
        assertThat(source.isFloat()).isFalse();
        assertThat(all(source)[0]).containsExactly(0.5f, -1f);
    }

    @Test
    void floatsMayPassFullScale() throws IOException {
        WavSource single = open(wav(fmt(3, 1, 32), Bytes.little().f32(1.5f, -2f)));
        assertThat(single.isFloat()).isTrue();
        assertThat(all(single)[0]).containsExactly(1.5f, -2f);
        WavSource twice = open(wav(fmt(3, 1, 64), Bytes.little().f64(0.25, -1.25)));
        assertThat(twice.bitDepth()).isEqualTo(64);
        assertThat(all(twice)[0]).containsExactly(0.25f, -1.25f);
    }

    @Test
    void telephoneCodecsReachTheirKnownLevels() throws IOException {
        // G.711: the loudest codes, and the smallest step of A-law.
        assertThat(all(open(wav(fmt(6, 1, 8), Bytes.little().u8(0xAA, 0x2A, 0xD5))))[0])
                .containsExactly(32256 / 32768f, -32256 / 32768f, 8 / 32768f);
        assertThat(all(open(wav(fmt(7, 1, 8), Bytes.little().u8(0x80, 0x00, 0xFF))))[0])
                .containsExactly(32124 / 32768f, -32124 / 32768f, 0f);
    }

    @Test
    void twentyFourValidBitsInThirtyTwo() throws IOException {
        WavSource source =
                open(wav(extensible(1, 32, 24, 4, PCM_GUID), Bytes.little().u32(0x400000L << 8)));
        assertThat(source.bitDepth()).isEqualTo(24);
        assertThat(all(source)[0]).containsExactly(0.5f);
    }

    @Test
    void twentyFourBitsInContainersOfFourBytes() throws IOException {
        Bytes fmt = Bytes.little().u16(1, 1).u32(48000, 48000 * 4).u16(4, 24);
        WavSource source = open(wav(fmt, Bytes.little().u32(0x400000L << 8)));
        assertThat(all(source)[0]).containsExactly(0.5f);
    }

    @Test
    void theChannelMaskNamesThePositions() throws IOException {
        WavSource source =
                open(
                        wav(
                                extensible(6, 32, 32, 0x3F, FLOAT_GUID),
                                Bytes.little().f32(new float[6])));
        assertThat(source.format().layout().channels())
                .containsExactly(
                        Channel.FRONT_LEFT,
                        Channel.FRONT_RIGHT,
                        Channel.FRONT_CENTER,
                        Channel.LOW_FREQUENCY,
                        Channel.BACK_LEFT,
                        Channel.BACK_RIGHT);
        assertThat(open(wav(fmt(1, 6, 16), Bytes.little().u16(new int[6]))).format().layout())
                .isEqualTo(ChannelLayout.SURROUND_5_1);
    }

    @Test
    void otherChunksMayStandAnywhereAndBeOdd() throws IOException {
        Bytes file =
                riff(
                        Bytes.little()
                                .chunk("bext", Bytes.little().raw(new byte[603]))
                                .chunk("fmt ", fmt(1, 1, 16))
                                .chunk("LIST", Bytes.little().text("INFOodd"))
                                .chunk("data", Bytes.little().u16(1, 2, 3))
                                .chunk("LIST", Bytes.little().text("INFO")));
        assertThat(all(open(file))[0]).hasSize(3);
    }

    @Test
    void anOddChunkWithoutItsPadByteIsForgiven() throws IOException {
        Bytes file =
                riff(
                        Bytes.little()
                                .text("LIST")
                                .u32(7)
                                .text("INFOodd")
                                .chunk("fmt ", fmt(1, 1, 16))
                                .chunk("data", Bytes.little().u16(1, 2, 3)));
        assertThat(all(open(file))[0]).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFFF_FFFFL})
    void aRecorderThatNeverWroteTheLengthIsReadToTheEnd(long size) throws IOException {
        Bytes file =
                Bytes.little()
                        .text("RIFF")
                        .u32(size)
                        .text("WAVE")
                        .chunk("fmt ", fmt(1, 1, 16))
                        .text("data")
                        .u32(size)
                        .u16(5, 6, 7)
                        .u8(1);
        WavSource source = open(file);
        assertThat(source.frames()).hasValue(3);
        assertThat(all(source)[0]).hasSize(3);
    }

    @Test
    void aFileThatReallyHoldsNothingStaysEmpty() throws IOException {
        Bytes file =
                riff(
                        Bytes.little()
                                .chunk("fmt ", fmt(1, 1, 16))
                                .chunk("data", Bytes.little())
                                .chunk("LIST", Bytes.little().text("INFO")));
        WavSource source = open(file);
        assertThat(source.frames()).hasValue(0);
        assertThat(source.read(new AudioBlock(1, 16))).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF64", "BW64"})
    void longFilesTellTheirLengthInTheDs64Chunk(String id) throws IOException {
        Bytes file =
                Bytes.little()
                        .text(id)
                        .u32(0xFFFF_FFFFL)
                        .text("WAVE")
                        .chunk("ds64", Bytes.little().u64(80, 6, 3).u32(0))
                        .chunk("fmt ", fmt(1, 1, 16))
                        .text("data")
                        .u32(0xFFFF_FFFFL)
                        .u16(1, 2, 3)
                        .chunk("LIST", Bytes.little().text("INFO"));
        assertThat(all(open(file))[0]).hasSize(3);
    }

    @Test
    void bigEndianRiffIsReadToo() throws IOException {
        Bytes fmt = Bytes.big().u16(1, 1).u32(48000, 96000).u16(2, 16);
        Bytes body = Bytes.big().chunk("fmt ", fmt).chunk("data", Bytes.big().u16(0x4000));
        Bytes file = Bytes.big().text("RIFX").u32(body.size() + 4).text("WAVE").raw(body.array());
        assertThat(all(open(file))[0]).containsExactly(0.5f);
    }

    @Test
    void sonyWave64HasGuidsAndLongSizes() throws IOException {
        String tail = "F3AC D311 8CD1 00C0 4F8E DB8A";
        Bytes file =
                Bytes.little()
                        .text("riff")
                        .hex("2E91 CF11 A5D6 28DB 04C1 0000")
                        .u64(0)
                        .text("wave")
                        .hex(tail)
                        .text("junk")
                        .hex(tail)
                        .u64(24 + 3)
                        .raw(new byte[8])
                        .text("fmt ")
                        .hex(tail)
                        .u64(24 + 16)
                        .raw(fmt(1, 1, 16).array())
                        .text("data")
                        .hex(tail)
                        .u64(24 + 6)
                        .u16(0x4000, 1, 2)
                        .u16(0);
        float[] samples = all(open(file))[0];
        assertThat(samples).hasSize(3);
        assertThat(samples[0]).isEqualTo(0.5f);
    }

    @Test
    void whatIsNoNumberBecomesSilenceAndIsTold() throws IOException {
        WavSource source =
                open(
                        wav(
                                fmt(3, 2, 32),
                                Bytes.little()
                                        .f32(1, 1, Float.NaN, 1, 1, Float.NEGATIVE_INFINITY)
                                        .f32(1, 1, 1, Float.POSITIVE_INFINITY)));
        float[][] planes = all(source);
        assertThat(planes[0]).containsExactly(1, 0, 1, 1, 1);
        assertThat(planes[1]).containsExactly(1, 1, 0, 1, 0);
        assertThat(source.damage()).containsExactly(new Damage(1, 2), new Damage(4, 1));
        source.seek(0);
        all(source);
        assertThat(source.damage()).hasSize(2);
    }

    @Test
    void floatsNoSoundCanHaveAreDamageToo() throws IOException {
        WavSource source = open(wav(fmt(3, 1, 32), Bytes.little().f32(30_000, 1e30f, 0.5f)));
        assertThat(all(source)[0]).containsExactly(30_000f, 0f, 0.5f);
        assertThat(source.damage()).containsExactly(new Damage(1, 1));
    }

    @Test
    void doublesBeyondTheRangeOfFloatsAreDamageToo() throws IOException {
        WavSource source = open(wav(fmt(3, 1, 64), Bytes.little().f64(1e300, 0.5)));
        assertThat(all(source)[0]).containsExactly(0f, 0.5f);
        assertThat(source.damage()).containsExactly(new Damage(0, 1));
    }

    @Test
    void aShortFileIsDeliveredUpToTheBreakAndThenSaysWhere() throws IOException {
        Bytes file =
                riff(
                        Bytes.little()
                                .chunk("fmt ", fmt(1, 1, 16))
                                .text("data")
                                .u32(48000L * 2 * 600)
                                .u16(new int[48000 * 71])
                                .u8(1));
        WavSource source = open(file);
        assertThat(source.frames()).hasValue(48000 * 600);
        AudioBlock block = new AudioBlock(1, 48000 * 71 + 99);
        assertThat(source.read(block)).isEqualTo(48000 * 71);
        assertThatThrownBy(() -> source.read(block))
                .isInstanceOf(PcmException.class)
                .hasMessage("the file ends early at 1:11");
        source.seek(48000 * 300);
        assertThatThrownBy(() -> source.read(block)).hasMessage("the file ends early at 1:11");
        source.seek(48000 * 71 - 1);
        assertThat(source.read(block)).isEqualTo(1);
        source.seek(48000 * 600);
        assertThat(source.read(block)).isEqualTo(-1);
    }

    @Test
    void seekingMeetsTheExactFrameWhereverItIs() throws IOException {
        int frames = 300_000;
        Bytes data = Bytes.little();
        for (int i = 0; i < frames; i++) {
            data.u24(i, -i);
        }
        WavSource source = open(wav(fmt(1, 2, 24), data));
        AudioBlock block = new AudioBlock(2, 40).window(7, 9);
        for (int frame : new int[] {0, 5, 4, 299_998, 43_690, 43_691, 100_000, 99_990, 1}) {
            source.seek(frame);
            assertThat(source.read(block)).isEqualTo(2);
            assertThat(block.plane(0)[7]).isEqualTo(frame / 8388608f);
            assertThat(block.plane(1)[8]).isEqualTo(-(frame + 1) / 8388608f);
        }
        source.seek(frames);
        assertThat(source.read(block)).isEqualTo(-1);
        source.seek(Long.MAX_VALUE);
        assertThat(source.read(block)).isEqualTo(-1);
    }

    @Test
    void headersThatMakeNoSenseAreRefusedInWords() {
        assertThatThrownBy(() -> open(wav(fmt(1, 0, 16), Bytes.little())))
                .hasMessage("its header makes no sense");
        assertThatThrownBy(() -> open(wav(fmt(1, 0xFFFF, 16), Bytes.little())))
                .hasMessageContaining("65535 channels");
        assertThatThrownBy(() -> open(riff(Bytes.little().chunk("fmt ", fmt(1, 1, 16)))))
                .hasMessage("there is no sound in it");
        assertThatThrownBy(() -> open(riff(Bytes.little().chunk("data", Bytes.little().u16(1)))))
                .hasMessage("it does not tell its format");
        assertThatThrownBy(() -> open(Bytes.little().text("RIFF")))
                .isInstanceOf(PcmException.class);
        assertThatThrownBy(() -> open(wav(fmt(2, 1, 4), Bytes.little())))
                .isInstanceOfSatisfying(
                        PcmException.class,
                        e -> assertThat(e.reason()).isEqualTo(PcmException.Reason.OTHER_CODEC));
    }

    @Test
    void aLengthBeyondAllFilesIsRefused() {
        Bytes file =
                Bytes.little()
                        .text("RF64")
                        .u32(0xFFFF_FFFFL)
                        .text("WAVE")
                        .chunk("ds64", Bytes.little().u64(80, Long.MAX_VALUE, 3).u32(0))
                        .chunk("fmt ", fmt(1, 1, 16))
                        .text("data")
                        .u32(0xFFFF_FFFFL);
        assertThatThrownBy(() -> open(file)).hasMessage("its header makes no sense");
    }

    private static Bytes fmt(int tag, int channels, int bits) {
        int frameBytes = channels * bits / 8;
        return Bytes.little()
                .u16(tag, channels)
                .u32(48000, 48000L * frameBytes)
                .u16(frameBytes, bits);
    }

    private static Bytes extensible(int channels, int bits, int valid, int mask, String guid) {
        return Bytes.little()
                .raw(fmt(0xFFFE, channels, bits).array())
                .u16(22, valid)
                .u32(mask)
                .hex(guid);
    }

    private static Bytes wav(Bytes fmt, Bytes data) {
        return riff(Bytes.little().chunk("fmt ", fmt).chunk("data", data));
    }

    private static Bytes riff(Bytes chunks) {
        return Bytes.little().text("RIFF").u32(4 + chunks.size()).text("WAVE").raw(chunks.array());
    }

    private static WavSource open(Bytes file) throws IOException {
        return new WavSource(new MemoryChannel(file.array()));
    }

    private static float[][] all(PcmSource source) throws IOException {
        AudioBlock block = new AudioBlock(source.format().channels(), 100_000);
        int frames = Math.max(0, source.read(block));
        assertThat(source.read(block)).isEqualTo(-1);
        float[][] planes = new float[block.channels()][];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = java.util.Arrays.copyOf(block.plane(c), frames);
        }
        return planes;
    }
}
