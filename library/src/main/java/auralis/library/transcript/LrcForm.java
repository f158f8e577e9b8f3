package auralis.library.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lyrics with a time for each line, and for each word as A2 has it. A line ends where the next one
 * begins; where it ends earlier than that, an empty line says so.
 */
final class LrcForm implements Form {
    /** A shorter rest is not worth a line, in s. */
    private static final double REST = 0.5;

    private static final String TIME = "\\d+:\\d{1,2}(?::\\d{1,2})?(?:[.,]\\d{1,3})?";
    private static final Pattern STAMP = Pattern.compile("\\G[ \\t]*\\[(" + TIME + ")]");
    private static final Pattern WORD_STAMP = Pattern.compile("<(" + TIME + ")>");
    private static final Pattern TAG = Pattern.compile("^\\[([a-zA-Z#]+):(.*)]$");
    private static final Pattern OFFSET = Pattern.compile("[+-]?\\d{1,9}");

    private final boolean words;

    /**
     * @param words whether each word gets its time
     */
    LrcForm(boolean words) {
        this.words = words;
    }

    @Override
    public String write(Transcript transcript, LineRules rules) {
        StringBuilder file = new StringBuilder();
        transcript.language().ifPresent(language -> file.append("[la:" + language + "]\n"));
        file.append("[length:" + Times.minutes(transcript.seconds()) + "]\n");
        List<Cue> cues =
                Cues.of(transcript, rules).stream()
                        .sorted(Comparator.comparingDouble(Cue::start))
                        .toList();
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            file.append(stamp(cue.start())).append(words ? sung(cue) : said(cue)).append('\n');
            boolean last = i == cues.size() - 1;
            if (last || cues.get(i + 1).start() - cue.end() >= REST) {
                file.append(stamp(cue.end())).append('\n');
            }
        }
        return file.toString();
    }

    private static String stamp(double seconds) {
        return "[" + Times.minutes(seconds) + "]";
    }

    private static String said(Cue cue) {
        return Neutral.written(cue.text());
    }

    private static String sung(Cue cue) {
        Optional<int[]> places = Timed.places(cue.text(), cue.words());
        if (places.isEmpty() || cue.words().isEmpty()) {
            return said(cue);
        }
        StringBuilder line = new StringBuilder();
        int from = 0;
        for (int i = 0; i < cue.words().size(); i++) {
            line.append(Neutral.written(cue.text().substring(from, places.get()[i])));
            line.append('<').append(Times.minutes(cue.words().get(i).start())).append('>');
            from = places.get()[i];
        }
        line.append(Neutral.written(cue.text().substring(from)));
        return line + "<" + Times.minutes(cue.words().get(cue.words().size() - 1).end()) + ">";
    }

    /** Whether most lines begin with a time or are tags. */
    static boolean isIn(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        long stamped = lines.stream().filter(line -> STAMP.matcher(line).find()).count();
        long tags = lines.stream().filter(line -> TAG.matcher(line.strip()).matches()).count();
        return stamped > 0 && (stamped + tags) * 2 > lines.size();
    }

    @Override
    public boolean mayBeEmpty(String text) {
        return text.lines().allMatch(line -> line.isBlank() || TAG.matcher(line).matches());
    }

    /** A line at one of its times. */
    private record Line(double start, String text, boolean once) {}

    @Override
    public Transcript read(String text) {
        List<Line> lines = new ArrayList<>();
        double offset = tag(text, "offset").filter(LrcForm::isOffset).map(LrcForm::ms).orElse(0.0);
        text.lines().forEach(line -> addLines(line, offset, lines));
        lines.sort(Comparator.comparingDouble(Line::start));
        double length = tag(text, "length").filter(Times::isClock).map(Times::seconds).orElse(0.0);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double end = end(lines, i, length);
            if (!lines.get(i).text().isBlank()) {
                segments.add(segment(lines.get(i), end, offset));
            }
        }
        double last = segments.stream().mapToDouble(Segment::end).max().orElse(0);
        return Form.told(
                "lrc",
                tag(text, "la").filter(language -> !language.isEmpty()),
                segments,
                Math.max(length, last));
    }

    /** Where the next line that begins later does. */
    private static double end(List<Line> lines, int line, double length) {
        double start = lines.get(line).start();
        return lines.subList(line, lines.size()).stream()
                .mapToDouble(Line::start)
                .filter(next -> next > start)
                .findFirst()
                .orElse(Math.max(start, length));
    }

    private static Optional<String> tag(String text, String name) {
        return text.lines()
                .map(line -> TAG.matcher(line.strip()))
                .filter(tag -> tag.matches() && tag.group(1).equalsIgnoreCase(name))
                .map(tag -> tag.group(2).strip())
                .findFirst();
    }

    private static boolean isOffset(String ms) {
        return OFFSET.matcher(ms).matches();
    }

    private static double ms(String offset) {
        return Double.parseDouble(offset) / 1000;
    }

    private static void addLines(String line, double offset, List<Line> lines) {
        Matcher stamp = STAMP.matcher(line);
        List<Double> starts = new ArrayList<>();
        int from = 0;
        while (stamp.find()) {
            starts.add(seconds(stamp.group(1), offset));
            from = stamp.end();
        }
        String text = line.substring(from).strip();
        starts.forEach(start -> lines.add(new Line(start, text, starts.size() == 1)));
    }

    /** A positive offset shows the lines earlier. */
    private static double seconds(String stamp, double offset) {
        boolean hundredthsAfterColon = stamp.chars().filter(c -> c == ':').count() == 2;
        if (hundredthsAfterColon && stamp.indexOf('.') < 0 && stamp.indexOf(',') < 0) {
            int colon = stamp.lastIndexOf(':');
            return seconds(stamp.substring(0, colon) + "." + stamp.substring(colon + 1), offset);
        }
        return Math.max(0, Times.seconds(stamp) - offset);
    }

    private static Segment segment(Line line, double end, double offset) {
        Matcher stamp = WORD_STAMP.matcher(line.text());
        List<Double> times = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int from = 0;
        StringBuilder whole = new StringBuilder();
        while (stamp.find()) {
            String before = line.text().substring(from, stamp.start());
            whole.append(before);
            texts.add(Neutral.read(before.strip()));
            times.add(seconds(stamp.group(1), offset));
            from = stamp.end();
        }
        whole.append(line.text().substring(from));
        texts.add(Neutral.read(line.text().substring(from).strip()));
        List<Word> words = line.once() ? words(times, texts, end) : List.of();
        String text = Neutral.read(Cues.flat(whole.toString()));
        return Segment.of(line.start(), end, text, words);
    }

    /**
     * @param texts before each time, and after the last
     */
    private static List<Word> words(List<Double> times, List<String> texts, double end) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            double until = i + 1 < times.size() ? times.get(i + 1) : end;
            String text = texts.get(i + 1);
            if (!text.isEmpty()) {
                double start = times.get(i);
                words.add(
                        new Word(
                                start,
                                Math.max(start, until),
                                text,
                                OptionalDouble.empty(),
                                false));
            }
        }
        return words;
    }
}
