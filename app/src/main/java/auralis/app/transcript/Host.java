package auralis.app.transcript;

import auralis.app.catalogue.Row;
import auralis.app.sheet.Sheet;
import auralis.library.transcribe.TranscriptionSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What the window does for transcripts. FX thread only. */
public interface Host {
    /** The track that is open, or null. */
    ReadOnlyObjectProperty<Row> current();

    /** In seconds, of what is open. */
    ReadOnlyDoubleProperty position();

    ObservableValue<Boolean> playing();

    /** Plays a track from there; one that is open goes on there as it does. */
    void play(Row row, double seconds);

    /** Tells in a sentence what went wrong. */
    void problem(String sentence);

    /** Tells in a sentence what was done. */
    void done(String sentence);

    /** Tells in a sentence what was written into a folder. */
    void written(String sentence, Path folder);

    /** Lays a page over the window. */
    void show(Sheet sheet, Node first);

    /** Asks for a transcript in a file. */
    Optional<Path> askTranscript();

    /** Asks for a text in a file. */
    Optional<Path> askText();

    /** Asks for a folder, beginning where the last files went. */
    Optional<Path> askFolder();

    /** Who can listen; at least one. The first needs nothing. */
    List<EngineChoice> engines();

    /** The newest work about a file. */
    Task task(Path file);

    /** Tells that work may have come on. */
    Observable tasks();

    /** Queues the work. */
    void transcribe(List<Path> files, TranscriptionSettings settings);

    /** Queues what could not be recognised once more, the way it was tried. */
    void transcribeGaps(Row row);

    void cancel(long task);

    void retry(long task);

    /** Puts lyrics into the tags of a file; can be taken back. */
    void writeLyrics(Row row, String lyrics);
}
