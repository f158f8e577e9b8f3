package auralis.app.transcript;

import auralis.app.text.Texts;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;

/** What the user does to the line that is selected. FX thread only. */
final class LineEdits {
    private static final double STEP = 0.1;

    private final Script script;
    private final Supplier<ScriptList> list;
    private final DoubleSupplier playhead;
    private final BooleanSupplier editable;

    /**
     * @param playhead in seconds; negative while another track is open
     */
    LineEdits(
            Script script,
            Supplier<ScriptList> list,
            DoubleSupplier playhead,
            BooleanSupplier editable) {
        this.script = script;
        this.list = list;
        this.playhead = playhead;
        this.editable = editable;
    }

    void retype() {
        list.get().edit(selected());
    }

    void retype(int segment, String text) {
        if (text.isBlank() && script.now().segments().get(segment).text().isEmpty()) {
            return;
        }
        perform("transcript.did.text", segment, Edits.text(script.now(), segment, text));
    }

    void rename(int segment, String name) {
        perform("transcript.did.speaker", segment, Edits.speaker(script.now(), segment, name));
    }

    void nudgeStart(int steps) {
        Segment line = line();
        if (line != null) {
            double start = Math.max(0, line.start() + steps * STEP);
            double end = Math.max(line.end(), start + Edits.SHORTEST);
            times("transcript.did.start", start, end);
        }
    }

    void nudgeEnd(int steps) {
        Segment line = line();
        if (line != null) {
            double end = Math.max(line.start() + Edits.SHORTEST, line.end() + steps * STEP);
            times("transcript.did.end", line.start(), end);
        }
    }

    void startHere() {
        Segment line = line();
        double now = playhead.getAsDouble();
        if (line != null && now >= 0) {
            times("transcript.did.start", now, Math.max(line.end(), now + Edits.SHORTEST));
        }
    }

    void endHere() {
        Segment line = line();
        double now = playhead.getAsDouble();
        if (line != null && now >= 0) {
            double start = Math.min(line.start(), Math.max(0, now - Edits.SHORTEST));
            times("transcript.did.end", start, Math.max(start, now));
        }
    }

    /** Before the token at the caret; where there is none, in the middle. */
    void split() {
        Segment line = line();
        int tokens = line == null ? 0 : Token.of(line).size();
        if (tokens > 1 && editable.getAsBoolean()) {
            int caret = list.get().caret().get();
            int at = caret > 0 ? caret : tokens / 2;
            int segment = selected();
            perform("transcript.did.split", segment, Edits.split(script.now(), segment, at));
        }
    }

    /** Where the caret was while the text was changed. */
    void split(int segment, String before, String after) {
        Transcript now = Edits.text(script.now(), segment, before + " " + after).transcript();
        int tokens = Token.of(now.segments().get(segment)).size();
        int at = Token.pieces(before).size();
        if (at > 0 && at < tokens) {
            perform("transcript.did.split", segment, Edits.split(now, segment, at));
        } else {
            retype(segment, before + after);
        }
    }

    void join() {
        int segment = selected();
        if (line() != null
                && segment + 1 < script.now().segments().size()
                && editable.getAsBoolean()) {
            perform("transcript.did.join", segment, Edits.join(script.now(), segment));
        }
    }

    void delete() {
        int segment = selected();
        if (line() != null && editable.getAsBoolean()) {
            perform("transcript.did.delete", segment, Edits.delete(script.now(), segment));
        }
    }

    /** Behind the selected line; where none is selected, at the play head. */
    void insert() {
        if (!editable.getAsBoolean()) {
            return;
        }
        Segment line = line();
        double row = list.get().selectedStart();
        double start =
                line != null ? line.end() : row > 0 ? row : Math.max(0, playhead.getAsDouble());
        Changed changed = Edits.insert(script.now(), start);
        perform("transcript.did.insert", selected(), changed);
        list.get().edit(changed.segment());
    }

    /** The selected line begins now, and the next is meant: along with the music. */
    void tap() {
        int segment = selected();
        double now = playhead.getAsDouble();
        if (line() != null && now >= 0 && editable.getAsBoolean()) {
            perform("transcript.did.tap", segment, Edits.stamp(script.now(), segment, now));
            int next = Math.min(segment + 1, script.now().segments().size() - 1);
            list.get().select(next);
        }
    }

    /** What a key in the list means. */
    void key(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        boolean plain = !event.isShiftDown() && !event.isShortcutDown();
        boolean known = plain ? plain(event) : shifted(event);
        if (known) {
            event.consume();
        }
    }

    private boolean plain(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> retype();
            case F2 -> list.get().editSpeaker(selected());
            case S -> split();
            case J -> join();
            case T -> tap();
            case I -> startHere();
            case O -> endHere();
            case INSERT -> insert();
            case DELETE -> delete();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shifted(KeyEvent event) {
        boolean ofEnd = event.isShortcutDown();
        if (!event.isShiftDown()) {
            return false;
        }
        switch (event.getCode()) {
            case LEFT -> nudge(ofEnd, -1);
            case RIGHT -> nudge(ofEnd, 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void nudge(boolean end, int steps) {
        if (end) {
            nudgeEnd(steps);
        } else {
            nudgeStart(steps);
        }
    }

    private void times(String label, double start, double end) {
        if (editable.getAsBoolean()) {
            int segment = selected();
            perform(label, segment, Edits.times(script.now(), segment, start, end));
        }
    }

    private int selected() {
        return list.get().selectedSegment();
    }

    /** Null while none is selected. */
    private Segment line() {
        int segment = selected();
        return segment < 0 ? null : script.now().segments().get(segment);
    }

    private void perform(String label, int segment, Changed changed) {
        script.change(Texts.text(label), changed.transcript(), segment);
        list.get().select(changed.segment());
    }
}
