package auralis.app.transcript;

import auralis.app.action.Actions;
import auralis.app.catalogue.Row;
import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.app.play.Wave;
import auralis.app.text.Named;
import auralis.app.text.Numbers;
import auralis.app.text.Texts;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The transcript of a track: over it what there is to know of it and its waveform, beside it the
 * picture of a video, below it what can be done with the selected line. FX thread only.
 */
final class ScriptView implements ScriptList.Deeds {
    private final Script script;
    private final Row row;
    private final Host host;
    private final ScriptDeeds deeds;
    private final ScriptList list;
    private final LineEdits edits;
    private final EditBar editBar;
    private final FindBar find;
    private final ScriptWave wave;
    private final VideoPane video;
    private final Latest waves;
    private final BooleanProperty editable = new SimpleBooleanProperty(true);
    private final VBox pane = new VBox();
    private final Label facts = new Label();
    private final HBox work = new HBox();
    private final Label workWords = new Label();
    private final ProgressBar progress = Named.named(new ProgressBar(), "transcript.progress");
    private final Button cancel = Named.labelled(new Button(), "transcript.cancel");
    private final Button retry = Named.labelled(new Button(), "transcript.retry");
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Task task = Task.NONE;

    /** What is done with a transcript as a whole. */
    interface ScriptDeeds {
        void undo();

        void redo();

        void export();

        void bring();

        void writeToTags();

        /** Has it made anew. */
        void anew();
    }

    ScriptView(
            Script script,
            Row row,
            Archive archive,
            Actions actions,
            Host host,
            ScriptDeeds deeds,
            ExecutorService workers) {
        this.script = script;
        this.row = row;
        this.host = host;
        this.deeds = deeds;
        waves = new Latest(workers);
        double seconds = row.track().seconds().orElse(script.now().seconds());
        wave = new ScriptWave(seconds, at -> host.play(row, at));
        edits = new LineEdits(script, this::list, this::playhead, editable::get);
        list = new ScriptList(script, placeholder(), actions, this);
        editBar = new EditBar(edits);
        find = new FindBar(script, list, host::problem, workers);
        video = new VideoPane(row.track().file());
        compose();
        subscriptions.add(script.transcript().subscribe(this::show));
        subscriptions.add(list.selected().subscribe(this::showLine));
        subscriptions.add(editable.subscribe(this::showLine));
        subscriptions.add(host.position().subscribe(this::hear));
        subscriptions.add(host.playing().subscribe(this::hear));
        subscriptions.add(host.current().subscribe(this::hear));
        waves.ask(
                new FxTask<>(steps -> archive.waveform(row.track().file(), steps))
                        .onResult(shape -> wave.show(Wave.of(shape)))
                        .onFailure(failure -> wave.show((Wave) null)));
    }

    Node node() {
        return pane;
    }

    Script script() {
        return script;
    }

    ScriptList list() {
        return list;
    }

    void focus() {
        list.focus();
    }

    void find() {
        find.open();
    }

    void close() {
        list.close();
        waves.cancel();
        video.close();
        subscriptions.forEach(Subscription::unsubscribe);
    }

    /** What the queue does about it: while it works, the text is its own. */
    void show(Task now) {
        task = now;
        boolean failed = now.state() == Task.State.FAILED;
        editable.set(!now.goesOn());
        work.setVisible(now.goesOn() || failed);
        progress.setVisible(now.goesOn());
        progress.setProgress(now.fraction());
        cancel.setVisible(now.goesOn());
        retry.setVisible(failed);
        workWords.setText(now.words());
        workWords.getStyleClass().remove("stem-failed");
        if (failed) {
            workWords.getStyleClass().add("stem-failed");
        }
    }

    private double playhead() {
        return isOpen() ? host.position().get() : -1;
    }

    private boolean isOpen() {
        Row current = host.current().get();
        return current != null && current.track().id() == row.track().id();
    }

    // ---- what is heard

    private void hear() {
        boolean open = isOpen();
        double seconds = host.position().get();
        wave.position().set(open ? seconds : -1);
        Spot spot = open ? Spot.of(script.now(), seconds) : Spot.NONE;
        if (!spot.equals(list.spot().get())) {
            list.hear(spot);
        }
        String spoken = spot.speaks() ? script.now().segments().get(spot.segment()).text() : "";
        video.follow(open ? seconds : 0, open && host.playing().getValue(), spoken);
    }

    // ---- ScriptList.Deeds

    @Override
    public void play(int segment, int token) {
        Segment one = script.now().segments().get(segment);
        List<Token> tokens = Token.of(one);
        double start =
                token < 0 || token >= tokens.size()
                        ? one.start()
                        : tokens.get(token).word().map(word -> word.start()).orElse(one.start());
        host.play(row, start);
    }

    @Override
    public void retype(int segment, String text) {
        edits.retype(segment, text);
    }

    @Override
    public void rename(int segment, String speaker) {
        edits.rename(segment, speaker);
    }

    @Override
    public void split(int segment, String before, String after) {
        edits.split(segment, before, after);
    }

    @Override
    public void tryAgain() {
        host.transcribeGaps(row);
    }

    @Override
    public boolean isEditable() {
        return editable.get();
    }

    @Override
    public void key(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        boolean gap = list.selected().get() instanceof Line.Gap;
        switch (event.getCode()) {
            case P -> {
                if (plain && list.selectedSegment() >= 0) {
                    play(list.selectedSegment(), list.caret().get());
                    event.consume();
                }
            }
            case ENTER -> {
                if (plain && gap && editable.get()) {
                    tryAgain();
                    event.consume();
                } else {
                    edits.key(event);
                }
            }
            default -> edits.key(event);
        }
    }

