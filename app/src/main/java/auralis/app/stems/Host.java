package auralis.app.stems;

import auralis.app.action.History.Edit;
import auralis.app.catalogue.Row;
import auralis.app.play.StemFeed;
import auralis.app.sheet.Sheet;
import auralis.library.export.StemSelection;
import auralis.library.job.JobQueue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What the window does for the stems. FX thread only. */
public interface Host {
    /** The track that is open, or null. */
    ReadOnlyObjectProperty<Row> current();

    /** The stems that are open in place of that track, or null. */
    ReadOnlyObjectProperty<StemFeed> playing();

    /** Whether anything is played. */
    ObservableValue<Boolean> sounding();

    /** In seconds, of what is open. */
    ReadOnlyDoubleProperty position();

    /** Plays stems in place of their track, from where it is. */
    void play(Row row, StemFeed stems);

    /** Goes on with the track itself. */
    void playTrack();

    /** These are mixed otherwise from now on. */
    void mixed(StemFeed stems);

    void seek(double seconds);

    /** Does something that can be taken back. */
    void perform(Edit edit);

    /** Tells in a sentence what went wrong. */
    void problem(String sentence);

    /** Lays a page over the window. */
    void show(Sheet sheet, Node first);

    /** Asks how and where, then writes a mix. */
    void write(Path file, StemSelection mix, boolean mastered);

    /** Asks for a folder, beginning where the last files went. */
    Optional<Path> askFolder();

    /** How the last stems were written. */
    StemChoice stemChoice();

    /** Writes the next ones so. */
    void keep(StemChoice choice);

    /** The model that the user chose last, or the built-in separator; it may be gone. */
    String preferred();

    /** Proposes it from now on. */
    void prefer(SeparatorChoice separator);

    /** How tracks were mixed the last time. */
    KeptMixes mixes();

    /** Remembers it. */
    void keep(KeptMixes mixes);

    /** Where the last files went. */
    Optional<Path> folder();

    /** What other work is going to write; from any thread. */
    Collection<Path> taken();

    /** Has stems written into files of a folder. */
    void separate(Path folder, List<JobQueue.Order> orders);
}
