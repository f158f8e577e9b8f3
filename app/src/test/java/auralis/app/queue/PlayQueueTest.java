package auralis.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.catalogue.Row;
import auralis.app.catalogue.SomeRow;
import auralis.library.track.Presence;
import auralis.library.track.Repeat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plays next, after every rule that a listener knows. */
class PlayQueueTest {
    private final PlayQueue queue = new PlayQueue(new Random(5));
    private final Row a = SomeRow.of(100, "A");
    private final Row b = SomeRow.of(101, "B");
    private final Row c = SomeRow.of(102, "C");
    private final Row d = SomeRow.of(103, "D");
    private final Listing list = new Listing("List", List.of(a, b, c, d));
    private final Row x = SomeRow.of(104, "X");
    private final Row y = SomeRow.of(105, "Y");

    @Test
    void aListGoesOnToItsEndAndThenStops() {
        assertThat(queue.upcoming().get()).isNull();
        queue.play(list, 1);
        assertThat(queue.current().get()).isSameAs(b);
        assertThat(walk(9)).containsExactly(c, d);
        assertThat(queue.current().get()).isSameAs(d);
        assertThat(queue.advance()).isNull();
    }

    @Test
    void theQueueGoesBeforeTheListAndIsUsedUp() {
        queue.play(list, 0);
        put(x, y, x);
        assertThat(queue.upcoming().get()).isSameAs(x);
        assertThat(walk(4)).containsExactly(x, y, x, b);
        assertThat(queue.entries()).isEmpty();
    }

    @Test
    void aNewListKeepsTheQueue() {
        queue.play(list, 0);
        put(x);
        queue.play(new Listing("Other", List.of(y, d)), 0);
        assertThat(queue.entries()).hasSize(1);
        assertThat(walk(9)).containsExactly(x, d);
    }

    @Test
    void anEntryThatIsPlayedAtOnceLeavesTheOthers() {
        queue.play(list, 0);
        put(x, y);
        assertThat(queue.play(queue.entries().get(1))).isSameAs(y);
        assertThat(walk(2)).containsExactly(x, b);
    }

    @Test
    void repeatingTheListBeginsItAgainAndNeverTheQueue() {
        queue.repeat().set(Repeat.ALL);
        queue.play(list, 2);
        put(x);
        assertThat(walk(7)).containsExactly(x, d, a, b, c, d, a);
    }

