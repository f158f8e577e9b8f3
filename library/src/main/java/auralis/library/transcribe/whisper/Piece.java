package auralis.library.transcribe.whisper;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/**
 * A part of a word as the model says it; or of a letter, for its vocabulary is of bytes.
 *
 * @param utf8 may end within a character, and begins with a space where a word does
 * @param start in s
 * @param end in s
 * @param probability 0..1
 */
record Piece(byte[] utf8, double start, double end, OptionalDouble probability) {
    /** Without times or probability. */
    static Piece of(String text) {
        return new Piece(text.getBytes(StandardCharsets.UTF_8), 0, 0, OptionalDouble.empty());
    }
}
