package auralis.dsp.engine;

import auralis.dsp.StreamFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what renderers have decoded and mastered, so that going back to it costs nothing. Shared by
 * the renderers of a player, whose threads alone look into it; what was not looked at for longest
 * goes first.
 */
public final class RenderCache {
    private static final int FIRST_CAPACITY = 1024;
    private static final float LOAD = 0.75f;

    private final long maxBytes;
    private final Map<Key, Chunk> chunks = new LinkedHashMap<>(FIRST_CAPACITY, LOAD, true);
    private long usedBytes;

    private record Key(Shelf shelf, long index) {}

    /**
     * @param maxBytes 0 keeps nothing; ten minutes of 44.1 kHz stereo take 212 MB a side
     */
    public RenderCache(long maxBytes) {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("a cache of " + maxBytes + " bytes");
        }
        this.maxBytes = maxBytes;
    }

    /** Never more than the limit. */
    public synchronized long usedBytes() {
        return usedBytes;
    }

    /** Where the chunks of one side are; nothing is kept when content or plan are null. */
    Shelf shelf(Object content, Object plan, StreamFormat format) {
        return content == null || plan == null
                ? Shelf.NONE
                : new Shelf(this, content, plan, format);
    }

    synchronized Chunk get(Shelf shelf, long index) {
        return chunks.get(new Key(shelf, index));
    }

    /** Keeps the better one when there is one already: an exact chunk stays. */
    synchronized void put(Shelf shelf, Chunk chunk) {
        Key key = new Key(shelf, chunk.index);
        Chunk known = chunks.get(key);
        if (known == null) {
            chunks.put(key, chunk);
            usedBytes += chunk.bytes();
            evict();
        } else if (chunk.exact && !known.exact) {
            chunks.put(key, chunk);
            usedBytes += chunk.bytes() - known.bytes();
        }
    }

    private void evict() {
        Iterator<Chunk> oldestFirst = chunks.values().iterator();
        while (usedBytes > maxBytes) {
            usedBytes -= oldestFirst.next().bytes();
            oldestFirst.remove();
        }
    }
}
