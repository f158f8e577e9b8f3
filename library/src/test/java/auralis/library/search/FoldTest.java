package auralis.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BJÖRK                 | bjork
                    Sigur Rós             | sigur ros
                    Bjo\u0308rk           | bjork
                    Straße                | strasse
                    STRAẞE                | strasse
                    Mø & Ærø              | mo aero
                    Cœur                  | coeur
                    Łódź                  | lodz
                    Đorđe                 | dorde
                    Þórr                  | thorr
                    İstanbul ılık         | istanbul ilik
                    ΟΔΟΣ ΟΔΟς             | οδοσ οδοσ
                    ЁЛКА й                | елка и
                    Don't Don’t Don´t     | dont dont dont
                    AC/DC                 | ac dc
                    jean-michel           | jean michel
                    …And Justice (Live!)  | and justice live
                    ﬁne ２ ① Ⅷ            | fine 2 1 viii
                    ٢٣                    | 23
                    東京事変               | 東 京 事 変
                    ラーメンx              | ラ ー メ ン x
                    한국                   | 한국
                    ЩЕДРЫЙ                | щедрыи
                    """)
    void bringsWhatIsTypedDifferentlyIntoOneForm(String text, String folded) {
        String expected = Normalizer.normalize(folded, Normalizer.Form.NFKD);
        assertThat(Fold.text(text)).isEqualTo(Fold.text(folded)).isEqualTo(expected);
    }

    @Test
    void foldingTwiceChangesNothing() {
        List<String> changed =
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(c -> "a" + Character.toString(c) + "b" + Character.toString(c))
                        .filter(text -> !Fold.text(Fold.text(text)).equals(Fold.text(text)))
                        .toList();
        assertThat(changed).isEmpty();
    }

    @Test
    void nothingButLettersAndDigitsStays() {
        assertThat(Fold.text("?! 🎵 …")).isEmpty();
        assertThat(Fold.words("?!")).isEmpty();
        assertThat(Fold.words(" a  b\tc\u00A0d\u0000e\uD800f ")).hasSize(6);
    }

    @Test
    void sortsNumbersByTheirSize() {
        List<String> mixed =
                List.of("Track 100", "Träck 10", "!!!", "Track 2", "99 Luftballons", "track 007");
        assertThat(mixed.stream().sorted(Comparator.comparing(Fold::sortKey)))
                .containsExactly(
                        "!!!", "99 Luftballons", "Track 2", "track 007", "Träck 10", "Track 100");
        assertThat(Fold.sortKey("0")).isEqualTo("00000000");
        assertThat(Fold.sortKey("123456789012")).isEqualTo("123456789012");
    }
}
