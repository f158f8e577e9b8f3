package auralis.library.tag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** The four encodings of texts in ID3v2 (ID3v2.4 structure, section 4), told by a first byte. */
final class Id3Text {
    static final int LATIN_1 = 0;
    static final int UTF_16 = 1;
    static final int UTF_8_CODE = 3;

    private Id3Text() {}

    /** Texts between zeros, of which one at the end says nothing. */
    static List<String> split(byte[] bytes, int from, int code) {
        List<String> texts = new ArrayList<>();
        for (int at = from; at < bytes.length; ) {
            int end = end(bytes, at, code);
            texts.add(decode(bytes, at, end, code));
            at = end + width(code);
        }
        return texts;
    }

    /** Where the text that starts there ends: at its zero, or with the bytes. */
    static int end(byte[] bytes, int from, int code) {
        int width = width(code);
        for (int at = from; at + width <= bytes.length; at += width) {
            if (bytes[at] == 0 && bytes[at + width - 1] == 0) {
                return at;
            }
        }
        return bytes.length;
    }

    static int width(int code) {
        return code == UTF_16 || code == 2 ? 2 : 1;
    }

    static String decode(byte[] bytes, int from, int to, int code) {
        int start = from;
        Charset charset = charset(code);
        if (code == UTF_16 && to - from >= 2) {
            boolean little = bytes[from] == -1 && bytes[from + 1] == -2;
            boolean big = bytes[from] == -2 && bytes[from + 1] == -1;
            start += little || big ? 2 : 0;
            charset = big ? UTF_16BE : UTF_16LE;
        }
        return new String(bytes, start, Math.max(0, to - start), charset);
    }

    private static Charset charset(int code) {
        return switch (code) {
            case UTF_16 -> UTF_16LE;
            case 2 -> UTF_16BE;
            case UTF_8_CODE -> UTF_8;
            default -> ISO_8859_1;
        };
    }

    /** The encoding that a version of ID3v2 knows and that holds these texts. */
    static int code(int version, List<String> texts) {
        if (version >= 4) {
            return UTF_8_CODE;
        }
        boolean latin =
                texts.stream().allMatch(text -> text.chars().allMatch(letter -> letter < 0x100));
        return latin ? LATIN_1 : UTF_16;
    }

    static byte[] encode(String text, int code) {
        if (code != UTF_16) {
            return text.getBytes(charset(code));
        }
        byte[] letters = text.getBytes(UTF_16LE);
        byte[] marked = new byte[letters.length + 2];
        marked[0] = -1;
        marked[1] = -2;
        System.arraycopy(letters, 0, marked, 2, letters.length);
        return marked;
    }

    /** The texts with zeros between them. */
    static byte[] join(List<String> texts, int code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < texts.size(); i++) {
            out.writeBytes(new byte[i == 0 ? 0 : width(code)]);
            out.writeBytes(encode(texts.get(i), code));
        }
        return out.toByteArray();
    }
}
