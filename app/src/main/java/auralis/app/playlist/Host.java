package auralis.app.playlist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The window around the playlists. */
public interface Host {
    /** Lets the user choose a playlist file that is there. */
    Optional<Path> askPlaylistToImport();

    /**
     * Lets the user choose where a playlist goes.
     *
     * @param name of the file, as a suggestion
     */
    Optional<Path> askPlaylistFile(String name);

    void problem(String sentence);

    void done(String sentence);

    /**
     * @param details what the sentence has no room for, line by line
     */
    void done(String sentence, String title, List<String> details);

    /** Lets the user change a search that can be understood. */
    void askSearch(String title, String search, Consumer<String> answer);
}
