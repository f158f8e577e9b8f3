package auralis.library.media;

import auralis.dsp.Damage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The damaged places of a file in order, each once, however often it was read. */
final class DamageLog {
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    /** Adds a place; what overlaps or touches becomes one. */
    void add(long frame, long frames) {
        long start = frame;
        long end = frame + frames;
        Map.Entry<Long, Long> before = ends.floorEntry(end);
        while (before != null && before.getValue() >= start) {
            start = Math.min(start, before.getKey());
            end = Math.max(end, before.getValue());
            ends.remove(before.getKey());
            before = ends.floorEntry(end);
        }
        ends.put(start, end);
    }

    /** How much is damaged. */
    long frames() {
        return list().stream().mapToLong(Damage::frames).sum();
    }

    List<Damage> list() {
        return ends.entrySet().stream()
                .map(e -> new Damage(e.getKey(), e.getValue() - e.getKey()))
                .toList();
    }
}
