package auralis.app.transcript;

import auralis.app.action.Actions;
import auralis.app.text.Named;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Subscription;

/**
 * The rows of a transcript: follows what is heard until the user scrolls, and has text and speaker
 * changed in place. FX thread only.
 */
final class ScriptList {
    private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");
    private static final double CHARACTER = 7.2;
    private static final int MOST_ROWS = 8;

    private final Script script;
    private final Deeds deeds;
    private final Lines lines = new Lines();
    private final ListView<Line> list = Named.named(new ListView<>(), "transcript.list");
    private final ReadOnlyObjectWrapper<Spot> spot = new ReadOnlyObjectWrapper<>(Spot.NONE);
    private final ObjectProperty<Hits> hits = new SimpleObjectProperty<>(Hits.NONE);
    private final IntegerProperty caret = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<Editing> editing = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final TextArea textField = Named.named(new TextArea(), "transcript.edit");
    private final TextField speakerField = Named.named(new TextField(), "transcript.speaker");
    private final Subscription shown;

    /** What is done with rows. */
    interface Deeds {
        /**
         * @param token -1 for the segment as a whole
         */
        void play(int segment, int token);

        void retype(int segment, String text);

        void rename(int segment, String speaker);

        void split(int segment, String before, String after);

        void tryAgain();

        boolean isEditable();

        /** A key in the list; it is consumed where it means something. */
        void key(KeyEvent event);
    }

    /**
     * What is being changed.
     *
     * @param speaker whether it is the speaker, and not the text
     */
    record Editing(int segment, boolean speaker) {}

