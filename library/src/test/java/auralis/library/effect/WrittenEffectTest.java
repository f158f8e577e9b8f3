package auralis.library.effect;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.AudioEffect;
import auralis.dsp.effect.EffectProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effect of docs/EFFECTS.md, from the very text that people copy. */
class WrittenEffectTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir Path folder;

    @Test
    void theExampleOfTheDocsIsAnEffect() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/EFFECTS.md")));
        assertThat(example.find()).isTrue();
        EffectJar.compile(folder.resolve("t.jar"), "org.example.Tremolo", example.group(1));
        try (EffectJars jars = EffectJars.load(folder)) {
            assertThat(jars.warnings()).isEmpty();
            AudioEffect tremolo = jars.catalogue().find("org.example.tremolo").orElseThrow();
            EffectProcessor processor = tremolo.create();
            processor.set("depth", 1);
            processor.prepare(StreamFormat.mono(48_000), 4_800);
            AudioBlock second = new AudioBlock(1, 4_800);
            Arrays.fill(second.plane(0), 0.5f);
            processor.process(second);
            // 5 Hz: silent at the start, as it came in after half a swing.
            assertThat(second.plane(0)[0]).isZero();
            assertThat(second.plane(0)[4_799]).isGreaterThan(0.499f);
        }
    }
}
