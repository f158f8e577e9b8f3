package auralis.app.stems;

import auralis.app.action.Actions;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.play.Wave;
import auralis.app.text.Named;
import auralis.app.text.Texts;
import auralis.dsp.meter.WaveformSummary;
import auralis.dsp.separate.Stem;
import auralis.dsp.separate.StemMix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stems of a track side by side, as they are mixed. FX thread only. */
final class MixerView {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final MixedTrack track;
    private final MixEdits edits;
    private final Host host;
    private final VBox pane = new VBox();
    private final List<StripView> strips = new ArrayList<>();
    private final ScrollPane scroll = new ScrollPane();
    private final Button play = new Button();
    private final List<Runnable> marks = new ArrayList<>();
    private final Latest waves;
    private double shownAt; // in seconds of any clock
    private Subscription subscriptions = Subscription.EMPTY;

    /**
     * @param separators what else can take it apart, to be chosen; null where there is nothing
     */
    MixerView(
            MixedTrack track,
            MixEdits edits,
            Node separators,
            Runnable export,
            Actions actions,
            Host host,
            ExecutorService workers) {
        this.track = track;
        this.edits = edits;
        this.host = host;
        waves = new Latest(workers);
        VBox rows = new VBox();
        rows.getStyleClass().add("stem-strips");
        for (int i = 0; i < track.stems().size(); i++) {
            StripView strip = new StripView(track, i, edits, actions, this::seek);
            strips.add(strip);
            rows.getChildren().add(strip.node());
        }
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        scroll.setContent(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("stem-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        pane.setId("stems.mixer");
        pane.getChildren().addAll(head(separators, export), scroll);
    }

    Node node() {
        return pane;
    }

    MixedTrack track() {
        return track;
    }

    void focus() {
        pane.applyCss(); // only then a scroll pane has its content
        strips.get(0).node().requestFocus();
    }

    /** Begins to follow the player; until {@link #close}. */
    void open() {
        subscriptions =
                Subscription.combine(
                        track.shown().subscribe(this::mark),
                        host.playing().subscribe(this::showPlaying),
                        host.current().subscribe(this::movePlayhead),
                        host.position().subscribe(this::movePlayhead),
                        host.sounding().subscribe(this::showLevels));
        movePlayhead();
        draw(0);
    }

    void close() {
        subscriptions.unsubscribe();
        edits.settle();
        waves.cancel();
    }

    /** One after the other, so that something is seen at once. */
    private void draw(int index) {
        if (index == strips.size()) {
            return;
        }
        StripView strip = strips.get(index);
        FxTask<WaveformSummary> drawing =
                new FxTask<>(progress -> StemWaves.of(track.files(), strip.stem(), progress));
        waves.ask(
                drawing.onResult(
                                wave -> {
                                    strip.show(Wave.of(wave));
                                    draw(index + 1);
                                })
                        .onFailure(failure -> host.problem(failure.getMessage())));
    }

    // ---- head

    private Node head(Node separators, Runnable export) {
        Label title = new Label(track.row().track().title());
        title.setId("stems.title");
        title.getStyleClass().add("stem-title");
        title.setTooltip(new Tooltip(title.getText()));
        String artist = track.row().track().artist();
        String engine = Texts.engine(track.files().set().engine());
        Label more =
                new Label(artist.isEmpty() ? engine : Texts.text("stems.facts", artist, engine));
        more.setId("stems.facts");
        more.getStyleClass().add("quiet");
        more.setTooltip(new Tooltip(more.getText()));
        VBox words = new VBox(title, more);
        words.setMinWidth(0);
        words.getStyleClass().add("stem-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setOnAction(event -> togglePlaying());
        HBox top = new HBox(words);
        if (separators != null) {
            top.getChildren().add(separators);
        }
        top.getChildren().addAll(play, exportButton(export));
        top.getStyleClass().add("stem-top");
        FlowPane deeds = new FlowPane();
        deeds.getStyleClass().add("stem-deeds");
        if (track.stems().contains(Stem.VOCALS)) {
            deeds.getChildren()
                    .addAll(
                            mix("stems.all", Mixes::all),
                            mix(
                                    "stems.instrumental",
                                    now -> Mixes.instrumental(track.stems(), now)),
                            mix("stems.acappella", now -> Mixes.aCappella(track.stems(), now)));
        }
        deeds.getChildren().add(resetButton());
        VBox head = new VBox(top, deeds);
        head.getStyleClass().add("stem-head");
        return head;
    }

    private Button mix(String key, UnaryOperator<StemMix> mix) {
        Button button = Named.labelled(new Button(), key);
        button.getStyleClass().add("flat");
        button.setOnAction(
                event -> edits.change(track, Texts.text(key), mix.apply(track.shown().get())));
        marks.add(
                () -> {
                    StemMix now = track.shown().get();
                    button.pseudoClassStateChanged(CHOSEN, mix.apply(now).equals(now));
                });
        return button;
    }

    private Button resetButton() {
        Button reset = Named.labelled(new Button(), "stems.reset");
        reset.setGraphic(new FontIcon("mdi2r-restore"));
        reset.getStyleClass().add("flat");
        reset.setOnAction(
                event ->
                        edits.change(
                                track,
                                Texts.text("stems.reset"),
                                StemMix.neutral(track.stems().size())));
        marks.add(
                () ->
                        reset.setDisable(
                                track.shown().get().equals(StemMix.neutral(track.stems().size()))));
        return reset;
    }

    private Node exportButton(Runnable export) {
        MenuButton button = Named.labelled(new MenuButton(), "stems.export");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems()
                .addAll(
                        item("stems.files", "mdi2c-call-split", export),
                        item("stems.mix.master", "mdi2a-auto-fix", () -> write(true)),
                        item("stems.mix.write", "mdi2e-export-variant", () -> write(false)));
        return button;
    }

    private static MenuItem item(String key, String icon, Runnable deed) {
        MenuItem item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setId(key);
        item.setOnAction(event -> deed.run());
        return item;
    }

    private void write(boolean mastered) {
        host.write(track.row().track().file(), track.selection(), mastered);
    }

    private void mark(StemMix mix) {
        marks.forEach(Runnable::run);
    }

    // ---- the player

    private boolean isPlaying() {
        return host.playing().get() == track;
    }

    private void togglePlaying() {
        if (isPlaying()) {
            host.playTrack();
        } else {
            host.play(track.row(), track);
        }
    }

    private void showPlaying(Object feed) {
        boolean on = isPlaying();
        Named.labelled(play, on ? "stems.stop" : "stems.play");
        play.setId("stems.play");
        play.setGraphic(new FontIcon(on ? "mdi2s-stop" : "mdi2h-headphones"));
        play.getStyleClass().remove("accent");
        if (!on) {
            play.getStyleClass().add("accent");
        }
    }

    private void seek(double seconds) {
        if (!isPlaying()) {
            host.play(track.row(), track);
        }
        host.seek(seconds);
    }

    private void movePlayhead() {
        boolean open =
                host.current().get() != null
                        && host.current().get().track().id() == track.row().track().id();
        double at = open ? host.position().get() : -1;
        strips.forEach(strip -> strip.position().set(at));
        showLevels();
    }

    private void showLevels() {
        boolean heard = isPlaying() && host.sounding().getValue();
        double now = System.nanoTime() / 1e9;
        double at = heard ? host.position().get() : -1;
        strips.forEach(strip -> strip.showLevel(at, now - shownAt));
        shownAt = now;
    }

    // ---- keys

    /** Up and down from strip to strip, wherever in a strip one is. */
    private void step(KeyEvent event) {
        int way = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (way == 0 || event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        event.consume();
        int next = focused() + way;
        if (next >= 0 && next < strips.size()) {
            strips.get(next).node().requestFocus();
            reveal(strips.get(next).node());
        }
    }

    private void reveal(Node strip) {
        double hidden =
                scroll.getContent().getLayoutBounds().getHeight()
                        - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double top = strip.getBoundsInParent().getMinY();
            double bottom = strip.getBoundsInParent().getMaxY();
            double above = scroll.getVvalue() * hidden;
            double below = above + scroll.getViewportBounds().getHeight();
            double wanted = top < above ? top : bottom > below ? above + bottom - below : above;
            scroll.setVvalue(wanted / hidden);
        }
    }

    private int focused() {
        for (Node node = pane.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            for (int i = 0; i < strips.size(); i++) {
                if (strips.get(i).node() == node) {
                    return i;
                }
            }
        }
        return 0;
    }
}
