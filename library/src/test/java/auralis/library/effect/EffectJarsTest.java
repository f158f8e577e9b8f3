package auralis.library.effect;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.EffectRack;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectJarsTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(48_000);

    /** An effect that inverts the sound, with a hole for trouble. */
    private static final String SOURCE =
            """
            package org.example;
            import auralis.dsp.AudioBlock;
            import auralis.dsp.StreamFormat;
            import auralis.dsp.effect.*;
            import java.util.List;
            public final class %1$s implements AudioEffect {
                public %1$s() { %3$s }
                public String id() { return "%2$s"; }
                public String name() { return "Example %1$s"; }
                public List<Parameter> parameters() { return List.of(); }
                public EffectProcessor create() {
                    return new SmoothedProcessor(parameters()) {
                        protected void allocate(StreamFormat format, int maxFrames) {}
                        protected void clear() {}
                        protected void design() {}
                        protected void run(AudioBlock block) {
                            %4$s
                            for (int c = 0; c < block.channels(); c++) {
                                for (int i = block.from(); i < block.to(); i++) {
                                    block.plane(c)[i] *= -1;
                                }
                            }
                        }
                    };
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void withoutAFolderThereIsWhatComesWithTheProgram() throws IOException {
        try (EffectJars jars = EffectJars.load(folder.resolve("effects"))) {
            assertThat(jars.catalogue().find("reverb")).isPresent();
            assertThat(jars.warnings()).isEmpty();
        }
    }

    @Test
    void aJarBringsItsEffect() throws IOException {
        jar("Invert", "invert", "", "");
        try (EffectJars jars = EffectJars.load(folder)) {
            assertThat(jars.warnings()).isEmpty();
            assertThat(jars.catalogue().find("invert").orElseThrow().name())
                    .isEqualTo("Example Invert");
            assertThat(processed(jars, "invert").plane(0)[7]).isEqualTo(-0.5f);
        }
    }

    @Test
    void oneBrokenJarIsOneWarningAndStopsNoOther() throws IOException {
        jar("Faulty", "faulty", "if (true) throw new IllegalStateException(\"no licence\");", "");
        jar("Invert", "invert", "", "");
        jar("Reverb", "reverb", "", "");
        Files.writeString(folder.resolve("garbage.jar"), "not a jar at all");
        EffectJar.write(folder.resolve("hollow.jar"), Map.of("readme.txt", new byte[1]));
        EffectJar.write(
                folder.resolve("lost.jar"),
                Map.of(EffectJar.SERVICE, "org.example.Lost".getBytes()));
        Files.writeString(folder.resolve("notes.txt"), "no jar");
        try (EffectJars jars = EffectJars.load(folder)) {
            assertThat(jars.catalogue().find("invert")).isPresent();
            assertThat(jars.warnings()).hasSize(5);
            assertThat(jars.warnings().get(0)).contains("Faulty.jar").contains("no licence");
            assertThat(jars.warnings().get(1)).contains("Reverb.jar").contains("already");
            assertThat(jars.warnings().get(2)).contains("garbage.jar");
            assertThat(jars.warnings().get(3)).contains("hollow.jar").contains("no effect");
            assertThat(jars.warnings().get(4)).contains("lost.jar").contains("org.example.Lost");
        }
    }

    @Test
    void anEffectThatThrowsAtWorkIsCutOut() throws IOException {
        jar("Late", "late", "", "if (true) throw new IllegalStateException(\"boom\");");
        try (EffectJars jars = EffectJars.load(folder)) {
            assertThat(jars.warnings()).isEmpty();
            assertThat(processed(jars, "late").plane(0)[7]).isEqualTo(0.5f);
        }
    }

    private static AudioBlock processed(EffectJars jars, String effect) {
        EffectSettings settings = new EffectSettings(effect, true, Map.of());
        EffectRack rack = new EffectRack(RackSettings.of(settings), jars.catalogue());
        rack.prepare(FORMAT, 16);
        AudioBlock block = new AudioBlock(2, 16);
        java.util.Arrays.fill(block.plane(0), 0.5f);
        rack.process(block);
        return block;
    }

    private void jar(String name, String id, String inConstructor, String inProcess)
            throws IOException {
        String source = SOURCE.formatted(name, id, inConstructor, inProcess);
        EffectJar.compile(folder.resolve(name + ".jar"), "org.example." + name, source);
    }
}
