package auralis.library.job;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.library.db.Database;
import auralis.library.track.JobState;
import auralis.library.track.JobStore;
import auralis.library.track.StoredJob;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobQueueTest {
    @TempDir Path folder;

    private Database database;
    private JobStore store;
    private final List<String> worked = Collections.synchronizedList(new ArrayList<>());
    private final List<JobQueue> queues = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("library.db"));
        store = database.jobs();
    }

    @AfterEach
    void close() throws IOException {
        for (JobQueue queue : queues) {
            queue.close();
        }
        database.close();
    }

    private JobQueue queue(Worker worker) throws IOException {
        JobQueue queue = new JobQueue(store, worker);
        queues.add(queue);
        return queue;
    }

    private Outcome succeed(Work work, Worker.Assignment assignment) {
        worked.add(work.source().toString());
        return new Outcome.Done("{}");
    }

    private static JobQueue.Order order(String name) {
        return new JobQueue.Order(
                new Work.Analyse(Path.of(name).toAbsolutePath()), OptionalDouble.of(60));
    }

    private static List<Long> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }

    private static void until(JobQueue queue, JobState state, long id) throws InterruptedException {
        Semaphore changes = new Semaphore(0);
        Runnable forget = queue.onChange(changes::release);
        while (queue.jobs(List.of(id)).stream().noneMatch(job -> job.state() == state)) {
            changes.acquire();
        }
        forget.run();
    }

    private static JobState state(JobQueue queue, long id) {
        return queue.jobs(List.of(id)).get(0).state();
    }

    @Test
    void worksOffInOrderAndRemembersWhatCameOfIt() throws Exception {
        JobQueue queue = queue(this::succeed);
        List<Long> ids = ids(queue.add(List.of(order("a"), order("b"), order("c"))));
        queue.order(List.of(ids.get(2)));
        queue.start(1);
        queue.await(Set.copyOf(ids));

        assertThat(worked)
                .extracting(name -> Path.of(name).getFileName().toString())
                .containsExactly("c", "a", "b");
        assertThat(queue.jobs())
                .allSatisfy(
                        job -> {
                            assertThat(job.state()).isEqualTo(JobState.DONE);
                            assertThat(job.stored().result()).contains("{}");
                            assertThat(job.stored().fraction()).isEqualTo(1);
                            assertThat(job.batch()).isEqualTo(ids.get(0));
                        });
    }

    @Test
    void aFailureStopsNothingAndIsToldAsASentence() throws Exception {
        JobQueue queue =
                queue(
                        (work, assignment) -> {
                            if (work.source().endsWith("bad")) {
                                throw new IOException("bad: the file ends early.");
                            }
                            return succeed(work, assignment);
                        });
        List<Long> ids = ids(queue.add(List.of(order("bad"), order("good"))));
        queue.start(2);
        queue.await(Set.copyOf(ids));

        assertThat(state(queue, ids.get(0))).isEqualTo(JobState.FAILED);
        assertThat(queue.jobs().get(0).stored().error()).contains("bad: the file ends early.");
        assertThat(state(queue, ids.get(1))).isEqualTo(JobState.DONE);
    }

    @Test
    void whateverIsThrownTheJobHasEnded() throws Exception {
        JobQueue queue =
                queue(
                        (work, assignment) -> {
                            throw new InternalError("a fault in memory that is a file");
                        });
        long id = queue.add(List.of(order("a"))).get(0).id();
        queue.start(1);
        queue.await(Set.of(id));

        assertThat(state(queue, id)).isEqualTo(JobState.FAILED);
        assertThat(queue.jobs().get(0).stored().error())
                .contains("a: the program failed; details are in the log.");
    }

    @Test
    void whatPassesIsTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        JobQueue queue =
                queue(
                        (work, assignment) -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new TransientException("the server is busy", null);
                            }
                            return succeed(work, assignment);
                        });
        long id = queue.add(List.of(order("a"))).get(0).id();
        queue.start(1);
        queue.await(Set.of(id));

        assertThat(state(queue, id)).isEqualTo(JobState.DONE);
        assertThat(queue.jobs().get(0).stored().attempts()).isEqualTo(2);
    }

    @Test
    void whatEndsWhileTheDiskIsFullHasEndedAndIsStoredLater() throws Exception {
        JobStore disk = store;
        AtomicBoolean full = new AtomicBoolean(true);
        store = failing(disk, full);
        JobQueue queue =
                queue(
                        (work, assignment) -> {
                            if (work.source().endsWith("bad")) {
                                throw new IOException("bad: the disk is full.");
                            }
                            return succeed(work, assignment);
                        });
        List<Long> ids = ids(queue.add(List.of(order("bad"), order("good"))));
        queue.start(1);
        queue.await(Set.copyOf(ids));

        assertThat(state(queue, ids.get(0))).isEqualTo(JobState.FAILED);
        assertThat(queue.jobs().get(0).stored().error()).contains("bad: the disk is full.");
        assertThat(state(queue, ids.get(1))).isEqualTo(JobState.DONE);
        assertThat(disk.all()).extracting(StoredJob::state).containsOnly(JobState.RUNNING);
        full.set(false);
        queue.close();
        assertThat(disk.all())
                .extracting(StoredJob::state)
                .containsExactly(JobState.FAILED, JobState.DONE);
    }

    /** One that cannot tell ends while the disk is full. */
    private static JobStore failing(JobStore disk, AtomicBoolean full) {
        return (JobStore)
                Proxy.newProxyInstance(
                        JobStore.class.getClassLoader(),
                        new Class<?>[] {JobStore.class},
                        (proxy, method, values) -> {
                            if (method.getName().equals("end") && full.get()) {
                                throw new IOException("no space left on device");
                            }
                            try {
                                return method.invoke(disk, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Test
    void aCancelledJobEndsAndRetryBeginsItAnew() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        JobQueue queue =
                queue(
                        (work, assignment) -> {
                            if (tries.incrementAndGet() > 1) {
                                return succeed(work, assignment);
                            }
                            running.countDown();
                            while (true) {
                                assignment.progress().checkpoint();
                                Thread.onSpinWait();
                            }
                        });
        long id = queue.add(List.of(order("a"))).get(0).id();
        queue.start(1);
        running.await();
        queue.cancel(List.of(id));
        until(queue, JobState.CANCELLED, id);

        queue.retry(List.of(id));
        until(queue, JobState.DONE, id);
        assertThat(queue.jobs().get(0).stored().attempts()).isEqualTo(2);
    }

    @Test
    void aPausedJobStandsStillAndGoesOn() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        JobQueue queue =
                queue(
                        (work, assignment) -> {
                            assignment.progress().total(1_000_000);
                            while (steps.incrementAndGet() < 1_000_000_000) {
                                assignment.progress().advance(1);
                                assignment.progress().checkpoint();
                            }
                            return succeed(work, assignment);
                        });
        long id = queue.add(List.of(order("a"))).get(0).id();
        queue.start(1);
        until(queue, JobState.RUNNING, id);
        queue.pause(List.of(id));
        assertThat(state(queue, id)).isEqualTo(JobState.PAUSED);
        // The step that was being done when it was told may still end.
        int still = steps.get() + 1;
        assertThat(steps.get()).isBetween(still - 1, still);

        queue.resume(List.of(id));
        assertThat(state(queue, id)).isEqualTo(JobState.RUNNING);
        while (steps.get() <= still) {
            Thread.onSpinWait();
        }
        queue.cancel(List.of(id));
        until(queue, JobState.CANCELLED, id);
    }

    @Test
    void whatIsHeldIsPassedOver() throws Exception {
        JobQueue queue = queue(this::succeed);
        List<Long> ids = ids(queue.add(List.of(order("a"), order("b"))));
        queue.hold(List.of(ids.get(0)));
        queue.start(1);
        until(queue, JobState.DONE, ids.get(1));
        assertThat(state(queue, ids.get(0))).isEqualTo(JobState.HELD);

        queue.resume(List.of(ids.get(0)));
        until(queue, JobState.DONE, ids.get(0));
    }

    @Test
    void twoQueuesShareTheWorkAndDoNothingTwice() throws Exception {
        JobQueue one = queue(this::succeed);
        JobQueue two = queue(this::succeed);
        List<JobQueue.Order> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            orders.add(order("file" + i));
        }
        Set<Long> ids = Set.copyOf(ids(one.add(orders)));
        one.start(2);
        two.start(2);
        one.await(ids);

        assertThat(worked).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void whatAGoneProcessLeftBecomesInterruptedAndCanGoOn() throws Exception {
        JobQueue queue = queue(this::succeed);
        long id = queue.add(List.of(order("a"))).get(0).id();
        String gone = Owner.ofThisQueue().toString().replaceFirst("/[0-9]+/", "/999999999/");
        StoredJob claimed = store.claim(gone, Set.of(), Instant.now()).orElseThrow();
        assertThat(claimed.id()).isEqualTo(id);

        until(queue, JobState.INTERRUPTED, id);
        queue.start(1);
        queue.resume(List.of(id));
        until(queue, JobState.DONE, id);
        assertThat(queue.jobs().get(0).stored().attempts()).isEqualTo(1);
    }

    @Test
    void whatWasInterruptedOftenIsStillTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        JobQueue queue =
                queue(
                        (work, assignment) -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new TransientException("the server is busy", null);
                            }
                            return succeed(work, assignment);
                        });
        long id = queue.add(List.of(order("a"))).get(0).id();
        for (int i = 0; i < Transience.MOST_ATTEMPTS; i++) {
            String gone = "no-such-host/1/1/" + i;
            store.claim(gone, Set.of(), Instant.now());
            store.interrupt(gone);
            queue.resume(List.of(id));
        }
        store.claim("left", Set.of(), Instant.now());
        store.giveBack(id, "left", JobState.INTERRUPTED, Instant.EPOCH);
        queue.resume(List.of(id));
        queue.start(1);
        queue.await(Set.of(id));

        assertThat(state(queue, id)).isEqualTo(JobState.DONE);
        assertThat(queue.jobs().get(0).stored().attempts()).isEqualTo(2);
    }

    @Test
    void aClaimAnswersWhatItTookEvenWithinAMoment() throws Exception {
        JobQueue queue = queue(this::succeed);
        List<Long> ids = ids(queue.add(List.of(order("a"), order("b"))));
        queue.order(List.of(ids.get(1)));
        Instant now = Instant.now();
        assertThat(store.claim("one", Set.of(), now)).map(StoredJob::id).contains(ids.get(1));
        assertThat(store.claim("one", Set.of(), now)).map(StoredJob::id).contains(ids.get(0));
    }

    @Test
    void anotherProcessIsObeyed() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        JobQueue working =
                queue(
                        (work, assignment) -> {
                            running.countDown();
                            while (true) {
                                assignment.progress().checkpoint();
                                Thread.onSpinWait();
                            }
                        });
        JobQueue other = queue(this::succeed);
        long id = other.add(List.of(order("a"))).get(0).id();
        working.start(1);
        running.await();
        until(other, JobState.RUNNING, id);
        other.pause(List.of(id));
        until(other, JobState.PAUSED, id);
        other.cancel(List.of(id));
        until(other, JobState.CANCELLED, id);
    }

    @Test
    void closingInterruptsWhatRunsAndKeepsWhatItRemembered() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        JobQueue first =
                queue(
                        (work, assignment) -> {
                            assignment.remember("{\"half\":true}");
                            running.countDown();
                            while (true) {
                                assignment.progress().checkpoint();
                                Thread.onSpinWait();
                            }
                        });
        long id = first.add(List.of(order("a"))).get(0).id();
        first.start(1);
        running.await();
        first.close();
        List<String> remembered = Collections.synchronizedList(new ArrayList<>());
        JobQueue second =
                queue(
                        (work, assignment) -> {
                            remembered.add(assignment.remembered());
                            return new Outcome.Skipped("there is a result already");
                        });
        assertThat(state(second, id)).isEqualTo(JobState.INTERRUPTED);
        second.resume(List.of(id));
        second.start(1);
        until(second, JobState.SKIPPED, id);

        assertThat(remembered).containsExactly("{\"half\":true}");
        assertThat(second.jobs().get(0).stored().error()).contains("there is a result already");
        second.remove(List.of(id));
        assertThat(second.jobs()).isEmpty();
    }
}
