package auralis.library.export;

import auralis.library.export.TranscriptOrder.TextTarget;
import auralis.library.transcribe.TranscriptionSettings;
import auralis.library.transcript.LineRules;
import auralis.library.transcript.TranscriptFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file to be transcribed, into files or only to be kept for its view.
 *
 * @param formats that are wanted, each once; none: no files are written
 * @param lines how much text is shown at once, where the format shows it line by line
 * @param folder is made when it is missing
 * @param name of the files
 * @param root as in {@link ExportRequest}
 */
public record TranscriptRequest(
        Path source,
        TranscriptionSettings settings,
        Path folder,
        List<TranscriptFormat> formats,
        LineRules lines,
        NameTemplate name,
        OverwritePolicy ifExists,
        Optional<Path> root)
        implements Naming {
    public TranscriptRequest {
        formats = List.copyOf(formats);
        if (formats.stream().distinct().count() != formats.size()) {
            throw new IllegalArgumentException("formats " + formats);
        }
    }

    /** Only for the view of transcripts. */
    public static TranscriptRequest kept(Path source, TranscriptionSettings settings) {
        return new TranscriptRequest(
                source,
                settings,
                source.toAbsolutePath().getParent(),
                List.of(),
                LineRules.USUAL,
                NameTemplate.SOURCE_NAME,
                OverwritePolicy.SKIP,
                Optional.empty());
    }

    /** Whether no files are wanted. */
    public boolean isKept() {
        return formats.isEmpty();
    }

    /**
     * What the files are called unless that is taken, in the order of the formats. Where an
     * extension comes twice, the word for the format tells them apart.
     *
     * @param number in the batch, from 1
     */
    List<TextTarget> wanted(int number) {
        String base = name.expand(SourceFields.of(this, number));
        return formats.stream()
                .map(
                        format ->
                                new TextTarget(
                                        format, placeFolder().resolve(base + "." + ending(format))))
                .toList();
    }

    private String ending(TranscriptFormat format) {
        boolean first =
                formats.stream()
                        .filter(other -> other.extension().equals(format.extension()))
                        .findFirst()
                        .orElseThrow()
                        .equals(format);
        return first ? format.extension() : format.word() + "." + format.extension();
    }
}
