package auralis.app.transcript;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A transcript as rows: segments, silences and gaps by their starts. Of another transcript only the
 * rows that differ are replaced, so that a list of 20 000 stays where it is. FX thread only.
 */
final class Lines {
    private final ObservableList<Line> rows = FXCollections.observableArrayList();
    private int[] rowOf = {}; // by segment
    private int[] segmentOf = {}; // by row; -1 for other rows

    ObservableList<Line> rows() {
        return rows;
    }

    /** The row of a segment. */
    int rowOf(int segment) {
        return rowOf[segment];
    }

    /** The segment of a row; -1 where it is another, or there is none. */
    int segmentOf(int row) {
        return row >= 0 && row < segmentOf.length ? segmentOf[row] : -1;
    }

    void show(Transcript transcript) {
        List<Line> next = of(transcript);
        number(next, transcript.segments().size());
        int same = 0;
        int most = Math.min(rows.size(), next.size());
        while (same < most && isSame(rows.get(same), next.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < most - same
                && isSame(rows.get(rows.size() - 1 - tail), next.get(next.size() - 1 - tail))) {
            tail++;
        }
        exchange(same, rows.size() - tail, next.subList(same, next.size() - tail));
    }

    void clear() {
        rows.clear();
        rowOf = new int[0];
        segmentOf = new int[0];
    }

    private void exchange(int from, int to, List<Line> by) {
        int common = Math.min(to - from, by.size());
        if (common <= 2) {
            for (int i = 0; i < common; i++) {
                rows.set(from + i, by.get(i));
            }
        } else {
            common = 0;
        }
        if (to > from + common) {
            rows.remove(from + common, to);
        }
        if (by.size() > common) {
            rows.addAll(from + common, by.subList(common, by.size()));
        }
    }

    private void number(List<Line> lines, int segments) {
        rowOf = new int[segments];
        segmentOf = new int[lines.size()];
        int segment = 0;
        for (int row = 0; row < lines.size(); row++) {
            boolean said = lines.get(row) instanceof Line.Said;
            segmentOf[row] = said ? segment : -1;
            if (said) {
                rowOf[segment++] = row;
            }
        }
    }

    private static boolean isSame(Line one, Line other) {
        return one instanceof Line.Said a && other instanceof Line.Said b
                ? a.segment() == b.segment()
                : one.equals(other);
    }

    /** Sorting keeps the order of those that begin together: what is said comes first. */
    private static List<Line> of(Transcript transcript) {
        List<Line> lines = new ArrayList<>();
        for (Segment segment : transcript.segments()) {
            lines.add(new Line.Said(segment));
        }
        transcript.silences().forEach(span -> lines.add(new Line.Silence(span)));
        transcript.gaps().forEach(span -> lines.add(new Line.Gap(span)));
        lines.sort(Comparator.comparingDouble(Line::start));
        return lines;
    }
}
