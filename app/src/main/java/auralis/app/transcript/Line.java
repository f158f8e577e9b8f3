package auralis.app.transcript;

import auralis.dsp.speech.Span;
import auralis.library.transcript.Segment;

/** A row of the list. */
sealed interface Line {
    /** Somebody speaks. */
    record Said(Segment segment) implements Line {
        @Override
        public double start() {
            return segment.start();
        }
    }

    /** Nobody does. */
    record Silence(Span span) implements Line {
        @Override
        public double start() {
            return span.start();
        }
    }

    /** Could not be recognised. */
    record Gap(Span span) implements Line {
        @Override
        public double start() {
            return span.start();
        }
    }

    /** In seconds. */
    double start();
}
