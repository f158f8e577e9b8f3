package auralis.library.transcript;

import auralis.dsp.speech.Span;
import auralis.library.json.Json;
import auralis.library.transcript.Segment.Mark;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * All of a transcript. The words of all segments stand together; each segment says how many are
 * its. Read are also words within the segments, as servers write them.
 */
final class JsonForm implements Form {
    private record File(
            String engine,
            Optional<String> model,
            Optional<String> language,
            double totalDuration,
            int totalChunks,
            int chunksDone,
            double successRate,
            List<SegmentRow> segments,
            List<Span> silenceSegments,
            List<Span> gaps,
            List<WordRow> words) {}

    private record SegmentRow(
            double start,
            double end,
            String text,
            Optional<String> speaker,
            List<Mark> marks,
            int wordCount) {}

    private record WordRow(
            double start, double end, String word, OptionalDouble probability, boolean estimated) {}

    @Override
    public String write(Transcript transcript, LineRules rules) {
        return Json.writePretty(
                        new File(
                                transcript.engine(),
                                transcript.model(),
                                transcript.language(),
                                transcript.seconds(),
                                transcript.chunks(),
                                transcript.chunksDone(),
                                transcript.successRate(),
                                transcript.segments().stream().map(JsonForm::row).toList(),
                                transcript.silences(),
                                transcript.gaps(),
                                transcript.words().stream().map(JsonForm::row).toList()))
                + "\n";
    }

    private static SegmentRow row(Segment segment) {
        return new SegmentRow(
                segment.start(),
                segment.end(),
                segment.text(),
                segment.speaker(),
                segment.marks().stream().sorted().toList(),
                segment.words().size());
    }

    private static WordRow row(Word word) {
        return new WordRow(
                word.start(), word.end(), word.text(), word.probability(), word.estimated());
    }

    @Override
    public boolean mayBeEmpty(String text) {
        return true;
    }

    /** Whether it begins like an object. */
    static boolean isIn(String text) {
        return text.stripLeading().startsWith("{");
    }

    @Override
    public Transcript read(String text) throws IOException {
        try {
            JsonNode file = Json.read(text, JsonNode.class);
            if (!file.path("segments").isArray() && !file.path("words").isArray()) {
                throw new IOException("has neither \"segments\" nor \"words\"");
            }
            return transcript(file);
        } catch (IllegalArgumentException e) {
            throw new IOException("has times that cannot be: " + e.getMessage(), e);
        }
    }

    private static Transcript transcript(JsonNode file) throws IOException {
        List<Segment> segments = segments(file);
        double end = segments.stream().mapToDouble(Segment::end).max().orElse(0);
        double seconds = file.path("totalDuration").asDouble(file.path("duration").asDouble(end));
        return new Transcript(
                file.path("engine").asText("json"),
                string(file.path("model")),
                string(file.path("language")),
                segments,
                spans(file.path("silenceSegments")),
                spans(file.path("gaps")),
                seconds,
                file.path("totalChunks").asInt(),
                file.path("chunksDone").asInt());
    }

    private static List<Segment> segments(JsonNode file) throws IOException {
        List<Word> words = words(file.path("words"));
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (JsonNode node : file.path("segments")) {
            double start = time(node, "start");
            double end = time(node, "end");
            List<Word> own = new ArrayList<>(words(node.path("words")));
            if (node.has("wordCount")) {
                int to = Math.min(words.size(), from + Math.max(0, node.path("wordCount").asInt()));
                own.addAll(words.subList(from, to));
                from = to;
            } else if (own.isEmpty()) {
                words.stream().filter(word -> isIn(word, start, end)).forEach(own::add);
            }
            segments.add(
                    new Segment(
                            start,
                            end,
                            node.path("text").asText("").strip(),
                            own,
                            string(node.path("speaker")),
                            marks(node.path("marks"))));
        }
        return segments.isEmpty() && !words.isEmpty() ? List.of(whole(words)) : segments;
    }

    private static Segment whole(List<Word> words) {
        String text = Lines.joined(words.stream().map(Word::text).toList());
        double start = words.get(0).start();
        double end = words.get(words.size() - 1).end();
        return Segment.of(start, Math.max(start, end), text, words);
    }

    private static boolean isIn(Word word, double start, double end) {
        double middle = (word.start() + word.end()) / 2;
        return middle >= start && middle < end;
    }

    private static List<Word> words(JsonNode nodes) throws IOException {
        List<Word> words = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode probability = node.path("probability");
            words.add(
                    new Word(
                            time(node, "start"),
                            time(node, "end"),
                            node.path("word").asText(node.path("text").asText("")).strip(),
                            probability.isNumber()
                                    ? OptionalDouble.of(probability.doubleValue())
                                    : OptionalDouble.empty(),
                            node.path("estimated").asBoolean()));
        }
        return words;
    }

    private static Set<Mark> marks(JsonNode nodes) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            StreamSupport.stream(nodes.spliterator(), false)
                    .filter(node -> node.asText().equalsIgnoreCase(mark.name()))
                    .forEach(node -> marks.add(mark));
        }
        return marks;
    }

    private static List<Span> spans(JsonNode nodes) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (JsonNode node : nodes) {
            spans.add(new Span(time(node, "start"), time(node, "end")));
        }
        return spans;
    }

    private static double time(JsonNode node, String name) throws IOException {
        if (!node.path(name).isNumber()) {
            throw new IOException("has something without a \"" + name + "\" in seconds");
        }
        return node.path(name).doubleValue();
    }

    private static Optional<String> string(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }
}
