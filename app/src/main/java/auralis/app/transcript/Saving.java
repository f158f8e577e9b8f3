package auralis.app.transcript;

import auralis.app.fx.FxTask;
import auralis.app.fx.Workers;
import auralis.app.text.Texts;
import auralis.library.transcript.Transcript;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Keeps scripts soon after they were changed, one after the other on a thread of its own; what is
 * not kept yet is when the window closes. FX thread only, but for {@link #awaitEnd}.
 */
final class Saving {
    private static final Duration SETTLE = Duration.millis(400);
    private static final long END_SECONDS = 10;

    private final Archive archive;
    private final Consumer<String> onProblem;
    private final ExecutorService thread = Workers.named("transcripts", 1);
    private final PauseTransition settle = new PauseTransition(SETTLE);
    private final Set<Script> changed = new LinkedHashSet<>();

    Saving(Archive archive, Consumer<String> onProblem) {
        this.archive = archive;
        this.onProblem = onProblem;
        settle.setOnFinished(event -> now());
    }

    void soon(Script script) {
        changed.add(script);
        settle.playFromStart();
    }

    void now() {
        settle.stop();
        Set<Script> all = Set.copyOf(changed);
        changed.clear();
        all.forEach(this::keep);
    }

    boolean isWaiting(Script script) {
        return changed.contains(script);
    }

    private void keep(Script script) {
        Transcript transcript = script.now();
        new FxTask<Void>(
                        progress -> {
                            archive.keep(script.file(), transcript);
                            return null;
                        })
                .onFailure(
                        failure -> {
                            changed.add(script); // with the next change, or at the end
                            onProblem.accept(
                                    Texts.text("transcript.unsaved", failure.getMessage()));
                        })
                .start(thread);
    }

    void close() {
        now();
        thread.shutdown();
    }

    void awaitEnd() throws InterruptedException {
        thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }
}
