package auralis.app.command;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering;
import auralis.app.play.PlanState;
import auralis.app.play.PlayItem;
import auralis.app.play.Player;
import auralis.app.play.PlayerState;
import auralis.app.play.Side;
import auralis.library.media.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has a player play files on the calling thread's behalf, which waits and can be interrupted. */
final class Hearing implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;

    private final Player player;
    private final Consumer<String> onProblem;
    private final Semaphore changes = new Semaphore(0);
    private String told = "";
    private long following; // number of what was to follow, 0 for nothing

    // ---- shared: what the player opened last
    private volatile SoundOutput device;

    /**
     * @param mastering exact; without it the original is heard
     */
    record Piece(Path file, Optional<Mastering> mastering) {
        Side side() {
            return mastering.isPresent() ? Side.MASTERED : Side.ORIGINAL;
        }
    }

    /** What is to be heard next. */
    interface Next {
        /** Empty for nothing, and while it is not ready. */
        Optional<Piece> ready() throws InterruptedException;
    }

    /**
     * @param onProblem told when the device is not quite what was chosen
     */
    Hearing(SoundOutputs outputs, Consumer<String> onProblem) {
        this.player =
                new Player(new SoundOutputs(format -> device = outputs.open(format)), Media::open);
        this.onProblem = onProblem;
        player.onChange(changes::release);
    }

    /**
     * Comes back when the file, or so much of it, was heard. What is next by then goes on already,
     * without a gap, and is to be played by another call.
     *
     * @param next of the same side
     * @throws NoSoundException when the device went away
     * @throws IOException with a sentence when the file cannot be played to its end
     */
    PlayedFile play(Piece piece, Next next, double seconds, ProgressLine progress)
            throws IOException, InterruptedException {
        if (following == 0 || player.state().track() != following) {
            begin(piece);
        }
        following = 0;
        progress.phase("playing");
        return played(piece, hear(next, seconds, progress));
    }

    /** Opens a file and plays it as soon as its side is there. */
    private void begin(Piece piece) throws IOException, InterruptedException {
        player.side(piece.side());
        long track = player.open(piece.file(), false);
        piece.mastering().ifPresent(exact -> player.mastering(track, exact));
        PlayerState state = player.state();
        while (state.loading() || (piece.mastering().isPresent() && !state.masteredReady())) {
            awaitChange();
            state = player.state();
            requireHealth(state);
        }
        requireHealth(state);
        player.play();
    }

    /** Answers the last that was seen of the track that plays now. */
    private PlayerState hear(Next next, double seconds, ProgressLine progress)
            throws IOException, InterruptedException {
        PlayerState last = player.state();
        progress.total(last.totalFrames().orElse(0));
        progress.advance(last.positionFrames());
        while (!last.ended() && last.positionSeconds() < seconds) {
            follow(next);
            awaitChange();
            PlayerState now = player.state();
            if (now.track() != last.track()) {
                requireWhole(last);
                return last;
            }
            requireHealth(now);
            // While it goes over there is a moment in which nothing is known of either.
            if (!now.loading()) {
                progress.advance(now.positionFrames() - last.positionFrames());
                last = now;
            }
        }
        player.pause();
        return last;
    }

    private void follow(Next next) throws InterruptedException {
        if (following == 0) {
            next.ready().ifPresent(this::follow);
        }
    }

    private void follow(Piece piece) {
        Mastering mastering = piece.mastering().orElse(Mastering.none());
        following = player.follow(PlayItem.of(piece.file()), mastering);
    }

    private void awaitChange() throws InterruptedException {
        changes.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        changes.drainPermits();
    }

    private void requireHealth(PlayerState state) throws IOException {
        if (!state.audible()) {
            throw new NoSoundException(state.message());
        }
        if (state.mastering() == PlanState.FAILED) {
            throw new IOException(state.masteringProblem());
        }
        boolean opened = state.sampleRate() > 0;
        if (!state.loading() && (!opened || state.ended())) {
            requireWhole(state);
        }
        if (opened && !device.problem().equals(told)) {
            told = device.problem();
            onProblem.accept(told);
        }
    }

    /** A message that is not the device's is about the file: it cannot be read, or ends early. */
    private void requireWhole(PlayerState state) throws IOException {
        String ofDevice = device == null ? "" : device.problem();
        if (!state.message().isEmpty() && !state.message().equals(ofDevice)) {
            throw new IOException(state.message());
        }
    }

    /**
     * What went over to the next was heard to its end, however far it was when it was looked at.
     */
    private PlayedFile played(Piece piece, PlayerState last) {
        boolean wentOver = player.state().track() != last.track();
        long frames =
                wentOver ? last.totalFrames().orElse(last.positionFrames()) : last.positionFrames();
        return new PlayedFile(
                piece.file().toString(),
                piece.side().name().toLowerCase(Locale.ROOT),
                Optional.of(last.outputName()),
                Optional.of(last.path().outputBits()),
                last.sampleRate(),
                frames,
                (double) frames / last.sampleRate(),
                Optional.empty());
    }

    @Override
    public void close() {
        player.close();
    }
}
