package auralis.library.transcript;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes of segments what can be shown at once: lines are broken between words, longer segments
 * between sentences or other marks where these are near. Texts without spaces are broken where
 * Unicode allows it, or between any two characters.
 */
final class Cues {
    private static final String SENTENCE_ENDS = ".!?…。！？؟";
    private static final String PAUSES = ",;:–—、，；：،";
    private static final String CLOSING = "\"'”’»)]）」』";

    private final LineRules rules;

    /** A piece of text that is not broken. */
    private record Piece(int start, int end) {}

    private Cues(LineRules rules) {
        this.rules = rules;
    }

    /** Of all segments that have a text. */
    static List<Cue> of(Transcript transcript, LineRules rules) {
        Cues cues = new Cues(rules);
        List<Cue> all = new ArrayList<>();
        transcript.segments().forEach(segment -> cues.add(segment, all));
        return all;
    }

    /** On one line. */
    static String flat(String text) {
        return text.replaceAll("[\\s\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cc}]+", " ").strip();
    }

    private void add(Segment segment, List<Cue> cues) {
        String text = flat(segment.text());
        List<Piece> pieces = pieces(text);
        Timed timed = new Timed(segment, text);
        double earliest = segment.start();
        int from = 0;
        while (from < pieces.size()) {
            int to = end(text, pieces, from);
            int first = pieces.get(from).start();
            int last = pieces.get(to - 1).end();
            double start = Math.min(segment.end(), Math.max(earliest, timed.start(first)));
            double end = Math.max(start, timed.end(last, to == pieces.size()));
            cues.add(
                    new Cue(
                            start,
                            end,
                            text.substring(first, last),
                            lines(text, pieces.subList(from, to)),
                            timed.words(first, last),
                            segment.speaker()));
            earliest = end;
            from = to;
        }
    }

    /** Where the cue ends that begins with a piece. */
    private int end(String text, List<Piece> pieces, int from) {
        int most = from + 1;
        while (most < pieces.size() && fits(text, pieces.subList(from, most + 1))) {
            most++;
        }
        if (most == pieces.size()) {
            return most;
        }
        int atSentence = lastAfter(SENTENCE_ENDS, text, pieces, from + (most - from) / 3, most);
        int atPause = lastAfter(PAUSES, text, pieces, from + (most - from) / 2, most);
        return atSentence > 0 ? atSentence : atPause > 0 ? atPause : most;
    }

    private static int lastAfter(
            String marks, String text, List<Piece> pieces, int after, int most) {
        for (int i = most; i > after; i--) {
            String piece = text.substring(pieces.get(i - 1).start(), pieces.get(i - 1).end());
            int end = piece.length();
            while (end > 1 && CLOSING.indexOf(piece.charAt(end - 1)) >= 0) {
                end--;
            }
            if (marks.indexOf(piece.charAt(end - 1)) >= 0) {
                return i;
            }
        }
        return 0;
    }

    private boolean fits(String text, List<Piece> pieces) {
        return lines(text, pieces, rules.maxCharacters()).size() <= rules.maxLines();
    }

    /** As even as the number of lines allows. */
    private List<String> lines(String text, List<Piece> pieces) {
        List<String> lines = lines(text, pieces, rules.maxCharacters());
        for (int width = rules.maxCharacters() - 1; width > 0 && lines.size() > 1; width--) {
            List<String> narrower = lines(text, pieces, width);
            int longest = narrower.stream().mapToInt(Cues::length).max().orElse(0);
            if (narrower.size() > lines.size() || longest > width) {
                break;
            }
            lines = narrower;
        }
        return lines;
    }

    private static List<String> lines(String text, List<Piece> pieces, int width) {
        List<String> lines = new ArrayList<>();
        int start = pieces.get(0).start();
        int end = start;
        for (Piece piece : pieces) {
            if (end > start && length(text.substring(start, piece.end())) > width) {
                lines.add(text.substring(start, end));
                start = piece.start();
            }
            end = piece.end();
        }
        lines.add(text.substring(start, end));
        return lines;
    }

    private List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int to = space < 0 ? text.length() : space;
            if (to > from) {
                addWord(text, from, to, pieces);
            }
            from = to + 1;
        }
        return pieces;
    }

    private void addWord(String text, int from, int to, List<Piece> pieces) {
        if (length(text.substring(from, to)) <= rules.maxCharacters()) {
            pieces.add(new Piece(from, to));
            return;
        }
        for (Piece part : broken(text, from, to, BreakIterator.getLineInstance(Locale.ROOT))) {
            if (length(text.substring(part.start(), part.end())) <= rules.maxCharacters()) {
                pieces.add(part);
            } else {
                BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
                pieces.addAll(broken(text, part.start(), part.end(), characters));
            }
        }
    }

    private static List<Piece> broken(String text, int from, int to, BreakIterator breaks) {
        breaks.setText(text.substring(from, to));
        List<Piece> parts = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            parts.add(new Piece(from + start, from + end));
            start = end;
        }
        return parts;
    }

    private static int length(String line) {
        return line.codePointCount(0, line.length());
    }
}
