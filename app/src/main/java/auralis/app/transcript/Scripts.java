package auralis.app.transcript;

import auralis.app.fx.FxTask;
import auralis.app.fx.Latest;
import auralis.library.transcript.Transcript;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The transcripts that were looked at, each with what was done to it: they last as long as the
 * window. FX thread only, but for {@link #awaitEnd}.
 */
final class Scripts {
    private static final int MOST = 30;

    private final Archive archive;
    private final Consumer<String> onProblem;
    private final Saving saving;
    private final Set<Path> fresh = new HashSet<>(); // of which nothing is kept yet
    private final Map<Path, Script> known = new LinkedHashMap<>(16, 0.75f, true);

    Scripts(Archive archive, Consumer<String> onProblem) {
        this.archive = archive;
        this.onProblem = onProblem;
        saving = new Saving(archive, onProblem);
    }

    /** The one of a file, or none; what is known is answered at once. */
    void ask(Path file, Latest question, Consumer<Optional<Script>> answer) {
        Script script = known.get(file);
        if (script != null) {
            question.cancel();
            answer.accept(Optional.of(script));
            return;
        }
        question.ask(
                new FxTask<>(progress -> archive.find(file))
                        .onResult(found -> answer.accept(first(file, found)))
                        .onFailure(
                                failure -> {
                                    onProblem.accept(failure.getMessage());
                                    answer.accept(Optional.empty());
                                }));
    }

    /** How far an engine is with a file, where it is known. */
    void grow(Path file, Latest question, Consumer<Script> answer) {
        question.ask(
                new FxTask<>(progress -> archive.partial(file))
                        .onResult(found -> found.ifPresent(t -> answer.accept(grown(file, t))))
                        .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    /**
     * Looks at what is kept after an engine worked on it; empty where that is nothing.
     *
     * @param label of the step back to what was there before
     */
    void settle(Path file, String label, Latest question, Consumer<Optional<Script>> answer) {
        question.ask(
                new FxTask<>(progress -> archive.find(file))
                        .onResult(found -> answer.accept(settled(file, label, found)))
                        .onFailure(failure -> onProblem.accept(failure.getMessage())));
    }

    /** A transcript that the user brings: it is kept. */
    Script bring(Path file, String label, Transcript transcript) {
        Script script = known.get(file);
        if (script == null) {
            script = remember(file, transcript);
            saving.soon(script);
        } else {
            script.change(label, transcript, -1);
        }
        return script;
    }

    /** Keeps now what was changed. */
    void save() {
        saving.now();
    }

    void close() {
        saving.close();
    }

    void awaitEnd() throws InterruptedException {
        saving.awaitEnd();
    }

    /** What was brought meanwhile is newer than what was found. */
    private Optional<Script> first(Path file, Optional<Transcript> found) {
        Optional<Script> brought = Optional.ofNullable(known.get(file));
        return brought.or(() -> found.map(transcript -> remember(file, transcript)));
    }

    private Script grown(Path file, Transcript transcript) {
        Script script = known.get(file);
        if (script == null) {
            fresh.add(file);
            return remember(file, transcript);
        }
        script.grow(transcript);
        return script;
    }

    private Optional<Script> settled(Path file, String label, Optional<Transcript> found) {
        boolean grewFromNothing = fresh.remove(file);
        Script script = known.get(file);
        if (found.isEmpty() || script == null) {
            known.remove(file);
            return found.map(transcript -> remember(file, transcript));
        }
        if (grewFromNothing) {
            script.ripen(found.get());
        } else {
            script.renew(label, found.get());
        }
        return Optional.of(script);
    }

    private Script remember(Path file, Transcript transcript) {
        Script script = new Script(file, transcript, saving::soon);
        known.put(file, script);
        if (known.size() > MOST) {
            Script oldest = known.values().iterator().next();
            if (!saving.isWaiting(oldest)) {
                known.remove(oldest.file());
            }
        }
        return script;
    }
}
