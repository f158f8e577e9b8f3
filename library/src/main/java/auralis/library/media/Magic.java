package auralis.library.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file is by its first bytes. Names never count: a wrong ending must neither hide a good
 * file nor send a picture to a decoder. A bare MPEG frame header is only eleven fixed bits, so
 * several frames must follow each other in one rhythm before a file passes for MP3.
 */
enum Magic {
    WAV,
    AIFF,
    FLAC,
    MP3,
    /** A kind that FFmpeg may know. */
    OTHER_SOUND,
    TEXT,
    PICTURE,
    EMPTY,
    UNKNOWN;

    /** How far a search for the first MPEG frame goes. */
    private static final int SEARCH_BYTES = 1 << 18;

    private static final int TEXT_BYTES = 4096;

    /** Text of this length is text even if it begins like a file of sound ("MAC address …"). */
    private static final int PROSE_BYTES = 64;

    private static final int TS_PACKET = 188;

    private static final List<String> PICTURES =
            List.of("\u00FF\u00D8\u00FF", "\u0089PNG", "GIF8", "II*\0", "MM\0*", "8BPS", "BM");

    /** Containers and streams known by how they begin. */
    private static final List<String> OTHERS =
            List.of(
                    "OggS",
                    "wvpk",
                    "\u001A\u0045\u00DF\u00A3", // EBML: Matroska, WebM
                    "\u0030\u0026\u00B2\u0075\u008E\u0066\u00CF\u0011", // ASF: WMA, WMV
                    "FLV\u0001",
                    "\u0006\u000E\u002B\u0034", // MXF
                    "caff",
                    "MAC ",
                    "TTA1",
                    "TTA2",
                    "MPCK",
                    "MP+",
                    "tBaK",
                    "OFR ",
                    "DSD ",
                    "FRM8",
                    "FORM", // IFF sounds other than AIFF
                    "RIFF", // AVI and other relatives of WAV
                    "RIFX",
                    ".snd",
                    "#!AMR",
                    ".RMF",
                    "\u000B\u0077", // AC-3
                    "\u007F\u00FE\u0080\u0001", // DTS
                    "\0\0\u0001\u00BA", // MPEG program stream
                    "\0\0\u0001\u00B3"); // MPEG video

    /** Atoms that QuickTime and MP4 files begin with. */
    private static final List<String> ATOMS =
            List.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

    static Magic of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Id3v2.end(channel);
            return of(channel, start);
        }
    }

    /**
     * @param start where the file goes on behind its ID3v2 tags
     */
    static Magic of(FileChannel channel, long start) throws IOException {
        if (channel.size() == 0) {
            return EMPTY;
        }
        ByteBuffer head = Bytes.read(channel, start, SEARCH_BYTES);
        String text = new String(head.array(), 0, head.limit(), StandardCharsets.ISO_8859_1);
        boolean prose = head.limit() >= PROSE_BYTES && isText(head);
        Magic named = byName(text);
        if (named != null && !prose) {
            return named;
        }
        long end = TrailingTags.start(channel);
        if (MpegHeader.find(channel, start, end, SEARCH_BYTES) >= 0) {
            return MP3;
        }
        if (isAdts(head) || isTransportStream(head)) {
            return OTHER_SOUND;
        }
        if (start > 0) {
            return MP3; // A tag with nothing behind it: the decoder knows the words for it.
        }
        return isText(head) ? TEXT : UNKNOWN;
    }

    /** Why a file that begins like this is not opened. */
    MediaException refusal(Path file) {
        return switch (this) {
            case EMPTY -> new MediaException(file, "the file is empty", ReadFault.COPY_AGAIN);
            case TEXT ->
                    new MediaException(file, "it is text, not sound", "Choose a file of sound.");
            case PICTURE ->
                    new MediaException(
                            file, "it is a picture, not sound", "Choose a file of sound.");
            default ->
                    new MediaException(
                            file,
                            "it is no kind of sound file that is known here",
                            "Choose a file of sound, or convert it to WAV or FLAC.");
        };
    }

    private static Magic byName(String head) {
        if (head.startsWith("fLaC")) {
            return FLAC;
        }
        if (isWav(head)) {
            return WAV;
        }
        if (head.startsWith("FORM") && (head.startsWith("AIFF", 8) || head.startsWith("AIFC", 8))) {
            return AIFF;
        }
        if (isPicture(head)) {
            return PICTURE;
        }
        boolean atom = ATOMS.stream().anyMatch(a -> head.startsWith(a, 4));
        return atom || OTHERS.stream().anyMatch(head::startsWith) ? OTHER_SOUND : null;
    }

    private static boolean isWav(String head) {
        boolean riff =
                head.startsWith("RIFF")
                        || head.startsWith("RIFX")
                        || head.startsWith("RF64")
                        || head.startsWith("BW64");
        return riff && head.startsWith("WAVE", 8)
                || head.startsWith("riff\u002E\u0091\u00CF\u0011") && head.startsWith("wave", 24);
    }

    private static boolean isPicture(String head) {
        return PICTURES.stream().anyMatch(head::startsWith)
                || head.startsWith("RIFF") && head.startsWith("WEBP", 8)
                || head.startsWith("ftypheic", 4)
                || head.startsWith("ftypavif", 4);
    }

    /** AAC in ADTS frames: twelve bits of sync, layer 0, each frame tells its length. */
    private static boolean isAdts(ByteBuffer head) {
        int at = 0;
        for (int frame = 0; frame < 3; frame++) {
            if (at + 6 > head.limit() || (head.getShort(at) & 0xFFF6) != 0xFFF0) {
                return false;
            }
            int length = (head.getInt(at + 2) >>> 5) & 0x1FFF;
            if (length < 7) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** MPEG transport stream: a sync byte in each of five packets, M2TS with four bytes before. */
    private static boolean isTransportStream(ByteBuffer head) {
        return hasRhythm(head, 0, TS_PACKET) || hasRhythm(head, 4, TS_PACKET + 4);
    }

    private static boolean hasRhythm(ByteBuffer head, int first, int step) {
        for (int i = 0; i < 5; i++) {
            int at = first + i * step;
            if (at >= head.limit() || head.get(at) != 'G') {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(ByteBuffer head) {
        int length = Math.min(head.limit(), TEXT_BYTES);
        for (int i = 0; i < length; i++) {
            int b = head.get(i) & 0xFF;
            if (b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) {
                return false;
            }
        }
        return true;
    }
}
