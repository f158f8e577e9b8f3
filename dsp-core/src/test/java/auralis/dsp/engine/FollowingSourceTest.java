package auralis.dsp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.MemorySource;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.filter.BiquadCascade;
import auralis.dsp.filter.BiquadDesign;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FollowingSourceTest {
    private static final StreamFormat MONO = StreamFormat.mono(44_100);

    @Test
    void aTrackGoesOnWhereItsPredecessorEnded() throws Exception {
        float[] album = TestSignals.music(MONO, 100_000)[0];
        int join = 60_001;
        float[] whole =
                MemorySource.readAll(
                        new ProcessedSource(
                                new MemorySource(MONO, new float[][] {album}), filter()),
                        4096)[0];
        FollowingSource second =
                new FollowingSource(
                        part(album, 0, join), part(album, join, album.length), filter(), 1);
        assertThat(second.frames()).hasValue(album.length - join);
        float[] heard = MemorySource.readAll(second, 1000)[0];
        assertThat(heard).containsExactly(Arrays.copyOfRange(whole, join, album.length), within());
    }

    @Test
    void aShortPredecessorIsHeardWhole() throws Exception {
        float[] album = TestSignals.music(MONO, 20_000)[0];
        float[] whole =
                MemorySource.readAll(
                        new ProcessedSource(
                                new MemorySource(MONO, new float[][] {album}), filter()),
                        4096)[0];
        float[] heard =
                MemorySource.readAll(
                        new FollowingSource(
                                part(album, 0, 100), part(album, 100, 20_000), filter(), 3),
                        4096)[0];
        assertThat(heard).containsExactly(Arrays.copyOfRange(whole, 100, 20_000));
    }

    private static MemorySource part(float[] plane, int from, int to) {
        return new MemorySource(MONO, new float[][] {Arrays.copyOfRange(plane, from, to)});
    }

    private static BiquadCascade filter() {
        return new BiquadCascade(rate -> List.of(BiquadDesign.highPass(30, 0.7, rate)));
    }

    private static Offset<Float> within() {
        return Offset.offset(1e-6f);
    }
}