    @Test
    void repeatingOneEndsWithTheKeyNext() {
        queue.play(list, 3);
        queue.repeat().set(Repeat.ONE);
        assertThat(queue.upcoming().get()).isSameAs(d);
        assertThat(walk(3)).containsExactly(d, d, d);
        assertThat(queue.next()).isSameAs(a);
        assertThat(walk(2)).containsExactly(a, a);
        put(x);
        assertThat(queue.next()).isSameAs(x);
        assertThat(queue.previous()).isSameAs(a);
        queue.repeat().set(Repeat.OFF);
        assertThat(walk(2)).containsExactly(x, b);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void shufflingPlaysEachTrackOnceBeforeAnyComesTwice(int count) {
        Listing many = new Listing("Many", SomeRow.many(count));
        for (int seed = 0; seed < 30; seed++) {
            PlayQueue shuffled = new PlayQueue(new Random(seed));
            shuffled.shuffled().set(true);
            shuffled.repeat().set(Repeat.ALL);
            int first = seed % count;
            shuffled.play(many, first);
            assertThat(shuffled.current().get()).isSameAs(many.rows().get(first));
            Row last = null;
            for (int round = 0; round < 4; round++) {
                Set<Row> heard = new HashSet<>();
                for (int i = 0; i < count; i++) {
                    Row now = shuffled.current().get();
                    assertThat(count > 1 && now == last).as("twice in a row").isFalse();
                    heard.add(now);
                    last = now;
                    assertThat(shuffled.upcoming().get()).isNotNull();
                    shuffled.advance();
                }
                assertThat(heard).hasSize(count);
            }
        }
    }

    @Test
    void shufflingWithoutRepeatEndsAfterTheLast() {
        queue.play(new Listing("Many", SomeRow.many(50)), 20);
        queue.shuffled().set(true);
        List<Row> heard = walk(100);
        assertThat(heard).hasSize(49).doesNotHaveDuplicates();
        assertThat(heard).isNotEqualTo(heard.stream().sorted((p, q) -> id(p) - id(q)).toList());
    }

    @Test
    void theQueueIsNotShuffled() {
        queue.shuffled().set(true);
        queue.play(list, 0);
        List<Row> many = SomeRow.many(30);
        put(many.toArray(Row[]::new));
        assertThat(walk(30)).isEqualTo(many);
    }

    @Test
    void switchingShufflingOffGoesOnInTheListFromTheCurrentTrack() {
        Listing many = new Listing("Many", SomeRow.many(50));
        queue.shuffled().set(true);
        queue.play(many, 0);
        walk(10);
        int place = many.rows().indexOf(queue.current().get());
        queue.shuffled().set(false);
        assertThat(walk(100)).isEqualTo(many.rows().subList(place + 1, 50));
    }

    @Test
    void shufflingIsTheSameUntilItIsDrawnAnew() {
        Listing many = new Listing("Many", SomeRow.many(50));
        queue.shuffled().set(true);
        queue.play(many, 0);
        List<Row> coming = queue.following(49);
        put(x);
        queue.next();
        queue.previous();
        queue.look();
        assertThat(queue.following(49)).isEqualTo(coming);
    }

    @Test
    void goingBackFollowsWhatWasPlayed() {
        queue.play(list, 0);
        queue.play(list, 2);
        put(x);
        walk(2);
        assertThat(queue.current().get()).isSameAs(d);
        assertThat(queue.previous()).isSameAs(x);
        assertThat(queue.upcoming().get()).isSameAs(d);
        assertThat(queue.previous()).isSameAs(c);
        assertThat(queue.upcoming().get())
                .as("from the queue, to which it was given back")
                .isSameAs(x);
        assertThat(queue.previous()).isSameAs(a);
        assertThat(queue.previous()).isNull();
        assertThat(queue.current().get()).isSameAs(a);
        assertThat(walk(3)).containsExactly(x, c, d);
    }

    @Test
    void goingBackToAnotherListLeavesTheOneThatGoesOn() {
        queue.play(new Listing("Other", List.of(x, y)), 0);
        queue.play(list, 1);
        assertThat(queue.previous()).isSameAs(x);
        assertThat(walk(2)).containsExactly(b, c);
    }

    @Test
    void whatIsRememberedHasAnEnd() {
        queue.repeat().set(Repeat.ALL);
        queue.play(list, 0);
        walk(1_000);
        int back = 0;
        while (queue.previous() != null) {
            back++;
        }
        assertThat(back).isEqualTo(200);
    }

    @Test
    void missingTracksArePassedOverAndTold() {
        List<Row> told = new ArrayList<>();
        queue.onSkipped(told::addAll);
        queue.play(list, 0);
        put(x, y);
        SomeRow.setPresence(x, Presence.MISSING);
        SomeRow.setPresence(b, Presence.OFFLINE);
        queue.look();
        assertThat(queue.upcoming().get()).isSameAs(y);
        assertThat(told).isEmpty();
        assertThat(queue.entries()).as("greyed until its turn").hasSize(2);
        assertThat(walk(9)).containsExactly(y, c, d);
        assertThat(told).containsExactly(x, b);
        assertThat(queue.entries()).isEmpty();
    }

    @Test
    void whereNothingCanBePlayedItStopsAndTheQueueStays() {
        List<Row> told = new ArrayList<>();
        queue.onSkipped(told::addAll);
        queue.repeat().set(Repeat.ALL);
        queue.play(list, 0);
        put(x);
        for (Row row : List.of(a, b, c, d, x)) {
            SomeRow.setPresence(row, Presence.OFFLINE);
        }
        queue.look();
        assertThat(queue.upcoming().get()).isNull();
        assertThat(queue.next()).isNull();
        assertThat(told).contains(x, b, c, d, a);
        assertThat(queue.entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFF", "ALL", "ONE"})
    void whereEveryTrackFailsItEnds(Repeat repeat) {
        queue.repeat().set(repeat);
        queue.shuffled().set(repeat == Repeat.ALL);
        queue.play(list, 0);
        put(x, y);
        Set<Row> tried = new HashSet<>(Set.of(a));
        do {
            queue.fail();
        } while (queue.advance() != null && tried.add(queue.current().get()));
        assertThat(tried).containsExactlyInAnyOrder(a, b, c, d, x, y);
        assertThat(queue.upcoming().get()).isNull();
        queue.play(list, 0);
        assertThat(queue.upcoming().get()).as("tried anew").isNotNull();
    }

    @Test
    void tracksThatAreTakenOutOfTheLibraryComeBackWithIt() {
        queue.play(list, 0);
        put(x, y);
        SomeRow.setRemoved(x, true);
        SomeRow.setRemoved(b, true);
        queue.look();
        assertThat(rows()).containsExactly(y);
        assertThat(queue.upcoming().get()).isSameAs(y);
        SomeRow.setRemoved(x, false);
        queue.look();
        assertThat(rows()).containsExactly(x, y);
        assertThat(walk(9)).containsExactly(x, y, c, d);
    }

    @Test
    void anUndoneEditLeavesWhatWasPlayedSincePlayed() {
        queue.play(list, 0);
        put(x, y, x);
        List<Entry> before = queue.order();
        List<Entry> after = List.of(before.get(2), before.get(1), before.get(0));
        queue.setOrder(after);
        queue.restore(after, before);
        assertThat(queue.order()).isEqualTo(before);
        queue.restore(before, after);
        queue.next();
        put(d);
        queue.restore(after, before);
        assertThat(queue.order().subList(0, 2)).isEqualTo(before.subList(0, 2));
        assertThat(rows()).containsExactly(x, y, d);
    }

    @Test
    void aRandomWalkNeverLosesNorDoublesAnEntry() {
        Random random = new Random(11);
        Listing many = new Listing("Many", SomeRow.many(20));
        queue.play(many, 0);
        for (int i = 0; i < 5_000; i++) {
            switch (random.nextInt(9)) {
                case 0 -> put(many.rows().get(random.nextInt(20)));
                case 1 -> queue.shuffled().set(random.nextBoolean());
                case 2 -> queue.repeat().set(Repeat.values()[random.nextInt(3)]);
                case 3 -> queue.previous();
                case 4 -> queue.next();
                case 5 -> queue.play(many, random.nextInt(20));
                case 6 -> {
                    int most = queue.following(100).size();
                    if (most > 0) {
                        Row wanted = queue.following(100).get(random.nextInt(most));
                        int index = queue.following(100).indexOf(wanted);
                        assertThat(queue.playFollowing(index)).isSameAs(wanted);
                    }
                }
                default -> {
                    Row promised = queue.upcoming().get();
                    assertThat(queue.advance()).isSameAs(promised);
                }
            }
            assertThat(queue.order()).doesNotHaveDuplicates();
            assertThat(queue.following(100)).doesNotHaveDuplicates();
            assertThat(queue.current().get()).isNotNull();
        }
    }

    private List<Row> walk(int most) {
        List<Row> heard = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Row promised = queue.upcoming().get();
            Row now = queue.advance();
            assertThat(now).isSameAs(promised);
            if (now == null) {
                break;
            }
            assertThat(queue.current().get()).isSameAs(now);
            heard.add(now);
        }
        return heard;
    }

    private void put(Row... rows) {
        List<Entry> order = new ArrayList<>(queue.order());
        for (Row row : rows) {
            order.add(new Entry(row));
        }
        queue.setOrder(order);
    }

    private List<Row> rows() {
        return queue.entries().stream().map(Entry::row).toList();
    }

    private static int id(Row row) {
        return (int) row.track().id();
    }
}
