package auralis.library.job;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.db.Database;
import auralis.library.export.ExportOrder;
import auralis.library.export.ExportRequest;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.json.Json;
import auralis.library.preset.Presets;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same order again goes on with what was left behind, and nothing else does. */
class LeftBehindTest {
    private static final String GONE = "no-such-host/1/1/1";

    @TempDir private Path folder;
    private Database database;
    private JobStore store;
    private JobQueue queue;
    private final List<Path> written = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("library.db"));
        store = database.jobs();
        queue = new JobQueue(store, this::write);
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(source(name), name);
        }
    }

    @AfterEach
    void close() throws IOException {
        queue.close();
        database.close();
    }

    private Path source(String name) {
        return folder.resolve(name + ".wav");
    }

    private Path target(String name) {
        return folder.resolve("out").resolve(name + ".flac");
    }

    private Outcome write(Work work, Worker.Assignment assignment) throws IOException {
        Path target = work.targets().get(0);
        written.add(target);
        Files.createDirectories(target.getParent());
        Files.writeString(target, "");
        return new Outcome.Done(Json.write(Map.of("output", target)));
    }

    private ExportOrder export(String name, OverwritePolicy policy, String target)
            throws IOException {
        return new ExportOrder(
                new ExportRequest(
                        source(name),
                        folder.resolve("out"),
                        Presets.factory().get(0),
                        OutputFormat.AS_SOURCE,
                        NameTemplate.SOURCE_NAME,
                        policy),
                Optional.of(target(target)),
                List.of());
    }

    private static JobQueue.Order order(ExportOrder export) {
        return new JobQueue.Order(new Work.Master(export), OptionalDouble.empty());
    }

    /** As a command orders it: past the names that are promised or there. */
    private JobQueue.Order again(String name) throws IOException {
        return order(export(name, OverwritePolicy.NUMBER, name + " (2)"));
    }

    private List<Long> add(String... names) throws IOException {
        List<JobQueue.Order> orders = new ArrayList<>();
        for (String name : names) {
            orders.add(order(export(name, OverwritePolicy.NUMBER, name)));
        }
        return queue.add(orders).stream().map(Job::id).toList();
    }

    private long left(String name) throws IOException {
        List<Long> ids = add(name);
        queue.interrupt(ids);
        return ids.get(0);
    }

    private long given(JobQueue.Order order) throws IOException {
        return queue.addOrGoOn(List.of(order)).get(0);
    }

    /** A process claims the next and dies. */
    private void kill() throws IOException {
        store.claim(GONE, Set.of(), Instant.now());
        store.interrupt(GONE);
    }

    @Test
    void theSameAgainGoesOnUnderTheNameThatWasChosen() throws Exception {
        long id = left("a");
        assertThat(given(again("a"))).isEqualTo(id);
        queue.start(1);
        queue.await(Set.of(id));
        assertThat(queue.jobs()).extracting(Job::state).containsExactly(JobState.DONE);
        assertThat(written).containsExactly(target("a"));
    }

    @Test
    void whatIsOrderedOtherwiseIsNew() throws Exception {
        long id = left("a");
        ExportOrder same = export("a", OverwritePolicy.NUMBER, "a (2)");
        ExportRequest request = same.request();
        assertThat(
                        List.of(
                                given(order(export("a", OverwritePolicy.REPLACE, "a (2)"))),
                                given(order(export("a", OverwritePolicy.NUMBER, "02 a"))),
                                given(order(album(same))),
                                given(order(with(request.named(new NameTemplate("{title}"))))),
                                given(again("b"))))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
        assertThat(queue.jobs(List.of(id)).get(0).state()).isEqualTo(JobState.INTERRUPTED);
    }

    private ExportOrder album(ExportOrder alone) {
        return new ExportOrder(alone.request(), alone.target(), List.of(source("a"), source("b")));
    }

    private ExportOrder with(ExportRequest request) {
        return new ExportOrder(request, Optional.of(target("a (2)")), List.of());
    }

    @Test
    void aSourceThatChangedIsNew() throws Exception {
        long id = left("a");
        Files.setLastModifiedTime(source("a"), FileTime.from(Instant.EPOCH));
        assertThat(given(again("a"))).isNotEqualTo(id);
    }

    @Test
    void whatCannotBeReadIsLeftAlone() throws Exception {
        StoredJob strange =
                StoredJob.pending(
                        "master",
                        source("a").toString(),
                        "{\"order\":{\"wish\":1}}",
                        OptionalDouble.empty(),
                        Instant.now());
        long id = store.add(List.of(strange)).get(0).id();
        queue.interrupt(List.of(id));
        assertThat(given(again("a"))).isNotEqualTo(id);
    }

    @Test
    void whatFailedOrIsHeldOrRunsIsLeftAlone() throws Exception {
        List<Long> ids = add("a", "b", "c");
        queue.hold(List.of(ids.get(0)));
        store.claim(GONE, Set.of(), Instant.now());
        store.end(ids.get(1), GONE, ending());
        store.claim(GONE, Set.of(), Instant.now());
        assertThat(queue.addOrGoOn(List.of(again("a"), again("b"), again("c"))))
                .doesNotContainAnyElementsOf(ids);
    }

    private static JobStore.Ending ending() {
        return new JobStore.Ending(
                JobState.FAILED,
                Optional.of("b: the file ends early."),
                Optional.empty(),
                Duration.ZERO,
                Instant.now());
    }

    @Test
    void eachIsGivenOnceAndInTheOrderOfTheOrders() throws Exception {
        long first = left("a");
        long second = left("a");
        List<Long> ids = queue.addOrGoOn(List.of(again("b"), again("a"), again("a"), again("a")));
        assertThat(ids.subList(1, 3)).containsExactly(first, second);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(queue.jobs(List.of(ids.get(0))).get(0).source()).isEqualTo(source("b"));
        assertThat(queue.jobs(List.of(ids.get(3))).get(0).source()).isEqualTo(source("a"));
    }

    @Test
    void whatWaitedBehindAKilledOneGoesOnWithIt() throws Exception {
        List<Long> ids = add("a", "b");
        kill();
        assertThat(queue.addOrGoOn(List.of(again("a"), again("b")))).isEqualTo(ids);
    }

    @Test
    void whatWaitsBehindOneThatLivesIsLeftToIt() throws Exception {
        List<Long> ids = add("a", "b", "c");
        kill();
        store.claim("no-such-host/2/2/2", Set.of(ids.get(1)), Instant.now());
        assertThat(queue.addOrGoOn(List.of(again("a"), again("c"))))
                .startsWith(ids.get(0))
                .doesNotContain(ids.get(2));
        assertThat(given(again("c"))).isNotEqualTo(ids.get(2));
    }

    @Test
    void whatWasDoneOfAnInterruptedBatchIsNotDoneAgain() throws Exception {
        List<Long> ids = add("a", "b", "c");
        queue.hold(List.of(ids.get(2)));
        queue.start(1);
        queue.await(Set.of(ids.get(0), ids.get(1)));
        Files.delete(target("b"));
        store.move(ids, Set.of(JobState.HELD), JobState.INTERRUPTED, Instant.now());

        List<Long> given = queue.addOrGoOn(List.of(again("a"), again("b"), again("c")));
        assertThat(given.get(0)).isEqualTo(ids.get(0));
        assertThat(given.get(1)).isNotEqualTo(ids.get(1));
        assertThat(given.get(2)).isEqualTo(ids.get(2));
        queue.await(Set.copyOf(given));
        assertThat(written)
                .containsExactlyInAnyOrder(target("a"), target("b"), target("b (2)"), target("c"));

        assertThat(queue.addOrGoOn(List.of(again("a")))).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void ofTwoAtOneMomentOneGoesOn() throws Exception {
        long id = left("a");
        CyclicBarrier moment = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (JobQueue other = new JobQueue(store, this::write)) {
            List<Long> given = new ArrayList<>();
            for (Future<Long> one :
                    threads.invokeAll(List.of(at(moment, queue), at(moment, other)))) {
                given.add(one.get());
            }
            assertThat(given).contains(id).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Long> at(CyclicBarrier moment, JobQueue one) {
        return () -> {
            moment.await();
            return one.addOrGoOn(List.of(again("a"))).get(0);
        };
    }
}
