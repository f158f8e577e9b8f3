package auralis.library;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.json.Json;
import auralis.library.media.ContentSignature;
import auralis.library.track.AnalysisStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredAnalysesTest {
    private static final int RATE = 8000;

    @TempDir Path folder;
    private Path track;
    private Path fingerprints;

    @BeforeEach
    void writeTrack() throws IOException {
        track = folder.resolve("track.wav");
        fingerprints = folder.resolve("fingerprints");
        Files.write(track, wav(RATE));
    }

    @Test
    void aLostDatabaseDoesNotLoseTheAnalysis() throws Exception {
        TrackAnalysis analysis = analyses(new Memory()).of(track, Progress.NONE).analysis();
        assertThat(names()).containsExactly(ContentSignature.of(track) + ".25d");
        // Marked, so that it cannot be one that was measured again.
        TrackAnalysis marked = marked(analysis);
        files().put(ContentSignature.of(track), marked);
        Memory database = new Memory();
        assertThat(analyses(database).of(track, Progress.NONE).analysis()).isEqualTo(marked);
        // And the database has it again, which is asked first.
        files().put(ContentSignature.of(track), analysis);
        assertThat(analyses(database).of(track, Progress.NONE).analysis()).isEqualTo(marked);
    }

    @Test
    void theFileSaysWhatItIs() throws Exception {
        analyses(new Memory()).of(track, Progress.NONE).analysis();
        assertThat(Files.readString(file()))
                .startsWith(
                        "{\"version\":"
                                + TrackAnalysis.VERSION
                                + ",\"content\":\""
                                + ContentSignature.of(track)
                                + "\"")
                .contains("\"spectralCentroidHz\":")
                .contains("\"phaseCorrelation\":1.0");
    }

    @Test
    void whatIsDamagedOrOfAnotherContentOrVersionIsMeasuredAgainAndReplaced() throws Exception {
        TrackAnalysis analysis = analyses(new Memory()).of(track, Progress.NONE).analysis();
        String good = Files.readString(file());
        String version = "\"version\":" + TrackAnalysis.VERSION;
        List<String> others =
                List.of(
                        "",
                        "null",
                        good.substring(0, good.length() / 2),
                        good.replace("\"peaks\"", "\"peeks\""),
                        good.replace("\"mid\":", "\"mid\":7"),
                        good.replace("\"min\"", "\"mine\""),
                        good.replaceFirst(version, "\"version\":1"),
                        good.replace(ContentSignature.of(track), "1-00"));
        for (String other : others) {
            Files.writeString(file(), other);
            assertThat(analyses(new Memory()).of(track, Progress.NONE).analysis())
                    .isEqualTo(analysis);
            assertThat(file()).hasContent(good);
        }
        Files.write(file(), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThat(analyses(new Memory()).of(track, Progress.NONE).analysis()).isEqualTo(analysis);
        assertThat(names()).hasSize(1);
    }

    @Test
    void anotherContentIsAnotherAnalysis() throws Exception {
        Memory database = new Memory();
        TrackAnalysis first = analyses(database).of(track, Progress.NONE).analysis();
        Files.write(track, wav(2 * RATE));
        TrackAnalysis second = analyses(database).of(track, Progress.NONE).analysis();
        assertThat(second.frames()).isEqualTo(2 * first.frames());
        assertThat(names()).hasSize(2);
    }

    @Test
    void whereNoFileCanBeWrittenTheDatabaseIsEnough() throws Exception {
        Files.writeString(fingerprints, "a file where the folder should be");
        Memory database = new Memory();
        TrackAnalysis analysis = analyses(database).of(track, Progress.NONE).analysis();
        assertThat(analyses(database).of(track, Progress.NONE).analysis()).isEqualTo(analysis);
    }

    private StoredAnalyses analyses(AnalysisStore database) {
        return new StoredAnalyses(database, files());
    }

    private FingerprintFiles files() {
        return new FingerprintFiles(fingerprints, true);
    }

    private Path file() throws IOException {
        return fingerprints.resolve(ContentSignature.of(track) + ".25d");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(fingerprints)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static TrackAnalysis marked(TrackAnalysis analysis) throws IOException {
        String json = Json.write(analysis).replaceFirst("\"frames\":8000", "\"frames\":8001");
        TrackAnalysis marked = Json.read(json, TrackAnalysis.class);
        assertThat(marked).isNotEqualTo(analysis);
        return marked;
    }

    /** One channel of a 1 kHz tone in 16 bits. */
    private static byte[] wav(int frames) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * frames).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * frames);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * frames);
        for (int i = 0; i < frames; i++) {
            bytes.putShort((short) Math.round(8000 * Math.sin(2 * Math.PI * 1000 * i / RATE)));
        }
        return bytes.array();
    }

    private static final class Memory implements AnalysisStore {
        private final Map<String, TrackAnalysis> analyses = new HashMap<>();

        @Override
        public Optional<TrackAnalysis> get(String content) {
            return Optional.ofNullable(analyses.get(content));
        }

        @Override
        public void put(String content, TrackAnalysis analysis) {
            analyses.put(content, analysis);
        }

        @Override
        public Optional<WaveformSummary> waveform(String content) {
            return get(content).map(TrackAnalysis::waveform);
        }

        @Override
        public void fingerprints(FingerprintTaker taker) {
            throw new UnsupportedOperationException();
        }
    }
}
