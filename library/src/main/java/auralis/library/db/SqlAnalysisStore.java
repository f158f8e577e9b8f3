package auralis.library.db;

import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.fingerprint.Fingerprint;
import auralis.dsp.fingerprint.PackedFingerprint;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.json.Json;
import auralis.library.track.AnalysisStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Analyses in four tables: what is searched (loudness), what is compared (fingerprints), what is
 * drawn (waveforms), and the rest.
 */
final class SqlAnalysisStore implements AnalysisStore {
    private static final WaveformSummary NO_WAVEFORM =
            new WaveformSummary(0, 1, new float[0], new float[0], new float[0]);

    private final Database database;
    private final Sql reading;
    private final Sql writing;

    SqlAnalysisStore(Database database) {
        this.database = database;
        this.reading = new Sql(database.reading());
        this.writing = new Sql(database.writing());
    }

    @Override
    public Optional<TrackAnalysis> get(String content) throws IOException {
        Optional<TrackAnalysis> rest = packed("analysis", content, TrackAnalysis.class);
        Optional<WaveformSummary> waveform = rest.isEmpty() ? Optional.empty() : waveform(content);
        return waveform.map(shape -> with(shape, rest.get()));
    }

    @Override
    public Optional<WaveformSummary> waveform(String content) throws IOException {
        return packed("waveform", content, WaveformSummary.class);
    }

    private <T> Optional<T> packed(String table, String content, Class<T> type) throws IOException {
        Optional<byte[]> found =
                database.read(
                        () ->
                                reading.first(
                                        "SELECT packed FROM "
                                                + table
                                                + " WHERE content = ? AND version = ?",
                                        row -> row.getBytes(0),
                                        content,
                                        TrackAnalysis.VERSION));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.read(PackedText.unpack(found.get()), type));
    }

    @Override
    public void put(String content, TrackAnalysis analysis) throws IOException {
        byte[] rest = PackedText.pack(Json.write(with(NO_WAVEFORM, analysis)));
        byte[] waveform = PackedText.pack(Json.write(analysis.waveform()));
        database.write(
                () -> {
                    int version = TrackAnalysis.VERSION;
                    put("analysis", content, version, rest);
                    put("waveform", content, version, waveform);
                    put(
                            "fingerprint",
                            content,
                            Fingerprint.VERSION,
                            PackedFingerprint.toBytes(analysis.fingerprint()));
                    putLoudness(content, analysis);
                    return null;
                });
    }

    private void put(String table, String content, int version, byte[] value) throws SQLException {
        writing.run(
                "INSERT OR REPLACE INTO " + table + " VALUES (?, ?, ?)", content, version, value);
    }

    private void putLoudness(String content, TrackAnalysis analysis) throws SQLException {
        writing.run(
                "INSERT OR REPLACE INTO loudness VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                content,
                TrackAnalysis.VERSION,
                TrackRow.nullable(analysis.loudness().integratedLufs()),
                TrackRow.nullable(analysis.loudness().rangeLu()),
                TrackRow.nullable(analysis.loudness().maxMomentaryLufs()),
                TrackRow.nullable(analysis.loudness().maxShortTermLufs()),
                TrackRow.nullable(analysis.peaks().truePeakDbtp()),
                TrackRow.nullable(analysis.peaks().samplePeakDbfs()));
    }

    @Override
    public void fingerprints(FingerprintTaker taker) throws IOException {
        database.read(
                () -> {
                    reading.each(
                            "SELECT t.id, f.vector FROM track t"
                                    + " JOIN fingerprint f ON f.content = t.content"
                                    + " WHERE t.removed_at IS NULL AND f.version = ?",
                            row -> {
                                taker.take(row.getLong(0), row.getBytes(1));
                                return null;
                            },
                            done -> {},
                            Fingerprint.VERSION);
                    return null;
                });
    }

    private static TrackAnalysis with(WaveformSummary waveform, TrackAnalysis analysis) {
        return new TrackAnalysis(
                analysis.format(),
                analysis.frames(),
                analysis.loudness(),
                analysis.peaks(),
                analysis.fingerprint(),
                analysis.tone(),
                analysis.stereo(),
                analysis.dynamics(),
                waveform,
                analysis.damage());
    }
}
