package auralis.app.transcript;

import auralis.app.catalogue.Row;
import auralis.app.sheet.Sheet;
import auralis.dsp.Progress;
import auralis.dsp.meter.WaveformSummary;
import auralis.library.transcribe.TranscriptionSettings;
import auralis.library.transcribe.TranscriptionSettings.Engine;
import auralis.library.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A window, a player, a queue and a library that note what they are told. */
final class FakeHost implements Host, Archive {
    final SimpleObjectProperty<Row> current = new SimpleObjectProperty<>();
    final SimpleDoubleProperty position = new SimpleDoubleProperty();
    final SimpleBooleanProperty playing = new SimpleBooleanProperty();
    final SimpleObjectProperty<Task> task = new SimpleObjectProperty<>(Task.NONE);
    final List<String> told = new ArrayList<>();
    final List<TranscriptionSettings> ordered = new ArrayList<>();
    final Map<Path, Transcript> kept = new ConcurrentHashMap<>();
    final StackPane root = new StackPane();
    volatile Transcript partial; // null while nothing is made
    volatile String lyrics = "";

    @Override
    public ReadOnlyObjectProperty<Row> current() {
        return current;
    }

    @Override
    public ReadOnlyDoubleProperty position() {
        return position;
    }

    @Override
    public ObservableValue<Boolean> playing() {
        return playing;
    }

    @Override
    public void play(Row row, double seconds) {
        current.set(row);
        position.set(seconds);
    }

    @Override
    public void problem(String sentence) {
        told.add(sentence);
    }

    @Override
    public void done(String sentence) {
        told.add(sentence);
    }

    @Override
    public void written(String sentence, Path folder) {
        told.add(sentence);
    }

    @Override
    public void show(Sheet sheet, Node first) {
        sheet.show(root, first);
    }

    @Override
    public Optional<Path> askTranscript() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> askText() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> askFolder() {
        return Optional.empty();
    }

    @Override
    public List<EngineChoice> engines() {
        return List.of(
                new EngineChoice(
                        "Classic", "No words", TranscriptionSettings.with(Engine.CLASSIC, "")));
    }

    @Override
    public Task task(Path file) {
        return task.get();
    }

    @Override
    public Observable tasks() {
        return task;
    }

    @Override
    public void transcribe(List<Path> files, TranscriptionSettings settings) {
        ordered.add(settings);
    }

    @Override
    public void transcribeGaps(Row row) {
        told.add("gaps");
    }

    @Override
    public void cancel(long id) {
        task.set(Task.NONE);
    }

    @Override
    public void retry(long id) {
        told.add("retry");
    }

    @Override
    public void writeLyrics(Row row, String words) {
        lyrics = words;
    }

    @Override
    public Optional<Transcript> find(Path file) {
        return Optional.ofNullable(kept.get(file));
    }

    @Override
    public Optional<Transcript> partial(Path file) {
        return Optional.ofNullable(partial);
    }

    @Override
    public void keep(Path file, Transcript transcript) {
        kept.put(file, transcript);
    }

    @Override
    public String lyrics(Path file) {
        return lyrics;
    }

    @Override
    public Transcript timed(String words) throws IOException {
        throw new IOException(words);
    }

    @Override
    public WaveformSummary waveform(Path file, Progress progress) throws IOException {
        throw new IOException("no sound");
    }
}
