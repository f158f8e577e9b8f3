package auralis.dsp.wav;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavSinkTest {
    @ParameterizedTest
    @CsvSource({"16, 1", "16, 2", "24, 1", "24, 2", "32, 2", "24, 6", "16, 8", "32, 3"})
    void whatIsWrittenIsReadBackExactly(int bits, int channels) throws IOException {
        StreamFormat format = new StreamFormat(96_000, ChannelLayout.ofCount(channels));
        float[][] planes = TestSignals.noise(format, 50_001, 1, 7);
        quantise(planes, bits);
        MemoryChannel file = write(format, bits, planes, 4096);
        assertThat(write(format, bits, planes, 65).content()).isEqualTo(file.content());

        WavSource source = new WavSource(file);
        assertThat(source.format()).isEqualTo(format);
        assertThat(source.bitDepth()).isEqualTo(bits);
        assertThat(source.isFloat()).isEqualTo(bits == 32);
        assertThat(source.frames()).hasValue(50_001);
        AudioBlock back = new AudioBlock(channels, 50_001);
        assertThat(source.read(back)).isEqualTo(50_001);
        for (int c = 0; c < channels; c++) {
            assertThat(back.plane(c)).isEqualTo(planes[c]);
        }
        assertThat(file.size() % 2).isZero();
        assertThat(header(file.content()).getInt(4)).isEqualTo((int) file.size() - 8);
    }

    @Test
    void integersStayWithinFullScaleAndFloatsKeepWhatIsAbove() throws IOException {
        float[][] loud = {{1f, 1.5f, -1f, -1.5f, 0.7f / 32768, -0.7f / 32768}};
        assertThat(read(write(StreamFormat.mono(48_000), 16, loud, 10)))
                .containsExactly(32767 / 32768f, 32767 / 32768f, -1, -1, 1 / 32768f, -1 / 32768f);
        assertThat(read(write(StreamFormat.mono(48_000), 32, loud, 10))).containsExactly(loud[0]);
    }

    @Test
    void onlyWhatNeedsItIsExtensible() throws IOException {
        assertThat(formatTag(16, 2)).isEqualTo(1);
        assertThat(formatTag(24, 2)).isEqualTo(0xFFFE);
        assertThat(formatTag(32, 1)).isEqualTo(0xFFFE);
        assertThat(formatTag(16, 6)).isEqualTo(0xFFFE);
    }

    @Test
    void theLastFrameBeforeFourGibibytesIsRiffAndTheNextRf64() {
        WavHeaderWriter writer = new WavHeaderWriter(StreamFormat.mono(48_000), 16);
        int head = writer.bytes(0).remaining();
        long last = (0xFFFF_FFFEL - (head - 8)) / 2;
        ByteBuffer riff = header(writer.bytes(last).array());
        assertThat(id(riff, 0)).isEqualTo("RIFF");
        assertThat(id(riff, 12)).isEqualTo("JUNK");
        assertThat(Integer.toUnsignedLong(riff.getInt(4))).isEqualTo(0xFFFF_FFFEL);
        assertThat(Integer.toUnsignedLong(riff.getInt(head - 4))).isEqualTo(2 * last);

        ByteBuffer rf64 = header(writer.bytes(last + 1).array());
        assertThat(rf64.remaining()).isEqualTo(head);
        assertThat(id(rf64, 0)).isEqualTo("RF64");
        assertThat(id(rf64, 12)).isEqualTo("ds64");
        assertThat(rf64.getInt(4)).isEqualTo(-1);
        assertThat(rf64.getInt(head - 4)).isEqualTo(-1);
        assertThat(rf64.getLong(20)).isEqualTo(0x1_0000_0000L);
        assertThat(rf64.getLong(28)).isEqualTo(2 * last + 2);
        assertThat(rf64.getLong(36)).isEqualTo(last + 1);
    }

    @Test
    void aSparseFileOfMoreThanFourGibibytesIsReadAtItsEnd(@TempDir Path folder) throws IOException {
        StreamFormat format = StreamFormat.stereo(192_000);
        long frames = 4_400_000_000L / 6;
        ByteBuffer head = new WavHeaderWriter(format, 24).bytes(frames);
        long dataStart = head.remaining();
        try (FileChannel file =
                FileChannel.open(
                        folder.resolve("long.wav"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            file.write(head);
            file.position(dataStart + (frames - 1) * 6);
            file.write(ByteBuffer.wrap(new byte[] {0, 0, 0x40, 0, 0, (byte) 0xC0}));
        }
        try (WavSource source = new WavSource(FileChannel.open(folder.resolve("long.wav")))) {
            assertThat(source.frames()).hasValue(frames);
            source.seek(frames - 3);
            AudioBlock block = new AudioBlock(2, 10);
            assertThat(source.read(block)).isEqualTo(3);
            assertThat(block.plane(0)).startsWith(0, 0, 0.5f);
            assertThat(block.plane(1)).startsWith(0, 0, -0.5f);
            assertThat(source.read(block)).isEqualTo(-1);
        }
    }

    private static MemoryChannel write(
            StreamFormat format, int bits, float[][] planes, int blockFrames) throws IOException {
        MemoryChannel file = new MemoryChannel();
        AudioBlock block = AudioBlock.of(planes);
        try (WavSink sink = new WavSink(file, format, bits)) {
            for (int from = 0; from < block.capacity(); from += blockFrames) {
                sink.write(block.window(from, Math.min(block.capacity(), from + blockFrames)));
            }
            sink.commit();
        }
        return file;
    }

    private static float[] read(MemoryChannel file) throws IOException {
        WavSource source = new WavSource(file);
        AudioBlock block = new AudioBlock(1, (int) source.frames().getAsLong());
        source.read(block);
        return block.plane(0);
    }

    private static int formatTag(int bits, int channels) {
        StreamFormat format = new StreamFormat(48_000, ChannelLayout.ofCount(channels));
        ByteBuffer head = header(new WavHeaderWriter(format, bits).bytes(1).array());
        assertThat(id(head, 48)).isEqualTo("fmt ");
        return Short.toUnsignedInt(head.getShort(56));
    }

    private static void quantise(float[][] planes, int bits) {
        if (bits == 32) {
            return;
        }
        double steps = 1L << bits - 1;
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (Math.floor(plane[i] * steps) / steps);
            }
        }
    }

    private static ByteBuffer header(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String id(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.US_ASCII);
    }
}
