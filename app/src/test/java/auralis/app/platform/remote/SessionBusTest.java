package auralis.app.platform.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the bus is looked for. */
class SessionBusTest {
    @TempDir private Path folder;

    @Test
    void theEnvironmentComesFirstAndOfSeveralTheOneThatIsThere() throws IOException {
        Path socket = Files.createFile(folder.resolve("socket"));
        Files.createFile(folder.resolve("bus"));
        String there = "unix:path=" + socket + ",guid=12";
        String told = "unix:abstract=/tmp/x;unix:path=" + folder + "/away;" + there;
        assertThat(address(told)).contains(there);
        assertThat(address("")).contains("unix:path=" + folder + "/bus");
        assertThat(address("unix:path=" + folder + "/away")).isEmpty();
    }

    @Test
    void whereThereIsNoneThereAreNoMediaKeys() {
        assertThat(SessionBus.address(Map.of())).isEmpty();
        assertThat(MediaKeys.of("Linux", Map.of(), file -> Optional.empty()))
                .isSameAs(MediaKeys.NONE);
    }

    @Test
    void otherSystemsHaveNone() throws IOException {
        Files.createFile(folder.resolve("bus"));
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());
        assertThat(MediaKeys.of("Mac OS X", environment, file -> Optional.empty()))
                .isSameAs(MediaKeys.NONE);
    }

    private Optional<String> address(String told) {
        return SessionBus.address(
                Map.of("DBUS_SESSION_BUS_ADDRESS", told, "XDG_RUNTIME_DIR", folder.toString()));
    }
}
