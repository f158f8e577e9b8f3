package auralis.app.transcript;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When the words of a changed text are said. What stayed keeps its time; what is new shares the
 * time of what it replaces, or that between its neighbours, by the lengths of the words, and is
 * marked as estimated.
 */
final class WordTimes {
    private WordTimes() {}

    /** The words of a new text for a segment. */
    static List<Word> of(String text, Segment segment) {
        List<String> fresh = Token.pieces(text);
        List<Word> old = segment.words();
        int[] kept = kept(fresh, old);
        List<Word> words = new ArrayList<>();
        int at = 0; // in the old words
        for (int i = 0; i < fresh.size(); ) {
            if (kept[i] >= 0) {
                at = kept[i] + 1;
                words.add(old.get(kept[i]));
                i++;
                continue;
            }
            int to = i;
            while (to < fresh.size() && kept[to] < 0) {
                to++;
            }
            int oldEnd = to < fresh.size() ? kept[to] : old.size();
            words.addAll(fill(fresh.subList(i, to), segment, at, oldEnd));
            i = to;
        }
        return words;
    }

    /** Words that share a stretch of time by their lengths. */
    static List<Word> spread(List<String> texts, double start, double end) {
        double total = texts.stream().mapToInt(WordTimes::weight).sum();
        List<Word> words = new ArrayList<>();
        double at = start;
        double weight = 0;
        for (String text : texts) {
            weight += weight(text);
            double next = Math.max(at, start + (end - start) * weight / total);
            words.add(new Word(at, next, text, OptionalDouble.empty(), true));
            at = next;
        }
        return words;
    }

    /** Words brought from one stretch of time into another. */
    static List<Word> fit(List<Word> words, double from, double to, double start, double end) {
        double scale = to > from ? (end - start) / (to - from) : 0;
        return words.stream()
                .map(
                        word ->
                                new Word(
                                        start + (word.start() - from) * scale,
                                        start + (word.end() - from) * scale,
                                        word.text(),
                                        word.probability(),
                                        true))
                .toList();
    }

    private static int weight(String text) {
        return text.length() + 1;
    }

    /**
     * @param from first of the old words that are replaced
     * @param to behind the last of them
     */
    private static List<Word> fill(List<String> texts, Segment segment, int from, int to) {
        List<Word> old = segment.words();
        if (to - from == texts.size()) {
            List<Word> words = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Word was = old.get(from + i);
                words.add(
                        new Word(
                                was.start(),
                                was.end(),
                                texts.get(i),
                                OptionalDouble.empty(),
                                was.estimated()));
            }
            return words;
        }
        boolean replaces = to > from;
        double start =
                replaces
                        ? old.get(from).start()
                        : from > 0 ? old.get(from - 1).end() : segment.start();
        double end =
                replaces
                        ? old.get(to - 1).end()
                        : to < old.size() ? old.get(to).start() : segment.end();
        return spread(texts, start, Math.max(start, end));
    }

    /** For each new word the old one that it is, or -1: the longest common subsequence. */
    private static int[] kept(List<String> fresh, List<Word> old) {
        int[][] length = new int[fresh.size() + 1][old.size() + 1];
        for (int i = fresh.size() - 1; i >= 0; i--) {
            for (int j = old.size() - 1; j >= 0; j--) {
                length[i][j] =
                        fresh.get(i).equals(old.get(j).text())
                                ? length[i + 1][j + 1] + 1
                                : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int[] kept = new int[fresh.size()];
        int j = 0;
        for (int i = 0; i < fresh.size(); i++) {
            kept[i] = -1;
            while (j < old.size() && length[i][j] == length[i][j + 1]) {
                j++; // this old word is in no longest common subsequence from here
            }
            if (j < old.size() && fresh.get(i).equals(old.get(j).text())) {
                kept[i] = j++;
            }
        }
        return kept;
    }
}
