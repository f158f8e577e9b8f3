package auralis.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FxTaskTest {
    private final ExecutorService workers = Workers.named("test", 2);
    private final List<Object> told = new ArrayList<>(); // FX thread

    @AfterEach
    void endWorkers() {
        workers.shutdownNow();
    }

    @Test
    void theResultComesOnTheFxThread() {
        onFx(
                () ->
                        new FxTask<>(progress -> "done")
                                .onResult(
                                        result -> {
                                            Fx.require();
                                            told.add(result);
                                        })
                                .start(workers));
        waitUntilTold(1);
        assertThat(told).containsExactly("done");
    }

    @Test
    void theFailureComesWithItsSentence() {
        onFx(
                () ->
                        new FxTask<>(
                                        progress -> {
                                            throw new IOException("the disk is full");
                                        })
                                .onFailure(failure -> told.add(failure.getMessage()))
                                .start(workers));
        waitUntilTold(1);
        assertThat(told).containsExactly("the disk is full");
    }

    @Test
    void aClosedWindowStartsNothing() {
        workers.shutdownNow();
        onFx(() -> new FxTask<>(progress -> "done").onResult(told::add).start(workers));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(told).isEmpty();
    }

    @Test
    void theLastProgressIsTold() {
        onFx(
                () ->
                        new FxTask<>(
                                        progress -> {
                                            progress.total(1000);
                                            for (int i = 0; i < 1000; i++) {
                                                progress.advance(1);
                                            }
                                            return 1.0;
                                        })
                                .onProgress(state -> told.add(state.fraction()))
                                .onResult(told::add)
                                .start(workers));
        waitUntilTold(2);
        assertThat(told.subList(told.size() - 2, told.size())).containsExactly(1.0, 1.0);
    }

    @Test
    void aNewerQuestionWithdrawsTheOlderAndInterruptsIt() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        onFx(
                () -> {
                    Latest latest = new Latest(workers);
                    latest.ask(
                            new FxTask<>(progress -> waitForInterrupt(asked, interrupted))
                                    .onResult(told::add)
                                    .onFailure(told::add));
                    await(asked);
                    latest.ask(new FxTask<>(progress -> "new").onResult(told::add));
                });
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        waitUntilTold(1);
        assertThat(told).containsExactly("new");
    }

    @Test
    void aThrottleTellsTheNewestAndABatchAll() {
        List<Integer> newest = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        Throttle<Integer> throttle = new Throttle<>(newest::add);
        Batch<Integer> batch = new Batch<>(all::addAll);
        IntStream.range(0, 10_000)
                .forEach(
                        i -> {
                            throttle.accept(i);
                            batch.accept(i);
                        });
        waitUntil(() -> all.size() == 10_000);
        assertThat(all).isSorted();
        assertThat(newest).isSorted().endsWith(9_999);
    }

    private static String waitForInterrupt(CountDownLatch asked, CountDownLatch interrupted)
            throws InterruptedException {
        asked.countDown();
        try {
            new CountDownLatch(1).await();
            return "old";
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitUntilTold(int answers) {
        waitUntil(() -> told.size() >= answers);
    }

    private static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("not within 10 s", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
