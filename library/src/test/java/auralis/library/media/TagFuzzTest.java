package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TagFuzzTest {
    @TempDir Path folder;

    static List<String> kinds() {
        return TagFixtures.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void damageIsAnsweredAndNeverMadeWorse(String kind) throws IOException {
        int[] counts = TagFuzz.run(folder, kind, 50, 1);
        assertThat(counts[0]).isGreaterThan(5);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