    // ---- look

    private void show(Transcript now) {
        wave.show(now);
        facts.setText(facts(now));
        showLine();
        hear();
    }

    private static String facts(Transcript now) {
        List<String> parts = new ArrayList<>();
        String engine = Texts.engine(now.engine());
        parts.add(now.model().map(model -> engine + ", " + model).orElse(engine));
        now.language().ifPresent(code -> parts.add(Languages.name(code)));
        parts.add(Texts.text("transcript.lines", now.segments().size()));
        if (!now.gaps().isEmpty()) {
            parts.add(Texts.text("transcript.gaps", now.gaps().size()));
            parts.add(Texts.text("transcript.success", Numbers.percent(now.successRate())));
        }
        return String.join(" · ", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private void showLine() {
        int segment = list.selectedSegment();
        List<Segment> all = script.now().segments();
        boolean some = segment >= 0 && segment < all.size();
        editBar.show(some ? all.get(segment) : null, segment + 1 < all.size(), editable.get());
    }

    private void compose() {
        HBox body = new HBox(video.node(), list.node());
        body.getStyleClass().add("transcript-body");
        HBox.setHgrow(list.node(), Priority.ALWAYS);
        Region picture = (Region) video.node();
        picture.maxWidthProperty().bind(body.widthProperty().multiply(0.45));
        picture.prefWidthProperty().bind(body.widthProperty().multiply(0.45));
        picture.minWidthProperty().bind(picture.maxWidthProperty());
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        ((Region) list.node()).setMinHeight(0);
        pane.setId("transcript.script");
        pane.setMinHeight(0);
        pane.getChildren()
                .addAll(head(), work(), wave, video.excuse(), find.node(), body, editBar.node());
    }

    private Node head() {
        Label title = new Label(row.track().title());
        title.setId("transcript.title");
        title.getStyleClass().add("stem-title");
        title.setMinWidth(80);
        facts.setId("transcript.facts");
        facts.getStyleClass().add("quiet");
        facts.setMinWidth(0);
        VBox words = new VBox(title, facts);
        words.setMinWidth(80);
        HBox.setHgrow(words, Priority.ALWAYS);
        ToggleButton follow = Named.labelled(new ToggleButton(), "transcript.follow");
        follow.setGraphic(new FontIcon("mdi2a-arrow-collapse-vertical"));
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.getStyleClass().add("transcript-follow");
        follow.selectedProperty().bindBidirectional(list.follow());
        follow.setOnAction(
                event -> {
                    if (follow.isSelected()) {
                        list.catchUp();
                    }
                });
        Button export = Named.labelled(new Button(), "transcript.export");
        export.setGraphic(new FontIcon("mdi2e-export-variant"));
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(event -> deeds.export());
        HBox head =
                new HBox(
                        words,
                        follow,
                        step("transcript.undo", "mdi2u-undo", deeds::undo, true),
                        step("transcript.redo", "mdi2r-redo", deeds::redo, false),
                        icon("transcript.search", "mdi2m-magnify", this::find),
                        export,
                        more());
        head.getStyleClass().add("transcript-head");
        return head;
    }

    private Button step(String id, String icon, Runnable run, boolean back) {
        Button button = icon(id, icon, run);
        var label = back ? script.undoable() : script.redoable();
        subscriptions.add(
                label.subscribe(
                        words -> {
                            button.setDisable(words.isEmpty());
                            String text = Texts.text(id);
                            button.setAccessibleText(
                                    words.isEmpty()
                                            ? text
                                            : Texts.text("action.history", text, words));
                            button.getTooltip().setText(button.getAccessibleText());
                        }));
        return button;
    }

    private static Button icon(String id, String icon, Runnable run) {
        Button button = Named.named(new Button(), id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> run.run());
        return button;
    }

    private MenuButton more() {
        MenuButton more = Named.named(new MenuButton(), "transcript.more");
        more.setGraphic(new FontIcon("mdi2d-dots-vertical"));
        more.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        more.getItems()
                .addAll(
                        item("transcript.tags.write", "mdi2t-tag-text-outline", deeds::writeToTags),
                        item("transcript.import", "mdi2f-file-import-outline", deeds::bring),
                        item("transcript.anew", "mdi2r-refresh", deeds::anew));
        return more;
    }

    private static MenuItem item(String key, String icon, Runnable run) {
        MenuItem item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setId(key);
        item.setOnAction(event -> run.run());
        return item;
    }

    private Node work() {
        workWords.setId("transcript.work");
        workWords.setWrapText(true);
        HBox.setHgrow(workWords, Priority.ALWAYS);
        workWords.setMaxWidth(Double.MAX_VALUE);
        progress.setMinWidth(120);
        cancel.setOnAction(event -> host.cancel(task.id()));
        retry.setOnAction(event -> host.retry(task.id()));
        for (Region region : List.of(progress, cancel, retry, work)) {
            region.managedProperty().bind(region.visibleProperty());
        }
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        retry.setMinWidth(Region.USE_PREF_SIZE);
        work.getStyleClass().add("transcript-work");
        work.getChildren().addAll(workWords, progress, cancel, retry);
        work.setVisible(false);
        return work;
    }

    private static Label placeholder() {
        Label nothing = new Label(Texts.text("transcript.silent"));
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        nothing.setTextAlignment(TextAlignment.CENTER);
        return nothing;
    }
}