    ScriptList(Script script, Label placeholder, Actions actions, Deeds deeds) {
        this.script = script;
        this.deeds = deeds;
        list.setItems(lines.rows());
        list.setCellFactory(view -> new LineCell(this));
        list.setPlaceholder(placeholder);
        list.getStyleClass().addAll("transcript-list", "edge-to-edge");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventFilter(ScrollEvent.SCROLL, event -> follow.set(false));
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::stopFollowingOnScrollBar);
        list.getSelectionModel().selectedIndexProperty().subscribe(() -> caret.set(-1));
        actions.reserve(list, KeyCode.DELETE);
        actions.reserve(textField, KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE);
        actions.reserve(speakerField, KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE);
        textField.setWrapText(true);
        textField.getStyleClass().add("transcript-edit");
        speakerField.getStyleClass().add("transcript-speaker-edit");
        for (TextInputControl field : List.of(textField, speakerField)) {
            field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
            field.focusedProperty()
                    .addListener(
                            (seen, before, now) -> {
                                if (!now) {
                                    commit();
                                }
                            });
        }
        shown = script.transcript().subscribe(this::show);
    }

    Node node() {
        return list;
    }

    void close() {
        commit();
        shown.unsubscribe();
    }

    void focus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().select(Math.max(0, row(spot.get().segment())));
        }
    }

    // ---- what the cells look at

    ReadOnlyObjectProperty<Spot> spot() {
        return spot.getReadOnlyProperty();
    }

    ObjectProperty<Hits> hits() {
        return hits;
    }

    /** The token of the selected line that is meant; -1 for none. */
    IntegerProperty caret() {
        return caret;
    }

    ReadOnlyObjectProperty<Editing> editing() {
        return editing.getReadOnlyProperty();
    }

    /** Whether the list goes along with what is heard. */
    BooleanProperty follow() {
        return follow;
    }

    TextArea textField() {
        return textField;
    }

    TextField speakerField() {
        return speakerField;
    }

    int segmentOf(int row) {
        return lines.segmentOf(row);
    }

    /** -1 while none is. */
    int selectedSegment() {
        return segmentOf(list.getSelectionModel().getSelectedIndex());
    }

    /** Where the selected row begins, in s; 0 while none is. */
    double selectedStart() {
        Line line = list.getSelectionModel().getSelectedItem();
        return line == null ? 0 : line.start();
    }

    /** Tells when another row is selected. */
    ReadOnlyObjectProperty<Line> selected() {
        return list.getSelectionModel().selectedItemProperty();
    }

    void play(int segment, int token) {
        if (segment >= 0) {
            deeds.play(segment, token);
        }
    }

    void tryAgain() {
        deeds.tryAgain();
    }

    boolean canTryAgain() {
        return deeds.isEditable();
    }

    // ---- where one is

    /** What is heard now. */
    void hear(Spot now) {
        Spot before = spot.get();
        spot.set(now);
        if (follow.get() && now.segment() >= 0 && now.segment() != before.segment()) {
            reveal(lines.rowOf(now.segment()));
        }
    }

    void select(int segment) {
        int row = row(segment);
        if (row >= 0) {
            list.getSelectionModel().clearAndSelect(row);
            list.getFocusModel().focus(row);
            reveal(row);
        }
    }

    /** Brings the place of the search into sight. */
    void showHit() {
        Hits found = hits.get();
        if (found.current() >= 0) {
            follow.set(false);
            select(found.all().get(found.current()).segment());
        }
    }

    /** Goes to where one hears. */
    void catchUp() {
        follow.set(true);
        if (spot.get().segment() >= 0) {
            reveal(lines.rowOf(spot.get().segment()));
        }
    }

    private int row(int segment) {
        return segment >= 0 && segment < script.now().segments().size() ? lines.rowOf(segment) : -1;
    }

    /** With a row before it, so that one sees from where it comes. */
    private void reveal(int row) {
        boolean seen =
                list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                        && row > flow.getFirstVisibleCell().getIndex()
                        && row < flow.getLastVisibleCell().getIndex();
        if (!seen) {
            list.scrollTo(Math.max(0, row - 1));
        }
    }

    private void stopFollowingOnScrollBar(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode();
                at != null;
                at = at.getParent()) {
            if (at instanceof ScrollBar) {
                follow.set(false);
            }
        }
    }

    private void show(Transcript transcript) {
        boolean named = transcript.segments().stream().anyMatch(one -> one.speaker().isPresent());
        list.pseudoClassStateChanged(NAMED, named);
        int selected = selectedSegment();
        lines.show(transcript);
        if (spot.get().segment() >= transcript.segments().size()) {
            spot.set(Spot.NONE);
        }
        if (selected >= 0 && selected != selectedSegment()) {
            list.getSelectionModel()
                    .clearAndSelect(row(Math.min(selected, transcript.segments().size() - 1)));
        }
    }

    // ---- changing in place

    void edit(int segment) {
        begin(segment, false);
    }

    void editSpeaker(int segment) {
        begin(segment, true);
    }

    private void begin(int segment, boolean speaker) {
        if (segment < 0 || !deeds.isEditable()) {
            return;
        }
        commit();
        follow.set(false);
        select(segment);
        Segment one = script.now().segments().get(segment);
        TextInputControl field = speaker ? speakerField : textField;
        field.setText(speaker ? one.speaker().orElse("") : one.text());
        double width = Math.max(120, list.getWidth() - 200);
        int rows = 1 + (int) (one.text().length() * CHARACTER / width);
        textField.setPrefRowCount(Math.min(MOST_ROWS, rows));
        editing.set(new Editing(segment, speaker));
        list.layout(); // the field is in its row now
        field.requestFocus();
        field.end();
    }

    /** Takes over what was typed, if anything is being changed. */
    void commit() {
        Editing ended = editing.get();
        if (ended == null) {
            return;
        }
        editing.set(null);
        Segment old = script.now().segments().get(ended.segment());
        if (ended.speaker()) {
            if (!speakerField.getText().strip().equals(old.speaker().orElse(""))) {
                deeds.rename(ended.segment(), speakerField.getText());
            }
        } else if (!textField.getText().strip().equals(old.text())) {
            deeds.retype(ended.segment(), textField.getText());
        }
    }

    private void fieldKey(KeyEvent event) {
        Editing now = editing.get();
        if (now == null) {
            return;
        }
        switch (event.getCode()) {
            case ESCAPE -> {
                editing.set(null);
                list.requestFocus();
            }
            case ENTER -> {
                if (event.isShortcutDown() && !now.speaker()) {
                    splitAtCaret(now.segment());
                } else {
                    commit();
                }
                list.requestFocus();
            }
            case TAB -> {
                int next = now.segment() + (event.isShiftDown() ? -1 : 1);
                commit();
                boolean there = next >= 0 && next < script.now().segments().size();
                begin(there ? next : now.segment(), now.speaker());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void splitAtCaret(int segment) {
        String text = textField.getText();
        int at = textField.getCaretPosition();
        editing.set(null);
        deeds.split(segment, text.substring(0, at), text.substring(at));
    }

    // ---- keys

    private void key(KeyEvent event) {
        if (editing.get() != null) {
            return;
        }
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        switch (event.getCode()) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END -> follow.set(false);
            case LEFT, RIGHT -> {
                if (plain) {
                    moveCaret(event.getCode() == KeyCode.LEFT ? -1 : 1);
                    event.consume();
                } else {
                    deeds.key(event);
                }
            }
            default -> deeds.key(event);
        }
    }

    private void moveCaret(int by) {
        int segment = selectedSegment();
        if (segment >= 0) {
            int last = Token.of(script.now().segments().get(segment)).size() - 1;
            caret.set(Math.max(-1, Math.min(last, caret.get() + by)));
        }
    }
}
