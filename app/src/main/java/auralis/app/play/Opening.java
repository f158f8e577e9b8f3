package auralis.app.play;

import auralis.dsp.AudioSource;
import auralis.dsp.engine.LeadIn;
import auralis.dsp.engine.PlaybackRenderer;
import auralis.dsp.engine.RenderCache;
import auralis.dsp.master.MasteringChain;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A track being opened on a thread of its own: a disk that hangs must not keep the player from
 * playing something else.
 */
final class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /**
     * A file as it is now.
     *
     * @param content equal for files that sound the same: for caches
     */
    private record Content(Path file, long bytes, FileTime modified) {}

    /**
     * @param bitDepth of the file, where it means something
     * @param content what the sound is called in a cache, null when it cannot be told
     * @param leadIn the track before it, for the seam of an album
     */
    record Opened(
            AudioSource source, OptionalInt bitDepth, Object content, Optional<LeadIn> leadIn) {
        PlaybackRenderer renderer(RenderCache cache, long frame) {
            return new PlaybackRenderer(source, content, cache, leadIn.orElse(null), frame);
        }

        void close() {
            closeQuietly(source);
            leadIn.ifPresent(before -> closeQuietly(before.before()));
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
            Opened opened = item.stems().isPresent() ? stems(item.stems().get()) : file(opener);
            if (!result.complete(opened)) {
                opened.close();
            }
        } catch (IOException | RuntimeException e) {
            result.completeExceptionally(e);
        }
        whenDone.run();
    }

    private Opened file(TrackOpener opener) throws IOException {
        MediaSource source = opener.open(item.file());
        return new Opened(
                source, source.media().bitDepth(), content(item.file()), leadIn(opener, source));
    }

    private Opened stems(StemFeed stems) throws IOException {
        return new Opened(stems.open(), OptionalInt.empty(), stems, Optional.empty());
    }

    /** Without it the track merely starts as one for itself. */
    private Optional<LeadIn> leadIn(TrackOpener opener, MediaSource source) {
        try {
            Optional<Path> wanted = item.inAlbum() ? opener.before(item.file()) : Optional.empty();
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            Path file = wanted.get();
            MediaSource before = opener.open(file);
            if (before.format().equals(source.format()) && before.frames().isPresent()) {
                double seconds = MasteringChain.PREROLL_SECONDS;
                return Optional.of(new LeadIn(before, content(file), seconds));
            }
            before.close();
        } catch (IOException e) {
            LOG.log(Level.INFO, "no lead-in from the track before", e);
        }
        return Optional.empty();
    }

    private static Object content(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Content(file, now.size(), now.lastModifiedTime());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "is decoded anew each time", e);
            return null;
        }
    }

    /** Nothing was written, so nothing can be lost by a close that fails. */
    private static void closeQuietly(AudioSource source) {
        try {
            source.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a file was not closed", e);
        }
    }
}
