package auralis.library.transcribe.remote;

import auralis.library.json.Json;
import auralis.library.transcribe.engine.Recogniser.Recognition;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads transcripts in every dialect of the OpenAI interface that servers speak: words beside the
 * segments (OpenAI, speaches) or in them as pieces (whisper.cpp), whole numbers that are
 * nanoseconds (LocalAI), numbers as strings (vLLM), texts without segments, text alone.
 */
final class ResponseReader {
    /** Times that are so many times longer than the piece are in ns. */
    private static final double FAR_BEYOND = 10;

    private static final double NANOS = 1e-9;

    /** From these values of Whisper on, its own authors do not trust it. */
    private static final double SUSPICIOUS_COMPRESSION = 2.4;

    private static final double SUSPICIOUS_LOG_PROBABILITY = -1;

    /** What models write for themselves. */
    private static final Pattern CONTROL = Pattern.compile("<\\|[^|]*\\|>|\\[_[A-Z]+_[^]]*]");

    private final double seconds;
    private final JsonNode root;
    private final double unit;

    /** A segment as the server writes it; times may be missing. */
    private record Said(
            OptionalDouble start,
            OptionalDouble end,
            String text,
            List<Heard> words,
            JsonNode node) {}

    private ResponseReader(JsonNode root, double seconds) {
        this.root = root;
        this.seconds = seconds;
        this.unit = latest(root) > FAR_BEYOND * Math.max(1, seconds) ? NANOS : 1;
    }

    /**
     * @param seconds length of the piece; nothing is later
     * @throws IOException with the end of a sentence when it is no transcript
     */
    static Recognition read(String body, double seconds) throws IOException {
        JsonNode root = Json.read(body, JsonNode.class);
        boolean isTranscript =
                root.path("text").isTextual()
                        || root.path("segments").isArray()
                        || root.path("words").isArray();
        if (!isTranscript) {
            throw new IOException("it has neither text nor segments");
        }
        return new ResponseReader(root, seconds).read();
    }

    /** Of an answer that is nothing but the text. */
    static Recognition text(String text, double seconds) {
        String clean = clean(text);
        return new Recognition(
                Optional.empty(),
                clean.isEmpty() ? List.of() : List.of(Segment.of(0, seconds, clean, List.of())));
    }

    private Recognition read() {
        List<Heard> words = whole(heard(root.path("words")));
        List<Said> said = said();
        String text = clean(root.path("text").asText(""));
        List<Segment> segments = new ArrayList<>();
        if (said.stream().allMatch(one -> one.text().isEmpty())) {
            segments.addAll(all(text, words));
        } else {
            segments.addAll(segments(said, words));
        }
        segments.sort(Comparator.comparingDouble(Segment::start));
        return new Recognition(Languages.code(root.path("language").asText("")), segments);
    }

    /** One segment of all there is. */
    private List<Segment> all(String text, List<Heard> words) {
        String whole =
                text.isEmpty()
                        ? words.stream()
                                .map(word -> word.text().strip())
                                .collect(Collectors.joining(" "))
                        : text;
        if (whole.isEmpty()) {
            return List.of();
        }
        double start = words.isEmpty() ? 0 : words.get(0).start();
        double end = words.isEmpty() ? seconds : words.get(words.size() - 1).end();
        return List.of(segment(start, end, whole, words, root));
    }

    private List<Said> said() {
        List<Said> said = new ArrayList<>();
        for (JsonNode node : root.path("segments")) {
            said.add(
                    new Said(
                            time(node.path("start")),
                            time(node.path("end")),
                            clean(node.path("text").asText("")),
                            whole(heard(node.path("words"))),
                            node));
        }
        return said;
    }

    private List<Segment> segments(List<Said> said, List<Heard> words) {
        List<Segment> segments = new ArrayList<>();
        double before = 0;
        int next = 0;
        for (int i = 0; i < said.size(); i++) {
            Said one = said.get(i);
            boolean isLast = i == said.size() - 1;
            double start = one.start().orElse(before);
            double follower = isLast ? seconds : said.get(i + 1).start().orElse(seconds);
            double end = Math.max(start, one.end().orElse(follower));
            List<Heard> own = new ArrayList<>(one.words());
            int to = isLast ? words.size() : until(words, next, one.text(), end, follower);
            own.addAll(words.subList(next, to));
            next = to;
            if (!one.text().isEmpty()) {
                segments.add(segment(start, end, one.text(), own, one.node()));
            }
            before = end;
        }
        return segments;
    }

