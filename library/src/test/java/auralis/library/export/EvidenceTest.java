package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Progress;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.json.Json;
import auralis.library.media.FileHash;
import auralis.library.preset.Presets;
import auralis.library.tag.TaggedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a master says of itself, and what a result tells a report. */
class EvidenceTest {
    @TempDir Path folder;
    private Library library;
    private Path source;

    @BeforeEach
    void open() throws IOException {
        library = new Library(Database.open(folder.resolve("auralis.db")), folder);
        source = Music.write(folder.resolve("song.wav"), 4);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WAV", "FLAC", "MP3"})
    void aMasterTellsItsOwnLoudnessAndAReportItsPictures(OutputFormat.Container container)
            throws Exception {
        ExportResult result = master(container, "first");
        Path file = result.output().orElseThrow();
        double lufs = result.after().orElseThrow().integratedLufs().orElseThrow();
        try (TaggedFile tagged = TaggedFile.open(file).orElseThrow()) {
            SortedMap<String, List<String>> said = tagged.fields();
            assertThat(said)
                    .containsEntry(
                            "REPLAYGAIN_TRACK_GAIN",
                            List.of(String.format(Locale.ROOT, "%.2f dB", -18 - lufs)));
            assertThat(said.get("MASTERED_WITH").get(0)).startsWith("Auralis").contains("preset");
        }
        ResultPicture picture = result.picture().orElseThrow();
        assertThat(picture.sourceSha256()).isEqualTo(FileHash.sha256(source, Progress.NONE));
        assertThat(picture.outputSha256()).isEqualTo(FileHash.sha256(file, Progress.NONE));
        assertThat(picture.before().thirdOctaveDb()).hasSize(30);
        assertThat(picture.after().thirdOctaveDb()).hasSize(30);
        assertThat(picture.before().loudness().lufs()).isNotEmpty();
        assertThat(picture.after().loudness().lufs())
                .hasSameSizeAs(picture.before().loudness().lufs());
        assertThat(result.stands()).isTrue();
        assertThat(Json.read(Json.write(result), ExportResult.class)).isEqualTo(result);
        Path again = master(container, "again").output().orElseThrow();
        assertThat(again).hasSameBinaryContentAs(file);
    }

    private ExportResult master(OutputFormat.Container container, String out) throws Exception {
        ExportRequest request =
                new ExportRequest(
                        source,
                        folder.resolve(out),
                        Presets.factory().get(0),
                        new OutputFormat(container, OptionalInt.of(24), OptionalInt.empty()),
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.FAIL);
        return new Exporter(library, List.of(source)).export(request, Progress.NONE);
    }
}
