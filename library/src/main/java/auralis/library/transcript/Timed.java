package auralis.library.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When which character of a segment is said: by its words where they are those of the text, else in
 * proportion.
 */
final class Timed {
    private final Segment segment;
    private final String text;
    private final List<Word> words;
    private final int[] places;

    /**
     * @param text of the segment, as it is written
     */
    Timed(Segment segment, String text) {
        this.segment = segment;
        this.text = text;
        Optional<int[]> found = places(text, segment.words());
        this.places = found.orElse(new int[0]);
        this.words = found.isPresent() ? segment.words() : List.of();
    }

    /** Where each word begins in a text; empty when one is not there, as after an edit. */
    static Optional<int[]> places(String text, List<Word> words) {
        int[] places = new int[words.size()];
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            String word = words.get(i).text();
            places[i] = text.indexOf(word, from);
            if (word.isEmpty() || places[i] < 0) {
                return Optional.empty();
            }
            from = places[i] + word.length();
        }
        return Optional.of(places);
    }

    /** The words that begin in a stretch of the text. */
    List<Word> words(int from, int to) {
        List<Word> inside = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= from && places[i] < to) {
                inside.add(words.get(i));
            }
        }
        return inside;
    }

    /** When what stands at a place begins, in s. */
    double start(int place) {
        if (place == 0) {
            return segment.start();
        }
        if (words.isEmpty()) {
            return inProportion(place);
        }
        for (int i = 0; i < places.length; i++) {
            if (end(i) > place) {
                return within(i, place);
            }
        }
        return segment.end();
    }

    /** When what stands before a place ends, in s. */
    double end(int place, boolean last) {
        if (last) {
            return segment.end();
        }
        if (words.isEmpty()) {
            return inProportion(place);
        }
        for (int i = places.length - 1; i >= 0; i--) {
            if (places[i] < place) {
                return within(i, place);
            }
        }
        return segment.start();
    }

    private int end(int word) {
        return places[word] + words.get(word).text().length();
    }

    private double within(int i, int place) {
        Word word = words.get(i);
        double share = (double) (place - places[i]) / word.text().length();
        return word.start() + Math.max(0, Math.min(1, share)) * (word.end() - word.start());
    }

    private double inProportion(int place) {
        double share = (double) place / text.length();
        return segment.start() + share * (segment.end() - segment.start());
    }
}
