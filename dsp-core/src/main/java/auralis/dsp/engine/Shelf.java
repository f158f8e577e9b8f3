package auralis.dsp.engine;

import auralis.dsp.StreamFormat;
import java.util.Objects;

/** The place of one side of one track in a cache. Equal for equal sides. */
final class Shelf {
    /** The plan of the dry side. */
    static final Object DRY = new Object();

    /** Keeps nothing. */
    static final Shelf NONE = new Shelf(new RenderCache(0), DRY, DRY, StreamFormat.mono(44_100));

    private final RenderCache cache;
    private final Object content;
    private final Object plan;
    private final StreamFormat format;

    /** Computed once: plans are large, and each chunk is looked up by it. */
    private final int hash;

    Shelf(RenderCache cache, Object content, Object plan, StreamFormat format) {
        this.cache = cache;
        this.content = content;
        this.plan = plan;
        this.format = format;
        this.hash = Objects.hash(content, plan, format);
    }

    /** The chunk of that index, or null. */
    Chunk get(long index) {
        return this == NONE ? null : cache.get(this, index);
    }

    void put(Chunk chunk) {
        if (this != NONE) {
            cache.put(this, chunk);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Shelf shelf
                        && hash == shelf.hash
                        && content.equals(shelf.content)
                        && plan.equals(shelf.plan)
                        && format.equals(shelf.format));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
