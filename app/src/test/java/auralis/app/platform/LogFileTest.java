package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.LogFile.Silenced;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import org.junit.jupiter.api.Test;

class LogFileTest {
    @Test
    void aLogThatCannotBeWrittenIsOneLine() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ErrorManager manager =
                new Silenced(Path.of("data"), new PrintStream(said, true, StandardCharsets.UTF_8));
        manager.error(null, new IOException("no space left"), ErrorManager.FLUSH_FAILURE);
        manager.error("again", null, ErrorManager.WRITE_FAILURE);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("The log in data cannot be written: no space left.");
    }
}
