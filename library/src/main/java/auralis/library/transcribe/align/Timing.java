package auralis.library.transcribe.align;

import java.util.Arrays;

/**
 * When the words of a line begin, and the last of them ends.
 *
 * @param edges rising, in seconds from the beginning of the recording; one more than there are
 *     words
 */
record Timing(double[] edges) {
    static Timing of(double start, double[] edges) {
        return new Timing(Arrays.stream(edges).map(edge -> start + edge).toArray());
    }

    double start() {
        return edges[0];
    }

    double end() {
        return edges[edges.length - 1];
    }
}
