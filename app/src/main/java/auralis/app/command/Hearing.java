package auralis.app.command;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering;
import auralis.app.play.PlanState;
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
import java.util.function.Predicate;

/** Has a player play files on the calling thread's behalf, which waits and can be interrupted. */
final class Hearing implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;

    private final Player player;
    private final Consumer<String> onProblem;
    private final Semaphore changes = new Semaphore(0);
    private String told = "";

    // ---- shared: what the player opened last
    private volatile SoundOutput device;

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
     * Comes back when the file, or so much of it, was heard.
     *
     * @param mastering exact; without it the original is heard
     * @throws NoSoundException when the device went away
     * @throws IOException with a sentence when the file cannot be played to its end
     */
    PlayedFile play(Path file, Optional<Mastering> mastering, double seconds, ProgressLine progress)
            throws IOException, InterruptedException {
        Side side = mastering.isPresent() ? Side.MASTERED : Side.ORIGINAL;
        player.side(side);
        long track = player.open(file, false);
        mastering.ifPresent(exact -> player.mastering(track, exact));
        await(
                state -> !state.loading() && (mastering.isEmpty() || state.masteredReady()),
                progress);
        progress.phase("playing");
        progress.total(player.state().totalFrames().orElse(0));
        player.play();
        PlayerState last =
                await(state -> state.ended() || state.positionSeconds() >= seconds, progress);
        player.pause();
        return played(file, side, last);
    }

    private PlayerState await(Predicate<PlayerState> done, ProgressLine progress)
            throws IOException, InterruptedException {
        long heard = 0;
        while (true) {
            PlayerState state = player.state();
            progress.advance(state.positionFrames() - heard);
            heard = state.positionFrames();
            requireHealth(state);
            if (done.test(state)) {
                return state;
            }
            changes.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            changes.drainPermits();
        }
    }

    private void requireHealth(PlayerState state) throws IOException {
        if (!state.audible()) {
            throw new NoSoundException(state.message());
        }
        if (state.mastering() == PlanState.FAILED) {
            throw new IOException(state.masteringProblem());
        }
        boolean opened = state.sampleRate() > 0;
        if (!state.loading() && (!opened || state.ended()) && failed(state)) {
            throw new IOException(state.message());
        }
        if (opened && !device.problem().equals(told)) {
            told = device.problem();
            onProblem.accept(told);
        }
    }

    /** A message that is not the device's is about the file: it cannot be read, or ends early. */
    private boolean failed(PlayerState state) {
        String ofDevice = device == null ? "" : device.problem();
        return !state.message().isEmpty() && !state.message().equals(ofDevice);
    }

    private PlayedFile played(Path file, Side side, PlayerState last) {
        return new PlayedFile(
                file.toString(),
                side.name().toLowerCase(Locale.ROOT),
                Optional.of(last.outputName()),
                Optional.of(device.bitDepth()),
                last.sampleRate(),
                last.positionFrames(),
                last.positionSeconds(),
                Optional.empty());
    }

    @Override
    public void close() {
        player.close();
    }
}
