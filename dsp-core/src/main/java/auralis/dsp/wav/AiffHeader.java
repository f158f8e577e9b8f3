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
 * Reads what stands around the samples of an AIFF file: Apple's Audio Interchange File Format 1.3
 * (1989) and AIFF-C (1991) with the compression types that compress nothing.
 */
final class AiffHeader {
    private static final int COMM_BYTES = 18;
    private static final int COMM_AIFC_BYTES = 22;
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    private final ByteBuffer comm;
    private final String compression;

    private AiffHeader(ByteBuffer comm) throws PcmException {
        if (comm.remaining() < COMM_BYTES) {
            throw malformed("its header is cut off");
        }
        this.comm = comm;
        this.compression =
                comm.remaining() < COMM_AIFC_BYTES
                        ? "NONE"
                        : new String(comm.array(), COMM_BYTES, 4, StandardCharsets.ISO_8859_1);
    }

    static PcmLayout read(SeekableByteChannel channel) throws IOException {
        boolean aifc = ChunkFile.bytes(channel, 0, 12).get(11) == 'C';
        ChunkFile chunks = new ChunkFile(channel, ByteOrder.BIG_ENDIAN, false, 12);
        AiffHeader header = null;
        Chunk sound = null;
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.is("COMM") && header == null) {
                header = new AiffHeader(chunks.content(chunk, aifc ? COMM_AIFC_BYTES : COMM_BYTES));
            } else if (chunk.is("SSND") && sound == null) {
                sound = chunk;
            }
            if (header != null && sound != null) {
                return header.layout(chunks, sound);
            }
        }
        throw malformed(header == null ? "it does not tell its format" : "there is no sound in it");
    }

    private PcmLayout layout(ChunkFile chunks, Chunk sound) throws IOException {
        int channels = Short.toUnsignedInt(comm.getShort(0));
        double rate = sampleRate();
        Formats.check(channels, Math.round(rate));
        int bits = Short.toUnsignedInt(comm.getShort(6));
        SampleEncoding encoding = encoding(bits);
        ByteBuffer offset = chunks.bytes(sound.start(), 4);
        if (offset.remaining() < 4) {
            throw malformed("there is no sound in it");
        }
        long start = sound.start() + 8 + Integer.toUnsignedLong(offset.getInt(0));
        long bytes =
                sound.size() == 0 || sound.size() == UNKNOWN
                        ? chunks.size() - start
                        : sound.start() + sound.size() - start;
        long room = Math.max(0, bytes) / ((long) encoding.bytes() * channels);
        long declared = Integer.toUnsignedLong(comm.getInt(2));
        return new PcmLayout(
                new StreamFormat((int) Math.round(rate), ChannelLayout.ofCount(channels)),
                encoding,
                order(),
                encoding.isFloat() || bits > 8 * encoding.bytes() ? 8 * encoding.bytes() : bits,
                start,
                declared == 0 ? room : Math.min(room, declared));
    }

    private SampleEncoding encoding(int bits) throws PcmException {
        return switch (compression) {
            case "NONE", "twos", "sowt" -> integer(bits);
            case "in24", "42ni" -> SampleEncoding.SIGNED_24;
            case "in32", "23ni" -> SampleEncoding.SIGNED_32;
            case "raw " -> SampleEncoding.UNSIGNED_8;
            case "fl32", "FL32" -> SampleEncoding.FLOAT_32;
            case "fl64", "FL64" -> SampleEncoding.FLOAT_64;
            case "alaw", "ALAW" -> SampleEncoding.A_LAW;
            case "ulaw", "ULAW" -> SampleEncoding.MU_LAW;
            default ->
                    throw new PcmException(
                            PcmException.Reason.OTHER_CODEC,
                            "its sound is compressed (" + compression + ")");
        };
    }

    private static SampleEncoding integer(int bits) throws PcmException {
        if (bits < 1 || bits > 32) {
            throw malformed("its header makes no sense");
        }
        return SampleEncoding.signed((bits + 7) / 8);
    }

    private ByteOrder order() {
        return switch (compression) {
            case "sowt", "42ni", "23ni" -> ByteOrder.LITTLE_ENDIAN;
            default -> ByteOrder.BIG_ENDIAN;
        };
    }

    /** An 80-bit float: 15 bits of exponent (bias 16383), 64 of mantissa with its integer bit. */
    private double sampleRate() {
        int exponent = comm.getShort(8) & 0x7FFF;
        double mantissa = (comm.getLong(10) >>> 1) * 2.0;
        return Math.scalb(mantissa, exponent - 16383 - 63);
    }

    private static PcmException malformed(String problem) {
        return new PcmException(PcmException.Reason.MALFORMED, problem);
    }
}
