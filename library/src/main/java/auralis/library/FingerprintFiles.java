package auralis.library;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.library.json.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of each analysis in a file of its own, {@code CONTENT.25d}, so that a lost database does
 * not lose what took long to measure. The file is JSON and holds the whole analysis, the 25
 * dimensions in it, with its version and the signature of the content at its head; it is valid for
 * these two and for nothing else.
 *
 * <p>It is a copy: whatever is wrong with it costs a new measurement and a line in the log, never
 * the analysis.
 */
final class FingerprintFiles {
    private static final Logger LOG = System.getLogger(FingerprintFiles.class.getName());

    private record Content(int version, String content, TrackAnalysis analysis) {
        boolean isOf(String signature) {
            return version == TrackAnalysis.VERSION && signature.equals(content);
        }

        /** A part that the text lacks is read as null. */
        boolean isWhole() {
            return analysis != null
                    && Stream.of(
                                    analysis.format(),
                                    analysis.loudness(),
                                    analysis.peaks(),
                                    analysis.fingerprint(),
                                    analysis.tone(),
                                    analysis.waveform(),
                                    analysis.damage())
                            .allMatch(Objects::nonNull);
        }
    }

    private final Path folder;
    private final boolean writes;

    /**
     * @param folder is made when the first file is written
     * @param writes whether new ones are kept
     */
    FingerprintFiles(Path folder, boolean writes) {
        this.folder = folder;
        this.writes = writes;
    }

    Optional<TrackAnalysis> get(String signature) {
        Path file = file(signature);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Content read = Json.read(Files.readString(file), Content.class);
            if (read == null || read.isOf(signature) && !read.isWhole()) {
                throw new IOException("parts are missing");
            }
            return read.isOf(signature) ? Optional.of(read.analysis()) : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " is damaged and will be replaced: " + e.getMessage());
            return Optional.empty();
        }
    }

    void put(String signature, TrackAnalysis analysis) {
        if (!writes) {
            return;
        }
        Content content = new Content(TrackAnalysis.VERSION, signature, analysis);
        try {
            Files.createDirectories(folder);
            replace(file(signature), Json.write(content).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, file(signature) + " cannot be written: " + e);
        }
    }

    /** Written aside under a name that no other writer has, then renamed. */
    private void replace(Path file, byte[] bytes) throws IOException {
        Path aside = Files.createTempFile(folder, "." + file.getFileName() + ".", ".part");
        try {
            Files.write(aside, bytes);
            try {
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Path file(String signature) {
        return folder.resolve(signature + ".25d");
    }
}
