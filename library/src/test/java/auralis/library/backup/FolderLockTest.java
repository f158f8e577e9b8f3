package auralis.library.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir Path folder;

    @Test
    void manyShareIt() throws IOException {
        FolderLock one = FolderLock.shared(folder);
        FolderLock two = FolderLock.shared(folder);
        assertThatThrownBy(() -> FolderLock.alone(folder)).hasMessageContaining("is in use");
        one.close();
        one.close();
        assertThatThrownBy(() -> FolderLock.alone(folder)).hasMessageContaining("is in use");
        two.close();
        FolderLock.alone(folder).close();
    }

    @Test
    void whoHasItAloneSharesItWithNobody() throws IOException {
        FolderLock alone = FolderLock.alone(folder);
        assertThatThrownBy(() -> FolderLock.shared(folder)).hasMessageContaining("being restored");
        assertThatThrownBy(() -> FolderLock.alone(folder)).hasMessageContaining("is in use");
        alone.close();
        FolderLock.shared(folder).close();
    }

    @Test
    void anotherProcessCountsUntilItIsKilled() throws Exception {
        Process other = other("shared");
        try {
            FolderLock.shared(folder).close();
            assertThatThrownBy(() -> FolderLock.alone(folder)).hasMessageContaining("is in use");
        } finally {
            other.destroyForcibly().waitFor();
        }
        FolderLock.alone(folder).close();
    }

    @Test
    void anotherProcessAloneIsRespected() throws Exception {
        Process other = other("alone");
        try {
            assertThatThrownBy(() -> FolderLock.shared(folder))
                    .hasMessageContaining("being restored");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Comes back when the other process holds its lock. */
    private Process other(String kind) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.toString(),
                                kind)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo("held");
        return process;
    }

    /** Holds a lock until its parent closes the pipe or kills it. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            FolderLock lock =
                    args[1].equals("alone") ? FolderLock.alone(folder) : FolderLock.shared(folder);
            System.out.println("held");
            while (System.in.read() >= 0) {}
            lock.close();
        }
    }
}
