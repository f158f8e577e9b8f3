package auralis.library.playlist;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text as playlists of all ages have it. */
final class Text {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    private static final int HEX = 16;

    private Text() {}

    /** Of UTF-8, with or without its mark, or else of Windows-1252. */
    static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, WINDOWS);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** With %20 and its like resolved; a percent sign that is none of these stays. */
    static String unescape(String url) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(url.length());
        byte[] escaped = url.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < escaped.length; i++) {
            int value = escaped[i] == '%' ? escapedByte(escaped, i + 1) : -1;
            bytes.write(value < 0 ? escaped[i] : value);
            i += value < 0 ? 0 : 2;
        }
        return decode(bytes.toByteArray());
    }

    private static int escapedByte(byte[] text, int at) {
        if (at + 2 > text.length) {
            return -1;
        }
        int high = Character.digit(text[at], HEX);
        int low = Character.digit(text[at + 1], HEX);
        return high < 0 || low < 0 ? -1 : HEX * high + low;
    }

    /** The path of a URL (RFC 3986), with slashes; the Unicode form of its names stays. */
    static String escape(String path) {
        StringBuilder url = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                url.append((char) b);
            } else {
                url.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return url.toString();
    }
}