    /**
     * Where the words of a segment end: where their letters are those of its text, else by time.
     */
    private static int until(
            List<Heard> words, int from, String text, double end, double follower) {
        String wanted = Punctuation.letters(text);
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < words.size() && letters.length() < wanted.length(); i++) {
            letters.append(Punctuation.letters(words.get(i).text()));
            if (letters.toString().equals(wanted)) {
                return i + 1;
            }
        }
        double border = (end + Math.max(end, follower)) / 2;
        int to = from;
        while (to < words.size() && words.get(to).middle() < border) {
            to++;
        }
        return to;
    }

    private Segment segment(
            double start, double end, String text, List<Heard> heard, JsonNode node) {
        List<Heard> words = Punctuation.attached(text, heard);
        double from = within(start);
        double to = Math.max(from, within(end));
        if (from == to && !words.isEmpty()) {
            from = within(words.get(0).start());
            to = Math.max(from, within(words.get(words.size() - 1).end()));
        }
        double first = from;
        double last = to;
        return new Segment(
                first,
                last,
                text,
                words.stream().map(word -> word(word, first, last)).toList(),
                Optional.of(node.path("speaker").asText("").strip()).filter(who -> !who.isEmpty()),
                marks(node));
    }

    private static Word word(Heard word, double first, double last) {
        double start = Math.min(last, Math.max(first, word.start()));
        double end = Math.min(last, Math.max(start, word.end()));
        return new Word(start, end, word.text().strip(), word.probability(), false);
    }

    private static Set<Mark> marks(JsonNode node) {
        boolean repeats = node.path("compression_ratio").asDouble() > SUSPICIOUS_COMPRESSION;
        boolean guessed = node.path("avg_logprob").asDouble() < SUSPICIOUS_LOG_PROBABILITY;
        return repeats || guessed ? EnumSet.of(Mark.SUSPICIOUS) : Set.of();
    }

    private List<Heard> heard(JsonNode nodes) {
        List<Heard> heard = new ArrayList<>();
        for (JsonNode node : nodes) {
            String text = CONTROL.matcher(text(node)).replaceAll("");
            OptionalDouble start = time(node.path("start"));
            if (start.isPresent() && !text.isBlank()) {
                double end = Math.max(start.getAsDouble(), time(node.path("end")).orElse(0));
                heard.add(new Heard(start.getAsDouble(), end, text, probability(node)));
            }
        }
        return heard;
    }

    private static String text(JsonNode node) {
        return node.path("word").asText(node.path("text").asText(""));
    }

    private static OptionalDouble probability(JsonNode node) {
        JsonNode value = node.path("probability");
        double probability = value.asDouble(-1);
        return value.isNumber() && probability >= 0 && probability <= 1
                ? OptionalDouble.of(probability)
                : OptionalDouble.empty();
    }

    /** Pieces without a space before them belong to the word before, where others have one. */
    private static List<Heard> whole(List<Heard> pieces) {
        boolean spaced = pieces.stream().skip(1).anyMatch(piece -> piece.text().startsWith(" "));
        List<Heard> words = new ArrayList<>();
        for (Heard piece : pieces) {
            int last = words.size() - 1;
            if (spaced && last >= 0 && !piece.text().startsWith(" ")) {
                words.set(last, words.get(last).joined(piece));
            } else {
                words.add(piece);
            }
        }
        return words;
    }

    private OptionalDouble time(JsonNode node) {
        OptionalDouble time = number(node);
        return time.isPresent() ? OptionalDouble.of(Math.max(0, time.getAsDouble() * unit)) : time;
    }

    private static OptionalDouble number(JsonNode node) {
        double value = node.isNumber() || node.isTextual() ? node.asDouble(Double.NaN) : Double.NaN;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static double latest(JsonNode root) {
        return StreamSupport.stream(root.path("segments").spliterator(), false)
                .flatMap(node -> List.of(node.path("start"), node.path("end")).stream())
                .mapToDouble(node -> number(node).orElse(0))
                .max()
                .orElse(0);
    }

    private double within(double time) {
        return Math.min(seconds, Math.max(0, time));
    }

    private static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("").strip();
    }
}
