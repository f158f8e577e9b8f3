package auralis.library.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SubRip. Nobody ever specified it: read are tags of HTML and places of SubStation, which are
 * dropped, missing numbers and hours, points for commas, and empty lines within a text.
 */
final class SrtForm implements Form {
    private static final Pattern TIMES =
            Pattern.compile(
                    "^[ \\t]*((?:\\d+:)?\\d+:\\d+(?:[.,]\\d{1,9})?)[ \\t]*-->[ \\t]*"
                            + "((?:\\d+:)?\\d+:\\d+(?:[.,]\\d{1,9})?)(?:[ \\t].*)?$",
                    Pattern.MULTILINE);
    private static final Pattern TAG =
            Pattern.compile("(?i)</?(?:b|i|u|s|font|c|ruby|rt)(?:[ =][^<>]*)?>|\\{\\\\[^}]*}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Override
    public String write(Transcript transcript, LineRules rules) {
        StringBuilder file = new StringBuilder();
        int number = 1;
        for (Cue cue : Cues.of(transcript, rules)) {
            long start = Times.millis(cue.start());
            long end = Math.max(start + 1, Times.millis(cue.end()));
            file.append(number++)
                    .append('\n')
                    .append(Times.clock(start, ','))
                    .append(" --> ")
                    .append(Times.clock(end, ','))
                    .append('\n');
            cue.lines().forEach(line -> file.append(Neutral.written(line)).append('\n'));
            file.append('\n');
        }
        return file.toString();
    }

    /** Whether there is a line with two times. */
    static boolean isIn(String text) {
        return TIMES.matcher(text).find();
    }

    @Override
    public Transcript read(String text) {
        List<Segment> segments = new ArrayList<>();
        Matcher times = TIMES.matcher(text);
        boolean more = times.find();
        while (more) {
            double start = Times.seconds(times.group(1));
            double end = Math.max(start, Times.seconds(times.group(2)));
            int from = times.end();
            more = times.find();
            String content = text.substring(from, more ? times.start() : text.length());
            segments.add(Segment.of(start, end, text(content, more), List.of()));
        }
        return Form.told("srt", segments);
    }

    /**
     * @param more whether the number of the next one may stand at the end
     */
    private static String text(String content, boolean more) {
        List<String> lines = new ArrayList<>(content.strip().lines().toList());
        lines.removeIf(String::isBlank);
        int last = lines.size() - 1;
        boolean apart = Pattern.compile("(?:^|\\n)[ \\t]*\\n[^\\n]*\\n?$").matcher(content).find();
        if (more && last >= 0 && apart && NUMBER.matcher(lines.get(last).strip()).matches()) {
            lines.remove(last);
        }
        return Neutral.read(TAG.matcher(Lines.joined(lines)).replaceAll("").strip());
    }

    /** Of one that has no tags. */
    static Optional<double[]> times(String line) {
        Matcher match = TIMES.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        double start = Times.seconds(match.group(1));
        return Optional.of(new double[] {start, Math.max(start, Times.seconds(match.group(2)))});
    }
}
