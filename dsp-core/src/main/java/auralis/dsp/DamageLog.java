package auralis.dsp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the stretches of a stream that a source had to replace by silence, in order and without
 * overlap however often they are met again after a seek. Memory is bounded: from {@value #MAX}
 * stretches on, the nearest earlier one is extended.
 */
public final class DamageLog {
    static final int MAX = 1_000;

    /** First frame of a stretch to the frame behind it. */
    private final TreeMap<Long, Long> stretches = new TreeMap<>();

    public void add(long frame, long frames) {
        if (frame < 0 || frames < 1) {
            throw new IllegalArgumentException(frames + " frames from " + frame);
        }
        long from = frame;
        long to = frame + frames;
        Map.Entry<Long, Long> joined = joined(frame);
        if (joined != null) {
            from = Math.min(from, joined.getKey());
            to = Math.max(to, joined.getValue());
        }
        Map.Entry<Long, Long> covered = stretches.ceilingEntry(from);
        while (covered != null && covered.getKey() <= to) {
            to = Math.max(to, covered.getValue());
            stretches.remove(covered.getKey());
            covered = stretches.ceilingEntry(from);
        }
        stretches.put(from, to);
    }

    /** The earlier stretch that a new one from {@code frame} on becomes part of, or null. */
    private Map.Entry<Long, Long> joined(long frame) {
        Map.Entry<Long, Long> before = stretches.floorEntry(frame);
        if (stretches.size() < MAX) {
            return before != null && before.getValue() >= frame ? before : null;
        }
        return before != null ? before : stretches.firstEntry();
    }

    /** How many frames were replaced so far. */
    public long frames() {
        return all().stream().mapToLong(Damage::frames).sum();
    }

    /** What was met so far, in the order of the stream. */
    public List<Damage> all() {
        return stretches.entrySet().stream()
                .map(s -> new Damage(s.getKey(), s.getValue() - s.getKey()))
                .toList();
    }
}
