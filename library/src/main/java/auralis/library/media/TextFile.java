package auralis.library.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of text that is complete and on the disk, and has no name yet. What a crash leaves of it
 * {@link Media#discardParts} removes.
 */
public final class TextFile implements Closeable {
    private final Path target;
    private final AtomicFile file;

    private TextFile(Path target, AtomicFile file) {
        this.target = target;
        this.file = file;
    }

    /**
     * Writes it, in UTF-8; its folders are made.
     *
     * @throws MediaException when it cannot be written there
     */
    public static TextFile write(Path target, String text) throws IOException {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            AtomicFile file = AtomicFile.create(target);
            try {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.channel().write(bytes);
                }
                file.seal();
                return new TextFile(target, file);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw Media.explainWriting(target, e);
        }
    }

    public Path target() {
        return target;
    }

    /** Names its content. */
    public String content() throws IOException {
        return ContentSignature.of(file.part());
    }

    /** Gives it its name. */
    public void commit() throws IOException {
        try {
            file.commit();
        } catch (IOException e) {
            throw Media.explainWriting(target, e);
        }
    }

    /** Removes it unless it has its name. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
