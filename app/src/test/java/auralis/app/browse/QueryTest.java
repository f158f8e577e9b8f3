package auralis.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.SomeTrack;
import auralis.library.track.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class QueryTest {
    private final Row oland = row(1, "Öland", "Östra Kvartetten", "Lowlands", -9.5);
    private final Row zebra = row(2, "zebra", "Duo Alba", "Öl", -14);
    private final Row apple = row(3, "Apple", "Duo Alba", "", -23);
    private final List<Row> rows = List.of(oland, zebra, apple);

    @Test
    void everyWordMustOccurSomewhereWhateverItsCaseAndAccents() {
        assertThat(search("OL")).containsExactly(oland, zebra);
        assertThat(search(" ostra  lowl ")).containsExactly(oland);
        assertThat(search("alba lowl")).isEmpty();
        assertThat(search("")).isEqualTo(rows);
        assertThat(search("2.flac")).containsExactly(zebra);
    }

    @Test
    void wordsSortAsPeopleSortThemAndFiguresByValue() {
        assertThat(sorted(Column.TITLE, true)).containsExactly(apple, oland, zebra);
        assertThat(sorted(Column.TITLE, false)).containsExactly(zebra, oland, apple);
        assertThat(sorted(Column.LOUDNESS, true)).containsExactly(apple, zebra, oland);
    }

    @Test
    void equalRowsKeepTheirOrder() {
        assertThat(sorted(Column.ARTIST, true)).containsExactly(zebra, apple, oland);
    }

    @Test
    void problemsCanBeLookedAtAlone() {
        assertThat(Query.of("", true, null).apply(rows)).isEmpty();
    }

    private List<Row> search(String typed) {
        return Query.of(typed, false, null).apply(rows);
    }

    private List<Row> sorted(Column column, boolean ascending) {
        return Query.of("", false, column.order(ascending)).apply(rows);
    }

    private static Row row(long id, String title, String artist, String album, double lufs) {
        return new Row(
                Facts.of(
                        SomeTrack.of(
                                id,
                                Path.of(id + ".flac"),
                                title,
                                artist,
                                album,
                                Track.State.ANALYZED,
                                OptionalDouble.of(1),
                                OptionalDouble.of(lufs),
                                OptionalDouble.empty(),
                                Optional.empty())));
    }
}
