package auralis.library.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import auralis.library.search.Term.All;
import auralis.library.search.Term.Any;
import auralis.library.search.Term.Flag;
import auralis.library.search.Term.Not;
import auralis.library.search.Term.Numbers;
import auralis.library.search.Term.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Term LIVE = word("live");
    private static final Term POP = word("pop");

    @Test
    void findsEachWordAnywhere() throws QueryException {
        assertThat(terms("Björk  LIVE")).containsExactly(word("bjork"), LIVE);
        assertThat(terms("AC/DC")).containsExactly(words(true, "ac", "dc"));
        assertThat(terms("東京")).containsExactly(words(true, "東", "京"));
        assertThat(terms("12:30 http://x :y"))
                .containsExactly(words(true, "12", "30"), words(true, "http", "x"), word("y"));
    }

    @Test
    void findsAPhraseExactly() throws QueryException {
        assertThat(terms("\"Night Bus\" live")).containsExactly(words(false, "night", "bus"), LIVE);
        assertThat(terms("“Night Bus”live")).containsExactly(words(false, "night", "bus"), LIVE);
        assertThat(terms("artist:\"sigur rós\""))
                .containsExactly(
                        new Words(Optional.of(TextField.ARTIST), List.of("sigur", "ros"), false));
        assertThat(terms("Artist:bjö AlbumArtist:x"))
                .containsExactly(
                        new Words(Optional.of(TextField.ARTIST), List.of("bjo"), true),
                        new Words(Optional.of(TextField.ALBUM_ARTIST), List.of("x"), true));
    }

    @Test
    void leavesOut() throws QueryException {
        assertThat(terms("-live --pop")).containsExactly(new Not(LIVE), POP);
        assertThat(terms("-\"night bus\"")).containsExactly(new Not(words(false, "night", "bus")));
        assertThat(terms("-mastered:yes"))
                .containsExactly(new Not(new Flag(YesNoField.MASTERED, true)));
        assertThat(terms("-(live pop)")).containsExactly(new Not(new All(List.of(LIVE, POP))));
        assertThat(terms("-(-live)")).containsExactly(LIVE);
    }

    @Test
    void takesOneOrTheOther() throws QueryException {
        Any any = new Any(List.of(LIVE, POP));
        assertThat(terms("live OR pop a")).containsExactly(any, word("a"));
        assertThat(terms("a live OR (pop)")).containsExactly(word("a"), any);
        assertThat(terms("(a b) OR pop"))
                .containsExactly(new Any(List.of(new All(List.of(word("a"), word("b"))), POP)));
        assertThat(terms("live OR pop OR (a OR b)"))
                .containsExactly(new Any(List.of(LIVE, POP, word("a"), word("b"))));
        assertThat(terms("live or pop")).containsExactly(LIVE, word("or"), POP);
        assertThat(terms("intro (live)")).containsExactly(word("intro"), LIVE);
        assertThat(terms("live :) pop")).containsExactly(LIVE, POP);
    }

    @ParameterizedTest
    @CsvSource({
        "year:>1990,     YEAR,   1990, false, ,     false",
        "year:>=1990,    YEAR,   1990, true,  ,     false",
        "year:1990..,    YEAR,   1990, true,  ,     false",
        "year:..1990,    YEAR,   ,     false, 1990, true",
        "year:1990..1999,YEAR,   1990, true,  1999, true",
        "year:1999..1990,YEAR,   1990, true,  1999, true",
        "year:=1990,     YEAR,   1990, true,  1990, true",
        "lufs:<-16,      LUFS,   ,     false, -16,  false",
        "lufs:<=\u221216,LUFS,   ,     false, -16,  true",
        "lufs:-10..-16,  LUFS,   -16,  true,  -10,  true",
        "lufs:-14,       LUFS,   -14.5, true, -13.5, false",
        "lufs:-14.2,     LUFS,   -14.25, true, -14.15, false",
        "tp:>-.5,        TP,     -0.5, false, ,     false",
        "length:>3:30,   LENGTH, 210,  false, ,     false",
        "length:1:00:00..,LENGTH,3600, true,  ,     false",
        "length:3:45,    LENGTH, 224.5, true, 225.5, false",
        "length:<3:,     LENGTH, ,     false, 180,  false",
        "rate:>44.1k,    RATE,   44100, false, ,    false",
        "rate:44.1K,     RATE,   44050, true, 44150, false",
        "rate:48000,     RATE,   47999.5, true, 48000.5, false",
        "plays:0,        PLAYS,  0,    true,  0,    true",
        "plays:-0,       PLAYS,  0,    true,  0,    true",
        "added:<30,      ADDED,  ,     false, 30,   false",
        "'year:\"1990\"',YEAR,   1990, true,  1990, true",
    })
    void comparesNumbers(
            String text,
            NumberField field,
            Double min,
            boolean minIncluded,
            Double max,
            boolean maxIncluded)
            throws QueryException {
        assertThat(terms(text))
                .containsExactly(
                        new Numbers(field, optional(min), minIncluded, optional(max), maxIncluded));
        assertThat(terms(Query.parse(text).toString())).isEqualTo(terms(text));
    }

    @Test
    void asksYesOrNo() throws QueryException {
        assertThat(terms("favorite:yes favourite:TRUE analysed:n missing:0"))
                .containsExactly(
                        new Flag(YesNoField.FAVOURITE, true),
                        new Flag(YesNoField.FAVOURITE, true),
                        new Flag(YesNoField.ANALYZED, false),
                        new Flag(YesNoField.MISSING, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "-",
                "- -",
                "\"",
                "artist:",
                "-artist:",
                "artist:\"",
                "lufs:",
                "lufs:<",
                "lufs:<-",
                "lufs:>=",
                "year:..",
                "mastered:",
                "(",
                "()",
                ")",
                "-(",
                "artist: OR lufs:<",
                "?!"
            })
    void whatIsNotFinishedAsksForNothing(String text) throws QueryException {
        assertThat(Query.parse(text)).isEqualTo(Query.ALL);
        assertThat(terms("live " + text)).containsExactly(LIVE);
        assertThat(terms(text + " ")).isEmpty();
    }

    @Test
    void anOpenQuoteGoesOnToTheEnd() throws QueryException {
        assertThat(terms("\"night b")).containsExactly(words(true, "night", "b"));
        assertThat(terms("(live pop")).containsExactly(LIVE, POP);
        assertThat(terms("live OR")).containsExactly(LIVE);
        assertThat(terms("mastered:n")).containsExactly(new Flag(YesNoField.MASTERED, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    artits:x       | 0 | 6  | no field “artits”. Did you mean artist?
                    a -lufz:<3     | 3 | 7  | Did you mean lufs?
                    art:x          | 0 | 3  | Did you mean artist?
                    Re:Zero        | 0 | 2  | no field “Re”. Fields are artist, title
                    yaer:1990      | 0 | 4  | Did you mean year?
                    zzzzzz:x       | 0 | 6  | no field “zzzzzz”. Fields are artist, title
                    lufs:loud      | 5 | 9  | “loud” is no number that lufs can have. Write it like lufs:<-16.
                    a year:19x     | 7 | 10 | Write it like year:1990..1999.
                    year:3:30      | 5 | 9  | no number
                    rate:44q       | 5 | 8  | rate:>44.1k
                    length:1:2:3:4 | 7 | 14 | length:>3:30
                    missing:maybe  | 8 | 13 | missing is yes or no: write missing:yes or missing:no.
                    """)
    void teaches(String text, int from, int to, String sentence) {
        QueryException error = catchThrowableOfType(QueryException.class, () -> Query.parse(text));
        assertThat(error).hasMessageContaining(sentence);
        assertThat(text.substring(error.from(), error.to())).isEqualTo(text.substring(from, to));
    }

    @Test
    void refusesToNestForEver() {
        assertThatThrownBy(() -> Query.parse("(".repeat(100_000)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("50");
    }

    @Test
    void itsTextMeansTheSame() throws QueryException {
        assertThat(Query.parse("Björk's AC/DC \"Night Bus\" -genre:pop a OR (b -(c OR d))"))
                .hasToString("bjorks ac-dc \"night bus\" -genre:pop a OR (b -(c OR d))");
        assertThat(Query.parse("lufs:-14 mastered:n year:1990"))
                .hasToString("lufs:-14.5..<-13.5 mastered:no year:1990");
    }

    @Test
    void everyExampleOfTheHelpIsASearch() throws QueryException {
        for (Field field : Field.ALL) {
            assertThat(terms(field.example())).as(field.example()).hasSize(1);
            assertThat(Query.FIELDS).anyMatch(line -> line.startsWith(field.example() + " "));
        }
    }

    @Test
    void noTextBreaksIt() {
        Random random = new Random(4);
        int understood = 0;
        for (int i = 0; i < 50_000; i++) {
            String text = anyText(random);
            try {
                Query query = Query.parse(text);
                assertThat(Query.parse(query.toString())).as(text).isEqualTo(query);
                understood++;
            } catch (QueryException e) {
                assertThat(e.from()).as(text).isBetween(0, e.to());
                assertThat(e.to()).as(text).isLessThanOrEqualTo(text.length());
            }
        }
        assertThat(understood).isGreaterThan(10_000);
    }

    /** Pieces of the language, of scripts and of noise. */
    private static String anyText(Random random) {
        String[] pieces = {
            " ",
            " ",
            " ",
            "-",
            "(",
            ")",
            "\"",
            " OR ",
            "a",
            "Björk",
            "東京",
            "..",
            "<",
            ">=",
            ":",
            "artist:",
            "lufs:",
            "year:",
            "length:",
            "rate:",
            "missing:",
            "1",
            "-16",
            "44.1k",
            "3:30",
            "yes",
            "ß",
            "'",
            "/",
            "\uD83C",
            "\uDFB5",
            "\u0308",
            "\u00A0",
            "x:",
            ".",
            "=",
            "9"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(
                    random.nextInt(20) > 0
                            ? pieces[random.nextInt(pieces.length)]
                            : String.valueOf((char) random.nextInt(0x10000)));
        }
        return text.toString();
    }

    private static List<Term> terms(String text) throws QueryException {
        return Query.parse(text).all();
    }

    private static Term word(String token) {
        return words(true, token);
    }

    private static Term words(boolean prefix, String... tokens) {
        return new Words(Optional.empty(), List.of(tokens), prefix);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
