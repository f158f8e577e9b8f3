package auralis.library.transcribe;

import auralis.dsp.speech.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches in order, of which none touches another, and how others lie to them. */
final class Voices {
    private final List<Span> spans = new ArrayList<>();

    /**
     * @param any in any order, and over each other
     */
    Voices(List<Span> any) {
        List<Span> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparingDouble(Span::start));
        for (Span span : sorted) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && span.start() <= last.end()) {
                double end = Math.max(last.end(), span.end());
                spans.set(spans.size() - 1, new Span(last.start(), end));
            } else {
                spans.add(span);
            }
        }
    }

    /** For how much of a stretch there is one of these, in s. */
    double within(Span stretch) {
        double seconds = 0;
        for (int i = firstEndingAfter(stretch.start());
                i < spans.size() && spans.get(i).start() < stretch.end();
                i++) {
            seconds += spans.get(i).overlap(stretch);
        }
        return seconds;
    }

    private int firstEndingAfter(double time) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * What lies between these, in order.
     *
     * @param length of all, in s
     * @param least length of a stretch, in s
     */
    List<Span> between(double length, double least) {
        List<Span> gaps = new ArrayList<>();
        double end = 0;
        for (Span span : spans) {
            if (span.start() - end >= least) {
                gaps.add(new Span(end, span.start()));
            }
            end = span.end();
        }
        if (length - end >= least) {
            gaps.add(new Span(end, length));
        }
        return gaps;
    }

    /** The middle of the longest pause inside a stretch; its own middle where there is none. */
    double pause(Span stretch) {
        double best = 0;
        double cut = (stretch.start() + stretch.end()) / 2;
        for (int i = firstEndingAfter(stretch.start());
                i + 1 < spans.size() && spans.get(i + 1).start() < stretch.end();
                i++) {
            double pause = spans.get(i + 1).start() - spans.get(i).end();
            if (spans.get(i).end() > stretch.start() && pause > best) {
                best = pause;
                cut = (spans.get(i).end() + spans.get(i + 1).start()) / 2;
            }
        }
        return cut;
    }
}
