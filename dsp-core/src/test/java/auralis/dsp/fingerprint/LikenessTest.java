package auralis.dsp.fingerprint;

import static auralis.dsp.fingerprint.Dimension.CREST_DB;
import static auralis.dsp.fingerprint.Dimension.LUFS;
import static auralis.dsp.fingerprint.Dimension.SPECTRAL_CENTROID_HZ;
import static auralis.dsp.fingerprint.Dimension.STEREO_WIDTH;
import static auralis.dsp.fingerprint.Dimension.TEMPO_BPM;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.fingerprint.FingerprintDistance.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Map<Dimension, Span> SPANS =
            Map.of(
                    TEMPO_BPM, new Span(80, 170),
                    SPECTRAL_CENTROID_HZ, new Span(800, 3800),
                    CREST_DB, new Span(7, 19),
                    LUFS, new Span(-16, -8),
                    STEREO_WIDTH, new Span(0.1, 0.5));

    @Test
    void saysInPlainWordsWhatIsAlikeAndWhatIsNot() {
        Fingerprint one = fingerprint(122, 2000, 12, -14, 0.2);
        Fingerprint other = fingerprint(124, 2010, 12.5, -11, 0.28);
        assertThat(Likeness.of(one, other, SPANS).sentence())
                .isEqualTo(
                        "equally bright, same tempo (122 and 124 BPM), similar dynamics;"
                                + " louder by 3 LU");
        assertThat(Likeness.of(other, one, SPANS).unlike()).containsExactly("quieter by 3 LU");
    }

    @Test
    void tellsTheFarthestFirst() {
        Fingerprint one = fingerprint(122, 2000, 12, -14, 0.2);
        Fingerprint other = fingerprint(90, 3900, 18, -14.2, 0.45);
        assertThat(Likeness.of(one, other, SPANS).sentence())
                .isEqualTo("equally loud; brighter, wider");
        assertThat(Likeness.of(one, one, SPANS).alike())
                .containsExactly("same tempo (122 BPM)", "equally bright", "similar dynamics");
    }

    @Test
    void whatCanHardlyBeHeardIsAlikeInAnyLibrary() {
        Map<Dimension, Span> album = Map.of(LUFS, new Span(-14.1, -14));
        Fingerprint one = new Fingerprint(Map.of(LUFS, -14.1));
        Fingerprint other = new Fingerprint(Map.of(LUFS, -13.9));
        assertThat(Likeness.of(one, other, album).sentence()).isEqualTo("equally loud");
        assertThat(Likeness.of(one, other, Map.of()).sentence()).isEqualTo("equally loud");
    }

    @Test
    void saysNothingWhereNothingCanBeCompared() {
        Fingerprint song = fingerprint(122, 2000, 12, -14, 0.2);
        assertThat(Likeness.of(song, new Fingerprint(Map.of()), SPANS).sentence()).isEmpty();
    }

    private static Fingerprint fingerprint(
            double tempo, double centroid, double crest, double lufs, double width) {
        return new Fingerprint(
                Map.of(
                        TEMPO_BPM,
                        tempo,
                        SPECTRAL_CENTROID_HZ,
                        centroid,
                        CREST_DB,
                        crest,
                        LUFS,
                        lufs,
                        STEREO_WIDTH,
                        width));
    }
}
