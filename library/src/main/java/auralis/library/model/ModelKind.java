package auralis.library.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a model is for. */
public enum ModelKind {
    SEPARATION,
    TRANSCRIPTION;

    /** What files of ggml begin with: 0x67676d6c, little-endian. */
    private static final byte[] GGML = {'l', 'm', 'g', 'g'};

    /** What a file is for, by what it begins with: ggml transcribes, all else separates. */
    public static ModelKind of(Path model) throws IOException {
        if (!Files.isRegularFile(model)) {
            return SEPARATION;
        }
        try (InputStream in = Files.newInputStream(model)) {
            return Arrays.equals(in.readNBytes(GGML.length), GGML) ? TRANSCRIPTION : SEPARATION;
        }
    }

    /** The name of its folder, and the word for it in answers of commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
