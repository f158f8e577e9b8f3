package auralis.app.transcript;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of one segment of a transcript, named by its number; each makes another transcript, whose
 * segments are in the order of their starts. What the user changed is marked so.
 */
final class Edits {
    /** A segment is at least so long, in s. */
    static final double SHORTEST = 0.1;

    /** A line that is put in is so long where there is room, in s. */
    private static final double USUAL = 2;

    private Edits() {}

    /** Another text; words that stay keep their times. */
    static Changed text(Transcript transcript, int at, String text) {
        Segment old = transcript.segments().get(at);
        String clean = String.join(" ", Token.pieces(text));
        Segment next =
                new Segment(
                        old.start(),
                        old.end(),
                        clean,
                        WordTimes.of(clean, old),
                        old.speaker(),
                        Set.of(Mark.EDITED));
        return replace(transcript, at, List.of(next), 0);
    }

    static Changed speaker(Transcript transcript, int at, String name) {
        Segment old = transcript.segments().get(at);
        Optional<String> speaker = Optional.of(name.strip()).filter(text -> !text.isEmpty());
        Segment next =
                new Segment(old.start(), old.end(), old.text(), old.words(), speaker, edited(old));
        return replace(transcript, at, List.of(next), 0);
    }

    /** Other times; the words go along. */
    static Changed times(Transcript transcript, int at, double start, double end) {
        Segment next = timed(transcript.segments().get(at), start, end);
        return replace(transcript, at, List.of(next), 0);
    }

    /**
     * Two segments out of one.
     *
     * @param token the first of the second, 1..number of tokens - 1
     */
    static Changed split(Transcript transcript, int at, int token) {
        Segment old = transcript.segments().get(at);
        List<Token> tokens = Token.of(old);
        List<Token> first = tokens.subList(0, token);
        List<Token> second = tokens.subList(token, tokens.size());
        double end = end(first, token, tokens.size(), old);
        double start = second.get(0).word().map(Word::start).orElse(end);
        return replace(
                transcript,
                at,
                List.of(part(old, old.start(), end, first), part(old, start, old.end(), second)),
                1);
    }

    /** One segment out of this and the next. */
    static Changed join(Transcript transcript, int at) {
        Segment one = transcript.segments().get(at);
        Segment two = transcript.segments().get(at + 1);
        double end = Math.max(one.end(), two.end());
        Segment both =
                new Segment(
                        one.start(),
                        end,
                        (one.text() + " " + two.text()).strip(),
                        joined(one, two),
                        one.speaker().or(two::speaker),
                        edited(one));
        List<Segment> segments = new ArrayList<>(transcript.segments());
        segments.remove(at + 1);
        segments.set(at, both);
        return new Changed(transcript.with(segments), at);
    }

    static Changed delete(Transcript transcript, int at) {
        List<Segment> segments = new ArrayList<>(transcript.segments());
        segments.remove(at);
        return new Changed(transcript.with(segments), Math.min(at, segments.size() - 1));
    }

    /** A line without text, in the time that is free from a moment on. */
    static Changed insert(Transcript transcript, double start) {
        double next =
                transcript.segments().stream()
                        .mapToDouble(Segment::start)
                        .filter(other -> other > start)
                        .findFirst()
                        .orElse(Math.max(start + USUAL, transcript.seconds()));
        double end = Math.max(start + SHORTEST, Math.min(start + USUAL, next));
        Segment line =
                new Segment(start, end, "", List.of(), Optional.empty(), Set.of(Mark.EDITED));
        List<Segment> segments = new ArrayList<>(transcript.segments());
        segments.add(line);
        return sorted(transcript, segments, line);
    }

    /** Says that a segment begins now; what was before ends, what comes later begins later. */
    static Changed stamp(Transcript transcript, int at, double now) {
        List<Segment> segments = new ArrayList<>(transcript.segments());
        for (int i = 0; i < at; i++) {
            Segment before = segments.get(i);
            if (before.end() > now) {
                double start = Math.min(before.start(), Math.max(0, now - SHORTEST));
                segments.set(i, timed(before, start, Math.max(start, now)));
            }
        }
        Segment old = segments.get(at);
        double length = Math.max(SHORTEST, old.end() - old.start());
        segments.set(at, timed(old, now, now + length));
        double latest = now;
        for (int i = at + 1; i < segments.size() && segments.get(i).start() <= latest; i++) {
            Segment later = segments.get(i);
            latest += SHORTEST;
            segments.set(i, timed(later, latest, latest + later.end() - later.start()));
        }
        return new Changed(transcript.with(segments), at);
    }

