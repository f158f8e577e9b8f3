package auralis.library.job;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.RackSettings;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.AlbumPlans;
import auralis.library.export.EffectOrder;
import auralis.library.export.EffectRequest;
import auralis.library.export.ExportOrder;
import auralis.library.export.ExportRequest;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.json.Json;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.preset.Presets;
import auralis.library.scan.ScanSummary;
import auralis.library.track.JobState;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryWorkerTest {
    private static final OutputFormat FLAC =
            new OutputFormat(OutputFormat.Container.FLAC, OptionalInt.of(16), OptionalInt.empty());

    @TempDir Path folder;
    private Library library;
    private LibraryWorker worker;
    private Path source;
    private Path target;

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("data");
        library = new Library(Database.open(data.resolve("auralis.db")), data);
        worker = new LibraryWorker(library, new AlbumPlans(library));
        source = folder.resolve("song.wav");
        target = folder.resolve("out").resolve("song.flac");
        StreamFormat format = StreamFormat.stereo(8000);
        try (AudioSink sink = Media.create(source, format, new Encoding.Wav(32))) {
            AudioBlock block = new AudioBlock(2, 12_000);
            for (int i = 0; i < block.capacity(); i++) {
                block.plane(0)[i] = (float) (0.1 * Math.sin(0.3 * i));
                block.plane(1)[i] = block.plane(0)[i];
            }
            sink.write(block);
            sink.commit();
        }
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    private Work master(OverwritePolicy policy) throws IOException {
        return new Work.Master(
                new ExportOrder(
                        new ExportRequest(
                                source,
                                target.getParent(),
                                Presets.factory().get(0),
                                FLAC,
                                NameTemplate.SOURCE_NAME,
                                policy),
                        Optional.of(target),
                        List.of()));
    }

    private Work effects() {
        return new Work.Effects(
                new EffectOrder(
                        new EffectRequest(
                                source,
                                target.getParent(),
                                RackSettings.NONE,
                                0,
                                FLAC,
                                NameTemplate.SOURCE_NAME,
                                OverwritePolicy.REPLACE),
                        Optional.of(target)));
    }

    /** What the queue would give for one attempt. */
    private static class Given implements Worker.Assignment, Progress {
        private String remembered;
        private int phases;

        Given(String remembered) {
            this.remembered = remembered;
        }

        @Override
        public Progress progress() {
            return this;
        }

        @Override
        public String remembered() {
            return remembered;
        }

        @Override
        public void remember(String result) {
            remembered = result;
        }

        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void phase(String key) {
            phases++;
        }

        @Override
        public void checkpoint() throws InterruptedException {
            Progress.NONE.checkpoint();
        }
    }

    @Test
    void aResultThatGotItsNameBeforeACrashIsDoneWithoutWork() throws Exception {
        for (Work work : List.of(master(OverwritePolicy.REPLACE), effects())) {
            Given first = new Given("");
            Outcome done = worker.work(work, first);
            byte[] bytes = Files.readAllBytes(target);
            Files.writeString(target.resolveSibling(".song.flac.99999999.part"), "left");
            Given again = new Given(first.remembered);
            assertThat(worker.work(work, again)).isEqualTo(done);
            assertThat(again.phases).isZero();
            assertThat(target).hasBinaryContent(bytes);
            assertThat(target.getParent()).isDirectoryNotContaining("glob:**.part");

            Files.writeString(target, "what was there before, as a crash before the renaming left");
            assertThat(worker.work(work, new Given(first.remembered))).isEqualTo(done);
            assertThat(target).hasBinaryContent(bytes);
        }
    }

    @Test
    void whatAnotherJobIsGoingToWriteIsLeftToIt() throws Exception {
        Files.createDirectories(target.getParent());
        Files.writeString(target, "somebody else's");
        Path second = target.resolveSibling("song (2).flac");
        try (JobQueue queue = new JobQueue(library.jobs(), worker)) {
            queue.add(
                    List.of(
                            new JobQueue.Order(
                                    new Work.Master(
                                            ((Work.Master) master(OverwritePolicy.NUMBER))
                                                    .order()
                                                    .into(second)),
                                    OptionalDouble.empty())));
            worker.work(master(OverwritePolicy.NUMBER), new Given(""));
        }
        assertThat(second).doesNotExist();
        assertThat(target.resolveSibling("song (3).flac")).exists();
        assertThat(target).hasContent("somebody else's");
    }

    /** What comes of one job when it and another have found one file free and begin to write it. */
    private List<Outcome> atOneMoment(OverwritePolicy policy) throws Exception {
        CyclicBarrier moment = new CyclicBarrier(2);
        Callable<Outcome> job =
                () ->
                        new LibraryWorker(library, new AlbumPlans(library))
                                .work(master(policy), new Meeting(moment));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> outcome : threads.invokeAll(List.of(job, job))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    /** Waits, when it is about to write for the first time, until the other is as far. */
    private static final class Meeting extends Given {
        private final CyclicBarrier moment;
        private boolean met;

        Meeting(CyclicBarrier moment) {
            super("");
            this.moment = moment;
        }

        @Override
        public void phase(String key) {
            if (key.equals("writing") && !met) {
                met = true;
                try {
                    moment.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Test
    void ofTwoThatWriteOneNameAtOneMomentTheLaterDoesAsItsPolicySays() throws Exception {
        Path second = target.resolveSibling("song (2).flac");
        assertThat(atOneMoment(OverwritePolicy.NUMBER))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
        assertThat(target.getParent().toFile().list())
                .containsExactlyInAnyOrder("song.flac", "song (2).flac");
        assertThat(second).hasSameBinaryContentAs(target);

        Files.delete(second);
        Files.delete(target);
        assertThat(atOneMoment(OverwritePolicy.SKIP))
                .hasAtLeastOneElementOfType(Outcome.Skipped.class)
                .hasAtLeastOneElementOfType(Outcome.Done.class);
        assertThat(target.getParent().toFile().list()).containsExactly("song.flac");
    }

    @Test
    void aSourceThatWasExchangedSinceItWasQueuedIsTold() throws Exception {
        for (Work work : List.of(master(OverwritePolicy.REPLACE), effects())) {
            Work queued = work.stamped();
            assertThat(warnings(worker.work(queued, new Given("")))).doesNotContain("exchanged");
            long before = Files.getLastModifiedTime(source).toMillis();
            Files.setLastModifiedTime(source, FileTime.fromMillis(before - 60_000));
            assertThat(warnings(worker.work(queued, new Given("")))).contains("exchanged");
        }
    }

    private static String warnings(Outcome outcome) throws IOException {
        return new ObjectMapper()
                .readTree(((Outcome.Done) outcome).result())
                .at("/warnings")
                .toString();
    }

    @Test
    void whatAScanFoundIsKept() throws Exception {
        Outcome outcome = worker.work(new Work.Scan(folder), new Given(""));
        assertThat(Json.read(((Outcome.Done) outcome).result(), ScanSummary.class).added())
                .isEqualTo(1);
    }

    @Test
    void theQueueThatIsAskedForTargetsIsTheOneThatIsWorkedOff() throws Exception {
        Files.createDirectories(target.getParent());
        Files.writeString(target, "somebody else's");
        Path second = target.resolveSibling("song (2).flac");
        try (PassingStorage passing = new PassingStorage();
                JobQueue queue = new JobQueue(passing.jobs(), worker)) {
            Work.Master master = (Work.Master) master(OverwritePolicy.NUMBER);
            queue.add(
                    List.of(
                            new JobQueue.Order(
                                    new Work.Master(master.order().into(second)),
                                    OptionalDouble.empty())));
            new LibraryWorker(library, new AlbumPlans(library), passing.jobs())
                    .work(master, new Given(""));
        }
        assertThat(second).doesNotExist();
        assertThat(target.resolveSibling("song (3).flac")).exists();
    }

    @Test
    void aMasterThatIsCancelledWhileItIsWrittenStopsBeforeTheNextBlock() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicLong after = new AtomicLong();
        Worker halting =
                (work, assignment) ->
                        worker.work(
                                work,
                                new Given("") {
                                    @Override
                                    public void phase(String key) {
                                        if (key.equals("writing")) {
                                            writing.countDown();
                                            awaitUninterrupted(cancelled);
                                        }
                                    }

                                    @Override
                                    public void advance(long frames) {
                                        after.addAndGet(writing.getCount() == 0 ? frames : 0);
                                    }

                                    @Override
                                    public void checkpoint() throws InterruptedException {
                                        assignment.progress().checkpoint();
                                    }
                                });
        try (JobQueue queue = new JobQueue(library.jobs(), halting)) {
            JobQueue.Order order =
                    new JobQueue.Order(master(OverwritePolicy.FAIL), OptionalDouble.empty());
            long id = queue.add(List.of(order)).get(0).id();
            queue.start(1);
            writing.await();
            queue.cancel(List.of(id));
            cancelled.countDown();
            queue.await(Set.of(id));
            assertThat(queue.jobs(List.of(id)).get(0).state()).isEqualTo(JobState.CANCELLED);
        }
        assertThat(after).hasValue(0);
        assertThat(target.getParent()).isEmptyDirectory();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aJobThatIsCancelledAfterACrashLeavesNothing() throws Exception {
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(".song.flac.99999999.part");
        Files.writeString(part, "half");
        JobQueue.Order order =
                new JobQueue.Order(master(OverwritePolicy.NUMBER), OptionalDouble.empty());
        long id;
        String gone = "no-such-host/1/1/1";
        try (JobQueue queue = new JobQueue(library.jobs(), worker)) {
            id = queue.add(List.of(order)).get(0).id();
            library.jobs().claim(gone, Set.of(), java.time.Instant.now());
            library.jobs().interrupt(gone);
        }
        try (JobQueue queue = new JobQueue(library.jobs(), worker)) {
            queue.cancel(List.of(id));
            assertThat(queue.jobs(List.of(id)).get(0).state()).isEqualTo(JobState.CANCELLED);
        }
        assertThat(part).doesNotExist();
    }
}
