package auralis.app.catalogue;

import auralis.app.SomeTrack;
import auralis.library.track.Presence;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rows for tests, and what the library may do to them. */
public final class SomeRow {
    private SomeRow() {}

    /** Of one minute. */
    public static Row of(long id, String title) {
        return new Row(
                SomeTrack.of(
                        id,
                        Path.of("/music/" + title + ".flac"),
                        title,
                        "",
                        "",
                        Track.State.ANALYZED,
                        OptionalDouble.of(60),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty()));
    }

    /** With their numbers, from 0, as titles. */
    public static List<Row> many(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(of(i, String.valueOf(i)));
        }
        return rows;
    }

    public static void setPresence(Row row, Presence presence) {
        Track t = row.track();
        row.show(
                new Track(
                        t.id(),
                        t.file(),
                        t.tags(),
                        t.stream(),
                        t.state(),
                        presence,
                        t.measured(),
                        t.listened(),
                        t.versions(),
                        t.added(),
                        t.problem()));
    }

    public static void setRemoved(Row row, boolean removed) {
        row.setRemoved(removed);
    }
}
