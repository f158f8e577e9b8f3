package auralis.app.play;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A moment of the player.
 *
 * @param track the number of the {@link Player#open} this is about; 0 before the first
 * @param file what was asked to be open last, whether or not it could be opened
 * @param loading whether that file is still being opened
 * @param positionFrames the frame that is heard now, 0..total
 * @param totalFrames the length, where it is known
 * @param sampleRate of the track in Hz; 0 while nothing is open
 * @param playing whether the player plays or will as soon as it can
 * @param ended whether the end was reached and heard
 * @param side what was chosen; while {@code masteredReady} is false the original is heard anyway
 * @param mastering how far the plan is
 * @param masteringProblem a sentence when {@code mastering} is {@code FAILED}, else empty
 * @param masteredReady whether the mastered side is rendered where the listener is, so that
 *     switching to it is heard at once
 * @param volume linear gain 0..1
 * @param message what went wrong with the file or the device, as a sentence; empty when nothing did
 * @param outputName the device, or "no sound output"
 * @param audible whether there is a device
 * @param path what becomes of the samples
 */
public record PlayerState(
        long track,
        Optional<Path> file,
        boolean loading,
        long positionFrames,
        OptionalLong totalFrames,
        int sampleRate,
        boolean playing,
        boolean ended,
        Side side,
        PlanState mastering,
        String masteringProblem,
        boolean masteredReady,
        double volume,
        String message,
        String outputName,
        boolean audible,
        SignalPath path) {

    /** The position in seconds; 0 while nothing is open. */
    public double positionSeconds() {
        return sampleRate == 0 ? 0 : (double) positionFrames / sampleRate;
    }
}
