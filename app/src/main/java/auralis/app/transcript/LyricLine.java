package auralis.app.transcript;

import auralis.app.catalogue.Row;
import auralis.app.fx.Latest;
import auralis.app.text.Texts;
import auralis.library.transcript.Segment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/**
 * The line of the track that is heard, over the player: what is said now or was said last, and what
 * comes next. It is there only while that track has a transcript with text. FX thread only.
 */
public final class LyricLine {
    private static final PseudoClass SUNG = PseudoClass.getPseudoClass("sung");

    private final Scripts scripts;
    private final Host host;
    private final Latest question;
    private final Label line = new Label();
    private final Label next = new Label();
    private final HBox bar = new HBox(line, next);
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private Script script; // null while there is none
    private int said = -2; // the segment that is shown
    private Subscription changes = Subscription.EMPTY;
    private final Subscription position;

    LyricLine(Scripts scripts, Host host, ExecutorService workers) {
        this.scripts = scripts;
        this.host = host;
        question = new Latest(workers);
        line.setId("play.lyric");
        line.getStyleClass().add("lyric");
        next.getStyleClass().addAll("lyric-next");
        for (Label label : List.of(line, next)) {
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
            label.setMinWidth(0);
        }
        bar.getStyleClass().add("lyric-bar");
        bar.setAccessibleText(Texts.text("play.lyric"));
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setVisible(false);
        host.current().subscribe(this::ask);
        wanted.subscribe(this::showAgain);
        position = host.position().subscribe(this::show);
        host.tasks().addListener((Observable tasks) -> askWhereThereIsNone());
    }

    public Node node() {
        return bar;
    }

    /** Whether the user wants to see it. */
    public BooleanProperty wanted() {
        return wanted;
    }

    void close() {
        question.cancel();
        changes.unsubscribe();
        position.unsubscribe();
    }

    private void askWhereThereIsNone() {
        Row row = host.current().get();
        boolean made =
                row != null
                        && script == null
                        && host.task(row.track().file()).state() == Task.State.DONE;
        if (made) {
            ask();
        }
    }

    /** A transcript was brought, maybe of the track that is heard. */
    void lookAgain() {
        if (script == null) {
            ask();
        }
    }

    private void ask() {
        Row row = host.current().get();
        set(Optional.empty());
        if (row != null) {
            scripts.ask(row.track().file(), question, this::set);
        } else {
            question.cancel();
        }
    }

    private void set(Optional<Script> found) {
        changes.unsubscribe();
        script = found.orElse(null);
        changes =
                found.map(one -> one.transcript().subscribe(this::showAgain))
                        .orElse(Subscription.EMPTY);
        showAgain();
    }

    private void showAgain() {
        said = -2;
        show();
    }

    private void show() {
        boolean text = script != null && wanted.get() && hasText();
        if (!text) {
            bar.setVisible(false);
            return;
        }
        Spot spot = Spot.of(script.now(), host.position().get());
        line.pseudoClassStateChanged(SUNG, spot.speaks());
        if (spot.segment() != said) {
            said = spot.segment();
            line.setText(text(said));
            next.setText(text(said + 1));
        }
        bar.setVisible(!(line.getText() + next.getText()).isEmpty());
    }

    private String text(int segment) {
        List<Segment> all = script.now().segments();
        return segment >= 0 && segment < all.size() ? all.get(segment).text() : "";
    }

    private boolean hasText() {
        return script.now().segments().stream().anyMatch(segment -> !segment.text().isEmpty());
    }
}
