package auralis.library.export;

import auralis.library.media.Media;
import auralis.library.media.OccupiedException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The road that all exports share: a place for the result, room in it, and nothing left behind
 * where there is no result. Any thread.
 */
final class Placing {
    /** How often another file is chosen; each was taken within the moment since it was free. */
    private static final int MOST_PLACES = 20;

    private final List<Path> sources;

    /** Names that were given to requests of a batch, for as long as that goes on. */
    private final Targets batch;

    /** Files that are being written. */
    private final Targets current;

    /** Writes a result into a file. */
    @FunctionalInterface
    interface Writing<R> {
        R write(Draft draft, Path target) throws IOException, InterruptedException;
    }

    /**
     * @param sources all files of the batch in its order, none of which is ever replaced
     */
    Placing(Collection<Path> sources) throws IOException {
        this.sources = List.copyOf(sources);
        this.batch = new Targets(sources);
        this.current = new Targets(sources);
    }

    /**
     * @param taken what other work is going to write
     */
    Placing(Taken taken) {
        this.sources = List.of();
        this.batch = new Targets(taken);
        this.current = new Targets(taken);
    }

    /** Plans a file for a request of the batch; empty when it is skipped. */
    Optional<Path> plan(Request request) throws IOException {
        Draft draft = draft(request);
        return batch.choose(draft.wanted(), request.ifExists(), request.source());
    }

    private Draft draft(Request request) throws IOException {
        return Draft.of(request, Math.max(0, sources.indexOf(request.source())) + 1);
    }

    /**
     * Writes where that was planned, or into another file where that is no longer right; empty when
     * the file is there already and is to stay.
     */
    <R> Optional<R> write(Order order, Writing<R> writing)
            throws IOException, InterruptedException {
        try {
            cleanUp(order);
            Draft draft = draft(order.request());
            Media.discardParts(draft.wanted());
            return write(order, draft, writing);
        } catch (ClosedByInterruptException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    /** Where somebody else gets the file first, another is chosen, as the policy says. */
    private <R> Optional<R> write(Order order, Draft draft, Writing<R> writing)
            throws IOException, InterruptedException {
        for (int left = MOST_PLACES; ; left--) {
            Optional<Path> target = current.claim(order, draft);
            if (target.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(write(draft, target.get(), writing));
            } catch (OccupiedException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private <R> R write(Draft draft, Path target, Writing<R> writing)
            throws IOException, InterruptedException {
        try {
            draft.prepare(target);
            return writing.write(draft, target);
        } finally {
            current.release(target);
        }
    }

    /** Removes what an attempt left behind whose process was killed. */
    void cleanUp(Order order) throws IOException {
        if (order.target().isPresent()) {
            Media.discardParts(order.target().get());
        }
    }
}
