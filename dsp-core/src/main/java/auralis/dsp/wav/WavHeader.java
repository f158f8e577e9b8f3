package auralis.dsp.wav;

import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import auralis.dsp.wav.ChunkFile.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads what stands before the samples of a WAV file: RIFF (and big-endian RIFX), RF64 after EBU
 * Tech 3306, BW64 after ITU-R BS.2088, Sony Wave64; formats after Microsoft's WAVEFORMATEX and
 * WAVEFORMATEXTENSIBLE. Sizes of zero or all ones, as left by recorders that were stopped hard or
 * wrote into a pipe, mean: to the end of the file.
 */
final class WavHeader {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int FMT_BYTES = 16;
    private static final int FMT_EXTENSIBLE_BYTES = 40;
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    private final ChunkFile chunks;
    private final ByteOrder order;
    private long dataSizeOfDs64;
    private StreamFormat format;
    private SampleEncoding encoding;
    private int bitDepth;

    private WavHeader(ChunkFile chunks, ByteOrder order) {
        this.chunks = chunks;
        this.order = order;
    }

    static PcmLayout read(SeekableByteChannel channel) throws IOException {
        ByteBuffer head = ChunkFile.bytes(channel, 0, 12);
        String id = new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
        boolean wave64 = id.equals("riff");
        ByteOrder order = id.equals("RIFX") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new WavHeader(new ChunkFile(channel, order, wave64, wave64 ? 40 : 12), order).read();
    }

    private PcmLayout read() throws IOException {
        Chunk data = null;
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.is("ds64")) {
                ByteBuffer ds64 = chunks.content(chunk, 16);
                dataSizeOfDs64 = ds64.remaining() < 16 ? 0 : ds64.getLong(8);
            } else if (chunk.is("fmt ") && format == null) {
                readFormat(chunks.content(chunk, FMT_EXTENSIBLE_BYTES));
            } else if (chunk.is("data") && data == null) {
                data = chunk;
            }
            if (data != null && format != null) {
                return layout(data);
            }
        }
        throw malformed(format == null ? "it does not tell its format" : "there is no sound in it");
    }

    private PcmLayout layout(Chunk data) throws IOException {
        long bytes = dataBytes(data);
        long frames = bytes / ((long) encoding.bytes() * format.channels());
        return new PcmLayout(format, encoding, order, bitDepth, data.start(), frames);
    }

    private long dataBytes(Chunk data) throws IOException {
        long declared =
                data.size() == UNKNOWN && dataSizeOfDs64 != 0 ? dataSizeOfDs64 : data.size();
        boolean toTheEnd =
                declared == UNKNOWN || declared < 0 || declared == 0 && !chunks.chunksReachEnd();
        long bytes = toTheEnd ? chunks.size() - data.start() : declared;
        if (bytes > Long.MAX_VALUE - data.start()) {
            throw malformed("its header makes no sense");
        }
        return bytes;
    }

    private void readFormat(ByteBuffer fmt) throws IOException {
        if (fmt.remaining() < FMT_BYTES) {
            throw malformed("its header is cut off");
        }
        int tag = Short.toUnsignedInt(fmt.getShort(0));
        int channels = Short.toUnsignedInt(fmt.getShort(2));
        int bits = Short.toUnsignedInt(fmt.getShort(14));
        boolean extensible = tag == EXTENSIBLE;
        if (extensible && fmt.remaining() < FMT_EXTENSIBLE_BYTES) {
            throw malformed("its header is cut off");
        }
        Formats.check(channels, Integer.toUnsignedLong(fmt.getInt(4)));
        ChannelLayout layout =
                extensible
                        ? ChannelLayout.ofMask(fmt.getInt(20), channels)
                        : ChannelLayout.ofCount(channels);
        int align = Short.toUnsignedInt(fmt.getShort(12));
        encoding = encoding(extensible ? fmt.getShort(24) : tag, bits, align, channels);
        int valid = extensible ? Short.toUnsignedInt(fmt.getShort(18)) : bits;
        bitDepth = valid > 0 && valid <= bits ? valid : bits;
        format = new StreamFormat(fmt.getInt(4), layout);
    }

    private static SampleEncoding encoding(int codec, int bits, int align, int channels)
            throws PcmException {
        if (codec == PCM && bits >= 1 && bits <= 32) {
            int bytes = container(bits, align, channels);
            return bytes == 1 ? SampleEncoding.UNSIGNED_8 : SampleEncoding.signed(bytes);
        }
        if (codec == FLOAT && (bits == 32 || bits == 64)) {
            return bits == 32 ? SampleEncoding.FLOAT_32 : SampleEncoding.FLOAT_64;
        }
        if ((codec == A_LAW || codec == MU_LAW) && bits == 8) {
            return codec == A_LAW ? SampleEncoding.A_LAW : SampleEncoding.MU_LAW;
        }
        throw new PcmException(
                PcmException.Reason.OTHER_CODEC,
                String.format("its sound is compressed (format 0x%04X)", codec & 0xFFFF));
    }

    /** The bytes a sample takes: 24 bits may stand in four. */
    private static int container(int bits, int align, int channels) {
        int needed = (bits + 7) / 8;
        int given = align / channels;
        return align % channels == 0 && given >= needed && given <= 4 ? given : needed;
    }

    private static PcmException malformed(String problem) {
        return new PcmException(PcmException.Reason.MALFORMED, problem);
    }
}
