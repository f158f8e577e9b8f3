package auralis.library.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import auralis.dsp.master.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {
    private static final MasteringSettings QUIETER = MasteringSettings.ADAPTIVE.withTarget(-19);

    @TempDir Path data;
    private Path folder;
    private Presets presets;

    @BeforeEach
    void open() {
        folder = data.resolve("presets");
        presets = new Presets(folder);
    }

    @Test
    void theFactorysAreFive() throws IOException {
        assertThat(presets.all().presets())
                .extracting(Preset::name)
                .containsExactly("adaptive", "gentle", "warm", "bright", "punchy");
        assertThat(Presets.factory().get(0).settings()).isEqualTo(MasteringSettings.ADAPTIVE);
    }

    @Test
    void whatIsSavedIsThereNextTime() throws IOException {
        presets.save(" Für Élise (live) ", "quiet", QUIETER);
        Preset found = new Presets(folder).find("für élise (LIVE)");
        assertThat(found.name()).isEqualTo("Für Élise (live)");
        assertThat(found.settings()).isEqualTo(QUIETER);
        assertThat(presets.all().presets()).hasSize(6).contains(found);
        assertThat(folder).isDirectoryContaining("glob:**.json");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aReferenceGoesWithThePreset() throws IOException {
        Reference.Track track =
                new Reference.Track(
                        "song.flac",
                        0.5,
                        Collections.nCopies(30, -20.5),
                        OptionalDouble.of(-6),
                        OptionalDouble.empty(),
                        OptionalDouble.of(-11));
        MasteringSettings settings =
                QUIETER.withReference(
                        new Reference(List.of(track), 0.25, true, false, true, false));
        presets.save("like song", "", settings);
        assertThat(presets.find("like song").settings()).isEqualTo(settings);
    }

    @Test
    void presetsOfEarlierVersionsAreRead() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("old.json"),
                """
                {"name":"old","title":"Old","description":"","settings":{"intensity":1,
                "tone":{"on":true,"amount":1,"bassDb":0,"presenceDb":0,"airDb":0},
                "dynamics":{"on":true,"amount":1},"width":{"on":true,"amount":1,"width":1},
                "loudness":{"on":true,"amount":1,"targetLufs":-14,"firm":false},
                "limiter":{"ceilingDbtp":-1}}}
                """);
        MasteringSettings old = presets.find("old").settings();
        assertThat(old.withDynamics(MasteringSettings.ADAPTIVE.dynamics()))
                .isEqualTo(MasteringSettings.ADAPTIVE);
        assertThat(old.reference()).isEqualTo(Reference.NONE);
    }

    @Test
    void anOwnPresetIsSavedOver() throws IOException {
        presets.save("Mine", "", QUIETER);
        presets.save("mine", "", MasteringSettings.ADAPTIVE);
        assertThat(presets.all().presets()).hasSize(6);
        assertThat(presets.find("Mine").settings()).isEqualTo(MasteringSettings.ADAPTIVE);
    }

    @Test
    void renamingKeepsTheSettings() throws IOException {
        presets.save("a", "words", QUIETER);
        presets.save("b", "", MasteringSettings.ADAPTIVE);
        assertThatThrownBy(() -> presets.rename("a", "B")).hasMessageContaining("already");
        assertThat(presets.rename("a", "A").name()).isEqualTo("A");
        presets.rename("A", "c");
        assertThat(presets.find("c").settings()).isEqualTo(QUIETER);
        assertThat(presets.find("c").description()).isEqualTo("words");
        assertThatThrownBy(() -> presets.find("a")).hasMessageContaining("no preset \"a\"");
    }

    @Test
    void deletingForgets() throws IOException {
        presets.save("a", "", QUIETER);
        presets.delete("a");
        assertThat(presets.all().presets()).hasSize(5);
        assertThatThrownBy(() -> presets.delete("a")).hasMessageContaining("no preset");
    }

    @Test
    void theFactorysStayAsTheyAre() throws IOException {
        assertThatThrownBy(() -> presets.save("Warm", "", QUIETER))
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> presets.delete("warm")).hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> presets.rename("warm", "x"))
                .hasMessageContaining("stays as it is");
        presets.save("x", "", QUIETER);
        assertThatThrownBy(() -> presets.rename("x", "warm"))
                .hasMessageContaining("stays as it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "../x", "a/b", "a\\b", ".hidden", "con", "a:b", "dot."})
    void namesThatAreNoFileNamesAreRefused(String name) {
        assertThatThrownBy(() -> presets.save(name, "", QUIETER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be the name");
        assertThat(folder).doesNotExist();
    }

    @Test
    void presetsTravelAsFiles() throws IOException {
        presets.save("mine", "words", QUIETER);
        Path file = data.resolve("out").resolve("shared.json");
        presets.exportTo("mine", file);
        assertThatThrownBy(() -> presets.exportTo("mine", file)).isInstanceOf(IOException.class);
        assertThat(presets.importFrom(file).name()).isEqualTo("mine 2");
        assertThat(new Presets(data.resolve("other")).importFrom(file).settings())
                .isEqualTo(QUIETER);
        assertThat(presets.find(file.toString()).settings()).isEqualTo(QUIETER);
    }

    @Test
    void anImportedNameIsMadeSafe() throws IOException {
        presets.save("mine", "", QUIETER);
        Path file = data.resolve("evil.json");
        presets.exportTo("mine", file);
        Files.writeString(file, Files.readString(file).replace("\"mine\"", "\"../../evil\""));
        Preset imported = presets.importFrom(file);
        assertThat(imported.name()).doesNotContain("/");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void whatIsNoPresetIsToldAndLeftAlone() throws IOException {
        Files.createDirectories(folder);
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        Presets.Listing all = presets.all();
        assertThat(all.presets()).hasSize(5);
        assertThat(all.problems()).singleElement().asString().contains("broken.json");
        assertThat(broken).exists();
        assertThatThrownBy(() -> presets.importFrom(broken)).hasMessageContaining("cannot be read");
    }
}
