package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.StreamFormat;
import org.junit.jupiter.api.Test;

class RenderCacheTest {
    private static final StreamFormat MONO = StreamFormat.mono(48_000);
    private static final long CHUNK_BYTES = chunk(0, true).bytes();

    private final RenderCache cache = new RenderCache(3 * CHUNK_BYTES);
    private final Shelf shelf = cache.shelf("track", "plan", MONO);

    private static Chunk chunk(long index, boolean exact) {
        return new Chunk(index, Chunk.FRAMES, exact, new float[1][Chunk.FRAMES]);
    }

    @Test
    void whatWasNotLookedAtForLongestGoesFirst() {
        for (int i = 0; i < 3; i++) {
            shelf.put(chunk(i, true));
        }
        shelf.get(0);
        shelf.put(chunk(3, true));
        assertThat(shelf.get(1)).isNull();
        assertThat(shelf.get(0)).isNotNull();
        assertThat(shelf.get(3)).isNotNull();
        assertThat(cache.usedBytes()).isEqualTo(3 * CHUNK_BYTES);
    }

    @Test
    void anExactChunkReplacesAnotherAndStays() {
        Chunk exact = chunk(5, true);
        shelf.put(chunk(5, false));
        shelf.put(exact);
        shelf.put(chunk(5, false));
        shelf.put(chunk(5, true));
        assertThat(shelf.get(5)).isSameAs(exact);
        assertThat(cache.usedBytes()).isEqualTo(CHUNK_BYTES);
    }

    @Test
    void contentPlanAndFormatTellSidesApart() {
        shelf.put(chunk(0, true));
        assertThat(cache.shelf("track", "plan", MONO).get(0)).isNotNull();
        assertThat(cache.shelf("other", "plan", MONO).get(0)).isNull();
        assertThat(cache.shelf("track", "other", MONO).get(0)).isNull();
        assertThat(cache.shelf("track", Shelf.DRY, MONO).get(0)).isNull();
        assertThat(cache.shelf("track", "plan", StreamFormat.stereo(48_000)).get(0)).isNull();
    }

    @Test
    void whatHasNoNameIsNotKept() {
        cache.shelf(null, "plan", MONO).put(chunk(0, true));
        cache.shelf("track", null, MONO).put(chunk(0, true));
        new RenderCache(0).shelf("track", "plan", MONO).put(chunk(0, true));
        assertThat(cache.usedBytes()).isZero();
        assertThat(cache.shelf(null, "plan", MONO).get(0)).isNull();
    }
}
