package auralis.library.transcribe.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.model.ModelKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No model that native code would die of comes past this. */
class GgmlModelTest {
    private static final int HEAD_BYTES = 12 * Integer.BYTES;
    private static final int VOCABULARY_AT = HEAD_BYTES + 8 + 80 * 201 * Float.BYTES;

    @TempDir private static Path shared;
    @TempDir private Path folder;
    private static byte[] good;

    @BeforeAll
    static void make() throws IOException {
        Path file = shared.resolve("good.bin");
        new GeneratedWhisper(GeneratedWhisper.SCRIPT).write(file);
        good = Files.readAllBytes(file);
    }

    @Test
    void readsTheHeadAndWalksToTheEnd() throws IOException {
        GgmlModel model = GgmlModel.read(shared.resolve("good.bin"));
        assertThat(model).isEqualTo(new GgmlModel(51_865, 64, 1, 1));
        assertThat(model.isMultilingual()).isTrue();
        WhisperContract contract = WhisperContract.of(model);
        assertThat(contract.makes()).isEqualTo("text in 99 languages");
        assertThat(contract.languages()).startsWith("en", "zh", "de").endsWith("jv", "su");
    }

    @Test
    void namesTheSizesThatArePublished() throws IOException {
        Path base = folder.resolve("base.bin");
        new GeneratedWhisper(GeneratedWhisper.SCRIPT).size(512, 6).write(base);
        assertThat(GgmlModel.read(base).size()).isEqualTo("base");
        assertThat(new GgmlModel(51_866, 1280, 32, 4).size()).isEqualTo("large turbo");
        assertThat(new GgmlModel(51_866, 1280, 32, 32).size()).isEqualTo("large");
        assertThat(new GgmlModel(51_864, 768, 12, 2).size()).isEqualTo("small distilled");
        assertThat(WhisperContract.of(new GgmlModel(51_864, 384, 4, 4)).makes())
                .isEqualTo("English text");
        assertThat(WhisperContract.of(new GgmlModel(51_866, 1280, 32, 4)).languages())
                .hasSize(100)
                .endsWith("yue");
    }

    @Test
    void whatIsCutOffIsToldWhereverItIsCut() {
        for (int length : List.of(10, 60, 30_000, VOCABULARY_AT + 500, good.length / 2)) {
            refused(Arrays.copyOf(good, length), "not whole", "again");
        }
        refused(Arrays.copyOf(good, good.length - 1), "not whole", "again");
        refused(Arrays.copyOf(good, good.length + 4), "numbers do not fit", "again");
    }

    @Test
    void whatEndsBetweenTwoTensorsIsToldToo() throws IOException {
        // The last is decoder.blocks.0.cross_attn.out.bias: 64 numbers after a head of 16 bytes.
        int last = 64 * Float.BYTES + 16 + "decoder.blocks.0.cross_attn.out.bias".length();
        refused(
                Arrays.copyOf(good, good.length - last),
                "is not whole: it has 49 of 50 parts",
                "Download or copy it again");
    }

    @Test
    void numbersThatDoNotFitTogetherAreTold() {
        for (int at = 4; at < 44; at += 4) {
            byte[] bad = good.clone();
            ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt(at, -5);
            refused(bad, "numbers do not fit", "again");
        }
    }

    @Test
    void aVocabularyWithoutASpaceIsToldApart() {
        byte[] bad = good.clone();
        // Each of the first 256 words is a byte after its length.
        bad[VOCABULARY_AT + 4 + ' ' * 5 + 4] = 'x';
        refused(bad, "vocabulary without a space", "another");
    }

    @Test
    void whatIsSomethingElseIsCalledByItsName() {
        byte[] garbage = new byte[5_000];
        new Random(3).nextBytes(garbage);
        refused(garbage, "is no Whisper model", "ggml-base.bin");
        refused(new byte[0], "is empty", "again");
        refused(text("PK\3\4archive/data.pkl"), "is a PyTorch file", "whisper.cpp");
        refused(text("\20\0\0\0\0\0\0\0{\"a\":1}"), "is a PyTorch file", "whisper.cpp");
        refused(text("\10\10\22\7pytorch"), "is an ONNX model", "whisper.cpp");
        refused(text("GGUF\3\0\0\0"), "is a GGUF file", "whisper.cpp");
        refused(text("<html>404"), "is a page", "ggml-base.bin");
        refused(text("version https://git-lfs.github.com/spec/v1"), "Git LFS", "itself");
        assertThatThrownBy(() -> GgmlModel.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> GgmlModel.read(folder.resolve("gone.bin")))
                .hasMessageContaining("gone.bin is not there");
    }

    @Test
    void quantisedNumbersAreCountedByTheBlock() {
        GgmlType q5 = GgmlType.of(6).orElseThrow();
        assertThat(q5.bytes(64, 3)).contains(2L * 22 * 3);
        assertThat(q5.bytes(65, 3)).isEmpty();
        assertThat(GgmlType.of(8)).contains(GgmlType.Q8_0);
        assertThat(GgmlType.of(99)).isEqualTo(Optional.empty());
    }

    @Test
    void theContentTellsWhatAModelIsFor() throws IOException {
        assertThat(ModelKind.of(shared.resolve("good.bin"))).isEqualTo(ModelKind.TRANSCRIPTION);
        Path other = Files.write(folder.resolve("ggml-a.bin"), text("\10\10\22\7pytorch"));
        assertThat(ModelKind.of(other)).isEqualTo(ModelKind.SEPARATION);
        assertThat(ModelKind.of(folder)).isEqualTo(ModelKind.SEPARATION);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void refused(byte[] content, String problem, String remedy) {
        Path file = folder.resolve("a.bin");
        assertThatThrownBy(() -> GgmlModel.read(Files.write(file, content)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("a.bin ")
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy)
                .hasMessageEndingWith(".");
    }
}
