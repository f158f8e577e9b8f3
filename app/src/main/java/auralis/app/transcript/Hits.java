package auralis.app.transcript;

import auralis.library.search.Fold;
import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a text stands in a transcript, in order; case, accents and what stands between words do not
 * matter.
 *
 * @param current the one that is shown; -1 for none
 */
record Hits(List<Hit> all, int current) {
    static final Hits NONE = new Hits(List.of(), -1);

    /**
     * One place.
     *
     * @param from its first token
     * @param to behind its last
     */
    record Hit(int segment, int from, int to) {
        boolean covers(int token) {
            return token >= from && token < to;
        }
    }

    Hits {
        all = List.copyOf(all);
    }

    /** Looks for it; on a worker. */
    static Hits of(Transcript transcript, String wanted) throws InterruptedException {
        String query = Fold.text(wanted).strip();
        List<Hit> hits = new ArrayList<>();
        if (query.isEmpty()) {
            return NONE;
        }
        for (int i = 0; i < transcript.segments().size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            find(transcript.segments().get(i), i, query, hits);
        }
        return new Hits(hits, hits.isEmpty() ? -1 : 0);
    }

    private static void find(Segment segment, int number, String query, List<Hit> hits) {
        List<Token> tokens = Token.of(segment);
        StringBuilder text = new StringBuilder();
        int[] ends = new int[tokens.size()];
        for (int i = 0; i < ends.length; i++) {
            text.append(i > 0 && tokens.get(i).spaced() ? " " : "");
            text.append(Fold.text(tokens.get(i).text()));
            ends[i] = text.length();
        }
        for (int at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
            hits.add(new Hit(number, token(ends, at), token(ends, at + query.length() - 1) + 1));
        }
    }

    private static int token(int[] ends, int at) {
        int token = 0;
        while (ends[token] <= at) {
            token++;
        }
        return token;
    }

    /** The first at or behind a segment is shown. */
    Hits from(int segment) {
        int at = 0;
        while (at < all.size() && all.get(at).segment() < segment) {
            at++;
        }
        return all.isEmpty() ? this : new Hits(all, at % all.size());
    }

    /** Another is shown, around the end. */
    Hits step(int by) {
        return all.isEmpty() ? this : new Hits(all, Math.floorMod(current + by, all.size()));
    }

    /** What was found in a segment. */
    List<Hit> in(int segment) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).segment() < segment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < all.size() && all.get(end).segment() == segment) {
            end++;
        }
        return all.subList(low, end);
    }

    boolean isCurrent(Hit hit) {
        return current >= 0 && all.get(current).equals(hit);
    }
}