    /** Lines that nobody timed yet, evenly over the recording. */
    static List<Segment> lines(String text, double seconds) {
        List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        double each = Math.max(SHORTEST, seconds / Math.max(1, lines.size()));
        List<Segment> segments = new ArrayList<>();
        for (String line : lines) {
            double start = each * segments.size();
            List<Word> words = WordTimes.spread(Token.pieces(line), start, start + each);
            segments.add(Segment.of(start, start + each, line, words).marked(Mark.EDITED));
        }
        return segments;
    }

    private static Segment part(Segment old, double start, double end, List<Token> tokens) {
        List<Word> words = tokens.stream().flatMap(token -> token.word().stream()).toList();
        double first = words.isEmpty() ? start : Math.min(start, words.get(0).start());
        double last = words.isEmpty() ? end : Math.max(end, words.get(words.size() - 1).end());
        return new Segment(
                first,
                Math.max(first, last),
                Token.join(tokens),
                words,
                old.speaker(),
                Set.of(Mark.EDITED));
    }

    private static double end(List<Token> first, int token, int all, Segment old) {
        double share = old.start() + (old.end() - old.start()) * token / all;
        return first.get(token - 1).word().map(Word::end).orElse(share);
    }

    /** Where only one of them has words with times, the other gets some. */
    private static List<Word> joined(Segment one, Segment two) {
        if (one.words().isEmpty() && two.words().isEmpty()) {
            return List.of();
        }
        List<Word> words = new ArrayList<>(timedWords(one));
        words.addAll(timedWords(two));
        return words;
    }

    private static List<Word> timedWords(Segment segment) {
        return segment.words().isEmpty() ? WordTimes.of(segment.text(), segment) : segment.words();
    }

    /** What is only cut at its ends keeps the times of its words. */
    private static Segment timed(Segment old, double from, double to) {
        double start = Math.max(0, from);
        double end = Math.max(start, to);
        List<Word> words =
                old.words().stream().allMatch(word -> isWithin(word, start, end))
                        ? old.words().stream().map(word -> cut(word, start, end)).toList()
                        : moved(old, start, end);
        return new Segment(start, end, old.text(), words, old.speaker(), edited(old));
    }

    private static boolean isWithin(Word word, double start, double end) {
        double middle = (word.start() + word.end()) / 2;
        return middle >= start && middle <= end;
    }

    private static Word cut(Word word, double start, double end) {
        double from = Math.max(start, word.start());
        return new Word(
                from,
                Math.max(from, Math.min(end, word.end())),
                word.text(),
                word.probability(),
                word.estimated());
    }

    private static List<Word> moved(Segment old, double start, double end) {
        double by = start - old.start();
        boolean whole = Math.abs(end - old.end() - by) < 1e-9;
        return whole
                ? old.words().stream().map(word -> word.later(by)).toList()
                : WordTimes.fit(old.words(), old.start(), old.end(), start, end);
    }

    private static Set<Mark> edited(Segment old) {
        Set<Mark> marks = EnumSet.of(Mark.EDITED);
        marks.addAll(old.marks());
        return marks;
    }

    /**
     * @param look which of the new ones is looked at
     */
    private static Changed replace(Transcript transcript, int at, List<Segment> by, int look) {
        List<Segment> segments = new ArrayList<>(transcript.segments());
        segments.remove(at);
        segments.addAll(at, by);
        return sorted(transcript, segments, by.get(look));
    }

    private static Changed sorted(Transcript transcript, List<Segment> segments, Segment look) {
        segments.sort(Comparator.comparingDouble(Segment::start));
        int at = 0;
        while (segments.get(at) != look) {
            at++;
        }
        return new Changed(transcript.with(segments), at);
    }
}
