package auralis.app.play;

import auralis.library.media.MediaSource;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A track being opened on a thread of its own: a disk that hangs must not keep the player from
 * playing something else.
 */
final class Opening {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** The files of a track; the one before it for the album's seam. */
    record Opened(MediaSource source, Optional<MediaSource> before) {
        void close() {
            closeQuietly(source);
            closeBefore();
        }

        void closeBefore() {
            before.ifPresent(Opened::closeQuietly);
        }

        /** Nothing was written, so nothing can be lost by a close that fails. */
        private static void closeQuietly(MediaSource source) {
            try {
                source.close();
            } catch (IOException e) {
                System.getLogger(Opening.class.getName())
                        .log(System.Logger.Level.DEBUG, "a file was not closed", e);
            }
        }
    }

    private final long track;
    private final PlayItem item;
    private final long startNanos = System.nanoTime();
    private final CompletableFuture<Opened> result = new CompletableFuture<>();

    /**
     * @param whenDone called on that thread
     */
    Opening(long track, PlayItem item, TrackOpener opener, Runnable whenDone) {
        this.track = track;
        this.item = item;
        Thread thread = new Thread(() -> open(opener, whenDone), "open");
        thread.setDaemon(true);
        thread.start();
    }

    long track() {
        return track;
    }

    PlayItem item() {
        return item;
    }

    /** Whether there is an answer, be it that it takes too long. */
    boolean done() {
        return result.isDone() || System.nanoTime() - startNanos > PATIENCE_NANOS;
    }

    /**
     * Once it is done, what was opened, which belongs to the caller.
     *
     * @throws IOException with a sentence for the user
     */
    Opened opened() throws IOException {
        result.completeExceptionally(
                new IOException(
                        item.file().getFileName()
                                + ": its disk does not answer. Connect it again, then play."));
        try {
            return result.join();
        } catch (CompletionException e) {
            throw new IOException(Failures.sentence(item, cause(e)), e);
        }
    }

    /** Nobody wants it any more. */
    void abandon() {
        result.thenAccept(Opened::close);
    }

    private static Exception cause(CompletionException e) {
        return e.getCause() instanceof Exception cause ? cause : e;
    }

    private void open(TrackOpener opener, Runnable whenDone) {
        try {
            MediaSource source = opener.open(item.file());
            Opened opened = new Opened(source, before(opener, source));
            if (!result.complete(opened)) {
                opened.close();
            }
        } catch (IOException | RuntimeException e) {
            result.completeExceptionally(e);
        }
        whenDone.run();
    }

    /** Without it the track merely starts as one for itself. */
    private Optional<MediaSource> before(TrackOpener opener, MediaSource source) {
        if (item.before().isEmpty()) {
            return Optional.empty();
        }
        try {
            MediaSource before = opener.open(item.before().get());
            if (before.format().equals(source.format()) && before.frames().isPresent()) {
                return Optional.of(before);
            }
            before.close();
        } catch (IOException e) {
            System.getLogger(Opening.class.getName())
                    .log(System.Logger.Level.INFO, "no lead-in from the track before", e);
        }
        return Optional.empty();
    }
}
