package auralis.library.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Label tracks of Audacity: start, end and text between tabs, in seconds. */
final class LabelForm implements Form {
    private static final Pattern LABEL =
            Pattern.compile("(\\d+(?:[.,]\\d+)?)\\t(\\d+(?:[.,]\\d+)?)(?:\\t(.*))?");

    @Override
    public String write(Transcript transcript, LineRules rules) {
        StringBuilder file = new StringBuilder();
        for (Segment segment : transcript.segments()) {
            file.append(
                    String.format(
                            Locale.ROOT,
                            "%.6f\t%.6f\t%s\n",
                            segment.start(),
                            segment.end(),
                            Cues.flat(segment.text())));
        }
        return file.toString();
    }

    /** Whether every line is a label; those of frequencies begin with a backslash. */
    static boolean isIn(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return !lines.isEmpty()
                && lines.stream()
                        .allMatch(line -> line.startsWith("\\") || LABEL.matcher(line).matches());
    }

    @Override
    public Transcript read(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher label = LABEL.matcher(line);
            if (label.matches()) {
                double start = seconds(label.group(1));
                String words = label.group(3) == null ? "" : label.group(3).strip();
                double end = Math.max(start, seconds(label.group(2)));
                segments.add(Segment.of(start, end, words, List.of()));
            }
        }
        return Form.told("audacity", segments);
    }

    private static double seconds(String number) {
        return Double.parseDouble(number.replace(',', '.'));
    }
}
