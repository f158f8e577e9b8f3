package auralis.library.transcribe;

import auralis.dsp.speech.Span;

/**
 * A piece of a recording that is recognised at once. Where speech had to be cut, it runs over into
 * the next one, and each of them tells only what lies on its side of the cut.
 *
 * @param id another one for each of a recording
 * @param start in s
 * @param end in s
 * @param from where what it tells begins, in s
 * @param to where that ends, in s
 */
record Chunk(int id, double start, double end, double from, double to) {
    Chunk {
        if (!(start <= from && from <= to && to <= end)) {
            throw new IllegalArgumentException(
                    start + ".." + end + " s telling " + from + ".." + to);
        }
    }

    /** What is sent. */
    Span sent() {
        return new Span(start, end);
    }

    /** What it tells. */
    Span told() {
        return new Span(from, to);
    }

    double seconds() {
        return end - start;
    }
}
