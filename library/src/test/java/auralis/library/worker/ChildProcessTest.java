package auralis.library.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import auralis.library.QuietProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChildProcessTest {
    private static final List<String> COMMAND = ChildProcess.sameProgram(Faulty.class.getName());

    private final ChildProcess child = new ChildProcess(COMMAND);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        child.close();
    }

    @Test
    void isTheJavaThatRunsNow() {
        assertThat(Path.of(COMMAND.get(0))).startsWith(Path.of(System.getProperty("java.home")));
    }

    @Test
    void doesTasksOneAfterTheOtherAndTellsHowFarTheyAre() throws Exception {
        assertThat(child.request("echo", "{\"ü\":1}", new Told())).isEqualTo("{\"ü\":1}");
        assertThat(told).containsExactly("total 2", "phase echoing", "advance 2");
        long pid = child.pid().orElseThrow();
        assertThat(child.request("echo", "again", Progress.NONE)).isEqualTo("again");
        assertThat(child.pid()).contains(pid);
    }

    @Test
    void aTaskThatFailsSaysWhyAndTheProcessLives() throws Exception {
        assertThatThrownBy(() -> child.request("refuse", "", Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("a.wav: it is broken. Choose another.");
        long pid = child.pid().orElseThrow();
        child.request("echo", "", Progress.NONE);
        assertThat(child.pid()).contains(pid);
    }

    @Test
    void oneThatEndsIsAFailureOfItsTaskAndTheNextHasAnother() throws Exception {
        child.request("echo", "", Progress.NONE);
        long pid = child.pid().orElseThrow();
        assertThatThrownBy(() -> child.request("halt", "", Progress.NONE))
                .hasMessageStartingWith("The process for \"halt\" ended with code 7. Only this");
        assertThat(child.request("echo", "there", Progress.NONE)).isEqualTo("there");
        assertThat(child.pid().orElseThrow()).isNotEqualTo(pid);
    }

    @Test
    void aWildPointerIsNamed() {
        assertThatThrownBy(() -> child.request("wild", "", Progress.NONE))
                .hasMessageStartingWith("The process for \"wild\" crashed: ")
                .hasMessageMatching("(?s).*(SIGSEGV|EXCEPTION_ACCESS_VIOLATION).* in .*");
        assertThat(Path.of("").toAbsolutePath().toFile().list())
                .noneMatch(name -> name.startsWith("hs_err") || name.startsWith("core"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalIsNamed() {
        assertThatThrownBy(() -> child.request("signal", "SEGV", Progress.NONE))
                .hasMessageContaining("crashed: SIGSEGV");
        assertThatThrownBy(() -> child.request("signal", "KILL", Progress.NONE))
                .hasMessageContaining("died of SIGKILL, maybe because memory ran out");
    }

    @Test
    void oneThatHangsIsKilledWhenItIsCancelled() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread asking =
                new Thread(
                        () -> {
                            try {
                                child.request("hang", "", new Told(hanging::countDown));
                            } catch (IOException | InterruptedException e) {
                                end.set(e);
                            }
                        });
        asking.start();
        hanging.await();
        ProcessHandle process = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();
        asking.interrupt();
        asking.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        process.onExit().get(1, TimeUnit.MINUTES);
        assertThat(child.request("echo", "there", Progress.NONE)).isEqualTo("there");
    }

    @Test
    void whatNativeCodePrintsDisturbsNothing() throws Exception {
        assertThat(child.request("flood", "", Progress.NONE)).isEqualTo("x".repeat(300_000));
    }

    @Test
    void itEndsWithItsParent() throws Exception {
        Process process =
                new ProcessBuilder(COMMAND)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        new FrameWriter(process.getOutputStream())
                .write(new Message(Message.Kind.REQUEST, 1, "hang", 0, "").json());
        // As the system does when the parent dies.
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** Writes down what it is told. */
    private final class Told extends QuietProgress {
        private final Runnable onPhase;

        Told() {
            this(() -> {});
        }

        Told(Runnable onPhase) {
            this.onPhase = onPhase;
        }

        @Override
        public void total(long units) {
            told.add("total " + units);
        }

        @Override
        public void advance(long units) {
            told.add("advance " + units);
        }

        @Override
        public void phase(String key) {
            told.add("phase " + key);
            onPhase.run();
        }
    }
}
