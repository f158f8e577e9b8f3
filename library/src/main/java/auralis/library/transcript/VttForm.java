package auralis.library.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WebVTT (W3C): who speaks is in voice tags; comments, styles and regions are passed over when it
 * is read.
 */
final class VttForm implements Form {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ \\t>]*)?[ \\t]+([^>]*)>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLOCKS = Pattern.compile("\\n[ \\t]*\\n+");
    private static final Pattern LANGUAGE = Pattern.compile("(?m)^Language:[ \\t]*([a-z]{2})\\b");

    @Override
    public String write(Transcript transcript, LineRules rules) {
        StringBuilder file = new StringBuilder("WEBVTT\n\n");
        for (Cue cue : Cues.of(transcript, rules)) {
            long start = Times.millis(cue.start());
            long end = Math.max(start + 1, Times.millis(cue.end()));
            file.append(Times.clock(start, '.'))
                    .append(" --> ")
                    .append(Times.clock(end, '.'))
                    .append('\n');
            cue.speaker()
                    .map(Cues::flat)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> file.append("<v ").append(escaped(name)).append('>'));
            cue.lines().forEach(line -> file.append(escaped(line)).append('\n'));
            file.append('\n');
        }
        return file.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public Transcript read(String text) {
        List<Segment> segments = new ArrayList<>();
        String[] blocks = BLOCKS.split(text.strip());
        for (String block : blocks) {
            List<String> lines = block.strip().lines().toList();
            // A cue may have a name before its times.
            for (int i = 0; i < Math.min(2, lines.size()); i++) {
                Optional<double[]> times = SrtForm.times(lines.get(i));
                if (times.isPresent()) {
                    segments.add(segment(times.get(), lines.subList(i + 1, lines.size())));
                    break;
                }
            }
        }
        Matcher language = LANGUAGE.matcher(blocks[0]);
        Transcript told = Form.told("vtt", segments);
        return language.find()
                ? Form.told("vtt", Optional.of(language.group(1)), segments, told.seconds())
                : told;
    }

    @Override
    public boolean mayBeEmpty(String text) {
        return text.startsWith("WEBVTT");
    }

    private static Segment segment(double[] times, List<String> lines) {
        String text = Lines.joined(lines);
        Matcher voice = VOICE.matcher(text);
        Optional<String> speaker =
                voice.find() ? Optional.of(unescaped(voice.group(1)).strip()) : Optional.empty();
        return new Segment(
                times[0],
                times[1],
                unescaped(TAG.matcher(text).replaceAll("")).strip(),
                List.of(),
                speaker.filter(name -> !name.isEmpty()),
                Set.of());
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&amp;", "&");
    }
}
