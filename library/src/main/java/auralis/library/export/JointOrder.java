package auralis.library.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A request with the files that were planned for its results, which belong together.
 *
 * @param <F> what is told of a file
 */
sealed interface JointOrder<F extends JointOrder.Target<F>> permits StemOrder, TranscriptOrder {
    /** What one of the files is to hold, and its place. */
    interface Target<F> {
        Path file();

        /** The same in another place. */
        F at(Path file);
    }

    Path source();

    /** Empty when none is wanted, or nobody planned them. */
    List<F> targets();

    /** What they would be called if nobody planned them; empty when none is wanted. */
    List<F> wanted() throws IOException;

    OverwritePolicy ifExists();

    /** The source when the order was given; empty when nobody looked. */
    Optional<SourceStamp> seen();

    /** Just the files. */
    default List<Path> files() {
        return targets().stream().map(Target::file).toList();
    }

    /** What is to be said where the source is another file by now. */
    default Optional<String> changeWarning() {
        return SourceStamp.changeWarning(seen(), source());
    }
}
