package auralis.app.command;

import java.util.Optional;

/**
 * What {@code play} answers for a file.
 *
 * @param side original or mastered
 * @param device what it was heard on, as is {@code bitDepth}; empty when it was not heard at all
 * @param sampleRate in Hz, 0 when it was not heard
 * @param frames how many were heard, from the first on
 */
record PlayedFile(
        String file,
        String side,
        Optional<String> device,
        Optional<Integer> bitDepth,
        int sampleRate,
        long frames,
        double seconds,
        Optional<String> error) {

    static PlayedFile failed(String file, String side, String error) {
        return new PlayedFile(
                file, side, Optional.empty(), Optional.empty(), 0, 0, 0, Optional.of(error));
    }
}
