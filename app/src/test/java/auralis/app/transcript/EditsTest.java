package auralis.app.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import auralis.library.transcript.Segment;
import auralis.library.transcript.Segment.Mark;
import auralis.library.transcript.Transcript;
import auralis.library.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a change does to words and times. */
class EditsTest {
    private static final Transcript SONG =
            of(
                    segment(1, "one two three four"),
                    segment(6, "five six"),
                    segment(9, "seven eight nine"));

    /** A word each second. */
    static Segment segment(double start, String text) {
        String[] words = text.split(" ");
        List<Word> timed = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            timed.add(
                    new Word(start + i, start + i + 0.8, words[i], OptionalDouble.of(0.9), false));
        }
        return Segment.of(start, start + words.length, text, timed);
    }

    static Transcript of(Segment... segments) {
        return new Transcript(
                "Fake",
                Optional.empty(),
                Optional.of("en"),
                List.of(segments),
                List.of(),
                List.of(),
                60,
                3,
                3);
    }

    @Test
    void wordsThatStayKeepTheirTimes() {
        Segment changed =
                Edits.text(SONG, 0, " one  two tree four ").transcript().segments().get(0);
        assertThat(changed.text()).isEqualTo("one two tree four");
        assertThat(changed.words())
                .extracting(Word::text, Word::start, Word::estimated)
                .containsExactly(
                        tuple("one", 1.0, false),
                        tuple("two", 2.0, false),
                        tuple("tree", 3.0, false),
                        tuple("four", 4.0, false));
        assertThat(changed.words().get(2).probability()).isEmpty();
        assertThat(changed.words().get(3).probability()).hasValue(0.9);
        assertThat(changed.marks()).containsExactly(Mark.EDITED);
    }

    @Test
    void newWordsShareTheTimeBetweenTheirNeighbours() {
        Segment changed =
                Edits.text(SONG, 0, "one two and a three four").transcript().segments().get(0);
        Word and = changed.words().get(2);
        Word a = changed.words().get(3);
        assertThat(and.start()).isEqualTo(2.8);
        assertThat(and.end()).isEqualTo(a.start());
        assertThat(a.end()).isEqualTo(3.0);
        assertThat(and.end() - and.start()).isGreaterThan(a.end() - a.start());
        assertThat(and.estimated() && a.estimated()).isTrue();
        assertThat(changed.words().get(4).start()).isEqualTo(3.0);
    }

    @Test
    void aSplitLineIsJoinedAgain() {
        Changed split = Edits.split(SONG, 0, 2);
        List<Segment> parts = split.transcript().segments();
        assertThat(parts).extracting(Segment::text).startsWith("one two", "three four").hasSize(4);
        assertThat(parts.get(0).end()).isEqualTo(2.8);
        assertThat(parts.get(1).start()).isEqualTo(3.0);
        assertThat(split.segment()).isEqualTo(1);
        Segment joined = Edits.join(split.transcript(), 0).transcript().segments().get(0);
        assertThat(joined.text()).isEqualTo("one two three four");
        assertThat(joined.words()).isEqualTo(SONG.segments().get(0).words());
        assertThat(joined.end()).isEqualTo(5);
    }

    @Test
    void aLineThatMovesTakesItsWordsAlongAndItsPlace() {
        Changed moved = Edits.times(SONG, 1, 20, 22);
        assertThat(moved.segment()).isEqualTo(2);
        Segment last = moved.transcript().segments().get(2);
        assertThat(last.words()).extracting(Word::start).containsExactly(20.0, 21.0);
        assertThat(last.words()).noneMatch(Word::estimated);
        Segment cut = Edits.times(SONG, 1, 6.1, 8).transcript().segments().get(1);
        assertThat(cut.words()).extracting(Word::start).containsExactly(6.1, 7.0);
    }

    @Test
    void tappingAlongKeepsTheOrder() {
        Transcript lines = of().with(Edits.lines("a b\n\nc d\ne f", 60));
        assertThat(lines.segments()).extracting(Segment::start).containsExactly(0.0, 20.0, 40.0);
        Transcript tapped = Edits.stamp(lines, 0, 50).transcript();
        tapped = Edits.stamp(tapped, 1, 52).transcript();
        tapped = Edits.stamp(tapped, 2, 55).transcript();
        assertThat(tapped.segments()).extracting(Segment::start).containsExactly(50.0, 52.0, 55.0);
        assertThat(tapped.segments().get(0).end()).isEqualTo(52);
        assertThat(tapped.segments().get(1).words().get(0).start()).isEqualTo(52);
        for (Segment segment : tapped.segments()) {
            assertThat(segment.words())
                    .allMatch(w -> w.start() >= segment.start() && w.end() <= segment.end());
        }
    }

    @Test
    void aNewLineGoesWhereThereIsRoom() {
        Changed changed = Edits.insert(SONG, 8);
        assertThat(changed.segment()).isEqualTo(2);
        Segment line = changed.transcript().segments().get(2);
        assertThat(line.start()).isEqualTo(8);
        assertThat(line.end()).isEqualTo(9);
        assertThat(Edits.delete(changed.transcript(), 2).transcript()).isEqualTo(SONG);
    }

    @Test
    void aTextIsFoundAcrossWords() throws InterruptedException {
        Hits hits = Hits.of(SONG, "Two  thr".replace("  ", " "));
        assertThat(hits.all()).containsExactly(new Hits.Hit(0, 1, 3));
        Hits many = Hits.of(SONG, "e");
        assertThat(many.all()).hasSizeGreaterThan(5);
        assertThat(many.from(2).current()).isEqualTo(many.all().indexOf(many.in(2).get(0)));
        assertThat(Hits.of(SONG, "ten").all()).isEmpty();
    }

    @Test
    void whatIsHeardIsFoundByTime() {
        assertThat(Spot.of(SONG, 0.5)).isEqualTo(Spot.NONE);
        assertThat(Spot.of(SONG, 3.2)).isEqualTo(new Spot(0, true, 2));
        assertThat(Spot.of(SONG, 3.9)).isEqualTo(new Spot(0, true, -1));
        assertThat(Spot.of(SONG, 5.5)).isEqualTo(new Spot(0, false, -1));
        assertThat(Spot.of(SONG, 11.1)).isEqualTo(new Spot(2, true, 2));
    }

    @Test
    void lyricsLoseTheirTimes() {
        assertThat(StartPage.untimed("[ti:Song]\n[00:01.00]One <00:01.50>two\n[00:03.00]three"))
                .isEqualTo("One two\nthree");
    }
}
