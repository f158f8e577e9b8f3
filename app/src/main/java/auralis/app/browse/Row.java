package auralis.app.browse;

import auralis.library.track.Track;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.util.Subscription;

/**
 * One line of the list. A change of its track changes its properties, never its place in a list.
 * Written on the FX thread; workers read {@link #facts} only.
 */
public final class Row {
    /** What the first column shows. */
    enum Mark {
        WAITING("mark.waiting"),
        ANALYSED("mark.analysed"),
        FAILED("mark.failed"),
        PLAYING("mark.playing");

        private final String key;
        private final PseudoClass pseudoClass;

        Mark(String key) {
            this.key = key;
            this.pseudoClass = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }

        String key() {
            return key;
        }

        PseudoClass pseudoClass() {
            return pseudoClass;
        }
    }

    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(Mark.WAITING);
    private final ReadOnlyObjectWrapper<Facts> shown = new ReadOnlyObjectWrapper<>();
    private volatile Facts facts; // shared: immutable values
    private boolean playing;

    Row(Facts facts) {
        show(facts);
    }

    public Track track() {
        return facts.track();
    }

    /** Has the listener called after the track changed, on the FX thread. */
    public Subscription onChange(Runnable listener) {
        return shown.subscribe(listener);
    }

    Facts facts() {
        return facts;
    }

    ReadOnlyObjectProperty<Facts> factsProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Mark> markProperty() {
        return mark.getReadOnlyProperty();
    }

    void show(Facts newFacts) {
        facts = newFacts;
        shown.set(newFacts);
        remark();
    }

    void setPlaying(boolean now) {
        playing = now;
        remark();
    }

    private void remark() {
        mark.set(currentMark());
    }

    private Mark currentMark() {
        if (playing) {
            return Mark.PLAYING;
        }
        return switch (facts.track().state()) {
            case NEW -> Mark.WAITING;
            case ANALYZED -> Mark.ANALYSED;
            case FAILED -> Mark.FAILED;
        };
    }
}
