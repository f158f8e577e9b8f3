package auralis.library.track;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What only the user can know, all at once. */
public interface EnteredStore {
    /** Of every track, removed ones too. */
    List<Entered> all() throws IOException;

    /**
     * Adds to what is known of tracks: the more plays and the later ones count, other values
     * replace older ones, absent ones change nothing.
     */
    void add(Collection<Entered> entered) throws IOException;

    /** All settings by key, as JSON. */
    Map<String, String> settings() throws IOException;

    void addSettings(Map<String, String> settings) throws IOException;
}
