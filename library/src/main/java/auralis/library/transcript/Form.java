package auralis.library.transcript;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a transcript is written in one kind of file. */
interface Form {
    String write(Transcript transcript, LineRules rules);

    /**
     * @param text with line feeds only
     * @throws IOException with the end of a sentence that begins with the name of the file
     */
    Transcript read(String text) throws IOException;

    /** Whether a text in which nothing is said may have been written so. */
    default boolean mayBeEmpty(String text) {
        return text.isBlank();
    }

    /** What a file tells that has nothing but segments. */
    static Transcript told(String engine, List<Segment> segments) {
        double end = segments.stream().mapToDouble(Segment::end).max().orElse(0);
        return told(engine, Optional.empty(), segments, end);
    }

    /** The same of a recording whose language and length are known. */
    static Transcript told(
            String engine, Optional<String> language, List<Segment> segments, double seconds) {
        List<Segment> ordered =
                segments.stream().sorted(Comparator.comparingDouble(Segment::start)).toList();
        return new Transcript(
                engine, Optional.empty(), language, ordered, List.of(), List.of(), seconds, 0, 0);
    }
}
