package auralis.app.catalogue;

import auralis.library.track.Presence;
import auralis.library.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.util.Subscription;

/**
 * One line of the list. A change of its track changes its properties, never its place in a list;
 * the properties are made when somebody looks, because there are 100 000 rows and a screen of them
 * is seen. Written on the FX thread; workers read {@link #track} only.
 */
public final class Row {
    /** What the first column shows. */
    public enum Mark {
        WAITING("mark.waiting"),
        ANALYSED("mark.analysed"),
        FAILED("mark.failed"),
        MISSING("mark.missing"),
        OFFLINE("mark.offline"),
        PLAYING("mark.playing");

        private final String key;
        private final PseudoClass pseudoClass;

        Mark(String key) {
            this.key = key;
            this.pseudoClass = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }

        public String key() {
            return key;
        }

        public PseudoClass pseudoClass() {
            return pseudoClass;
        }
    }

    private volatile Track track; // shared: immutable values
    private List<Row> again = List.of(); // guarded by this: where the track stands once more
    private boolean playing;
    private boolean removed;
    private ReadOnlyObjectWrapper<Mark> mark; // null until somebody looks
    private ReadOnlyObjectWrapper<Track> shown; // the same

    Row(Track track) {
        this.track = track;
    }

    /**
     * The row for a track that is in a list more than once; from any thread.
     *
     * @param times how often it stands there before
     */
    Row again(int times) {
        return times == 0 ? this : further(times);
    }

    private synchronized Row further(int times) {
        List<Row> all = new ArrayList<>(again);
        while (all.size() < times) {
            all.add(new Row(track));
        }
        again = all;
        return all.get(times - 1);
    }

    private synchronized List<Row> pass(Track now) {
        track = now;
        return again;
    }

    public Track track() {
        return track;
    }

    /** Has the listener called after the track changed, on the FX thread. */
    public Subscription onChange(Runnable listener) {
        return trackProperty().subscribe(listener);
    }

    public ReadOnlyObjectProperty<Track> trackProperty() {
        if (shown == null) {
            shown = new ReadOnlyObjectWrapper<>(track);
        }
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Mark> markProperty() {
        if (mark == null) {
            mark = new ReadOnlyObjectWrapper<>(currentMark());
        }
        return mark.getReadOnlyProperty();
    }

    void show(Track now) {
        pass(now).forEach(row -> row.show(now));
        if (shown != null) {
            shown.set(now);
        }
        remark();
    }

    /** Whether the track is out of the library; the same row shows it when it comes back. */
    public boolean isRemoved() {
        return removed;
    }

    void setRemoved(boolean now) {
        removed = now;
        pass(track).forEach(row -> row.setRemoved(now));
    }

    public void setPlaying(boolean now) {
        playing = now;
        remark();
    }

    private void remark() {
        if (mark != null) {
            mark.set(currentMark());
        }
    }

    private Mark currentMark() {
        if (playing) {
            return Mark.PLAYING;
        }
        if (track.presence() != Presence.PRESENT) {
            return track.presence() == Presence.MISSING ? Mark.MISSING : Mark.OFFLINE;
        }
        return switch (track.state()) {
            case NEW -> Mark.WAITING;
            case ANALYZED -> Mark.ANALYSED;
            case FAILED -> Mark.FAILED;
        };
    }
}
