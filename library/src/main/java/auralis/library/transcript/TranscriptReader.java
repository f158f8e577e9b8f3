package auralis.library.transcript;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads transcripts from files: what {@link TranscriptFormat} writes and what other programs do.
 * What a file is is seen by its content; its name decides where that says nothing.
 */
public final class TranscriptReader {
    /** Two hundred hours of speech have less. */
    private static final long MOST_BYTES = 128L << 20;

    /** What old subtitles are in that are not UTF-8. */
    private static final Charset OLD = Charset.forName("windows-1252");

    private TranscriptReader() {}

    /**
     * Lines without times begin and end at 0.
     *
     * @throws IOException with a sentence that names the file
     */
    public static Transcript read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is too large for a transcript. Choose another file.");
        }
        String text = text(Files.readAllBytes(file)).replace("\r\n", "\n").replace('\r', '\n');
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Form form =
                byContent(text, name)
                        .or(() -> byName(name))
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                file
                                                        + " is not a transcript. Choose a JSON,"
                                                        + " SRT, VTT, LRC, CSV, label or text"
                                                        + " file."));
        try {
            return read(form, text);
        } catch (IOException e) {
            String why = e.getMessage().startsWith("has ") ? " " : " cannot be read: ";
            throw new IOException(
                    file + why + e.getMessage() + ". Export it again or choose another file.", e);
        }
    }

    private static Transcript read(Form form, String text) throws IOException {
        Transcript transcript = form.read(text);
        boolean damaged = transcript.segments().isEmpty() && !form.mayBeEmpty(text);
        if (damaged) {
            throw new IOException("has nothing in it that begins with a time");
        }
        return transcript;
    }

    private static Optional<Form> byContent(String text, String name) {
        boolean isJson = JsonForm.isIn(text) && (name.endsWith(".json") || text.contains("\":"));
        if (isJson || name.endsWith(".json")) {
            return Optional.of(new JsonForm());
        }
        if (text.startsWith("WEBVTT")) {
            return Optional.of(new VttForm());
        }
        if (CsvForm.isIn(text)) {
            return Optional.of(new CsvForm());
        }
        if (SrtForm.isIn(text)) {
            return Optional.of(new SrtForm());
        }
        if (LrcForm.isIn(text)) {
            return Optional.of(new LrcForm(false));
        }
        return LabelForm.isIn(text) ? Optional.of(new LabelForm()) : Optional.empty();
    }

    /** A file of subtitles may be empty; a text may be anything. */
    private static Optional<Form> byName(String name) {
        return Arrays.stream(TranscriptFormat.values())
                .filter(format -> name.endsWith("." + format.extension()))
                .max(Comparator.comparingInt(format -> format.extension().length()))
                .map(TranscriptFormat::form);
    }

    private static String text(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        int from = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
