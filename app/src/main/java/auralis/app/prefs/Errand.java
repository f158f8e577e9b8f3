package auralis.app.prefs;

import auralis.app.fx.Activity;
import auralis.app.fx.FxTask;
import auralis.app.text.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Something that is being done with a model, or was and came to an end. FX thread only. */
final class Errand {
    private static final String DOWNLOADING = "downloading";

    private final Kind kind;
    private final String subject;
    private final String title;
    private final long bytes;
    private final long early;
    private final Pace pace = new Pace();
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>();
    private FxTask.State latest = new FxTask.State(-1, "");
    private Runnable stop = () -> {};

    /** What is done. */
    enum Kind {
        DOWNLOAD("models.task.download"),
        IMPORT("models.task.import"),
        VERIFY("models.task.verify");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    /** How far it came. */
    enum Stage {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How it stands.
     *
     * @param fraction 0..1, negative while unknown
     * @param words what is done now, what came of it, or why it failed
     */
    record Standing(Stage stage, double fraction, String words) {
        boolean isOver() {
            return stage == Stage.DONE || stage == Stage.FAILED;
        }
    }

    /**
     * @param subject the id of the model, or the file that is imported
     * @param early how much of it is here from an earlier try
     */
    Errand(Kind kind, String subject, String title, long bytes, long early) {
        this.kind = kind;
        this.subject = subject;
        this.title = title;
        this.bytes = bytes;
        this.early = early;
        standing.set(new Standing(Stage.WAITING, -1, Texts.text("models.waiting")));
    }

    Kind kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    String title() {
        return title;
    }

    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What it is and how far, in a line at the foot of the window. */
    Activity activity() {
        Standing now = standing.get();
        return new Activity(
                Texts.text("models.task", Texts.text(kind.key, title), now.words()),
                now.fraction(),
                Optional.of(this::cancel));
    }

    void onCancel(Runnable action) {
        stop = action;
    }

    void cancel() {
        stop.run();
    }

    /** It has come so far. */
    void show(FxTask.State state) {
        latest = state;
        standing.set(new Standing(Stage.RUNNING, fraction(state), words(state)));
    }

    /**
     * Time goes by.
     *
     * @param seconds of any clock
     */
    void look(double seconds) {
        if (isLoading(latest)) {
            pace.look(loaded(latest), seconds);
            show(latest);
        }
    }

    void done(String words) {
        standing.set(new Standing(Stage.DONE, 1, words));
    }

    void failed(String sentence) {
        standing.set(new Standing(Stage.FAILED, 0, sentence));
    }

    /** What came before a later file of several is tried goes on to be a download. */
    private boolean isLoading(FxTask.State state) {
        boolean begun = !state.phase().isEmpty();
        return kind == Kind.DOWNLOAD && begun && state.fraction() < 1;
    }

    private double loaded(FxTask.State state) {
        return Math.max(early, state.fraction() * bytes);
    }

    private double fraction(FxTask.State state) {
        if (isLoading(state)) {
            return loaded(state) / Math.max(1, bytes);
        }
        boolean counted = state.phase().isEmpty() || state.phase().equals("copying");
        return counted ? state.fraction() : -1;
    }

    private String words(FxTask.State state) {
        if (isLoading(state)) {
            return ModelWords.loading(loaded(state), bytes, pace);
        }
        return Texts.text(
                switch (state.phase()) {
                    case DOWNLOADING, "verifying" -> "models.phase.checking";
                    case "copying" -> "models.phase.copying";
                    case "trying" -> "models.phase.trying";
                    default -> "models.phase.reading";
                });
    }
}
