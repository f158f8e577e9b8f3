package auralis.library.separate.neural;

import static auralis.dsp.separate.Stem.BASS;
import static auralis.dsp.separate.Stem.DRUMS;
import static auralis.dsp.separate.Stem.GUITAR;
import static auralis.dsp.separate.Stem.INSTRUMENTAL;
import static auralis.dsp.separate.Stem.OTHER;
import static auralis.dsp.separate.Stem.PIANO;
import static auralis.dsp.separate.Stem.REST;
import static auralis.dsp.separate.Stem.VOCALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import auralis.library.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelInspectionTest {
    private static final int SEGMENT = 32_768;

    @TempDir Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private ModelContract inspect(byte[] model) throws Exception {
        return ModelInspection.inspect(file("model.onnx", model), Progress.NONE);
    }

    private static ModelPart only(ModelContract contract) {
        assertThat(contract.parts()).hasSize(1);
        return contract.parts().get(0);
    }

    @Test
    void soundToSound() throws Exception {
        ModelContract contract = inspect(GeneratedModels.waveform(SEGMENT, 4));
        assertThat(contract.stems()).containsExactly(VOCALS, DRUMS, BASS, OTHER);
        assertThat(contract.sampleRate()).isEqualTo(44_100);
        ModelPart part = only(contract);
        assertThat(part.dialect()).isEqualTo(Dialect.WAVEFORM);
        assertThat(part.stems()).containsExactly(DRUMS, BASS, OTHER, VOCALS);
        assertThat(part.segmentFrames()).isEqualTo(SEGMENT);
    }

    @Test
    void sixStems() throws Exception {
        ModelContract contract = inspect(GeneratedModels.waveform(SEGMENT, 6));
        assertThat(only(contract).stems())
                .containsExactly(DRUMS, BASS, OTHER, VOCALS, GUITAR, PIANO);
    }

    @Test
    void anyLengthIsTheLengthOfDemucs() throws Exception {
        byte[] model = GeneratedModels.waveformOfAnyLength(GeneratedModels.SEGMENT);
        assertThat(only(inspect(model)).segmentFrames()).isEqualTo(343_980);
    }

    @Test
    void hybridWhateverItsNamesAndOrder() throws Exception {
        byte[][] models = {
            GeneratedModels.hybrid(SEGMENT, 4),
            GeneratedModels.hybrid(SEGMENT, 6),
            GeneratedModels.hybrid(SEGMENT, 4, "mix", "mag", "spec_out", "wave_out"),
            GeneratedModels.soundFirst(SEGMENT),
            GeneratedModels.transposed(SEGMENT),
            GeneratedModels.pairs(SEGMENT)
        };
        for (byte[] model : models) {
            ModelPart part = only(inspect(model));
            assertThat(part.dialect()).isEqualTo(Dialect.HYBRID);
            assertThat(part.hostNormalises()).isFalse();
        }
    }

    @Test
    void flattenedOutputsWantNormalisedInputs() throws Exception {
        ModelPart part = only(inspect(GeneratedModels.flattened(SEGMENT)));
        assertThat(part.dialect()).isEqualTo(Dialect.HYBRID);
        assertThat(part.hostNormalises()).isTrue();
        assertThat(part.stems()).hasSize(4);
    }

    @Test
    void theProbeFindsOutWhenTheyDoNot() throws Exception {
        ModelPart part = only(inspect(GeneratedModels.flattened(SEGMENT, true)));
        assertThat(part.hostNormalises()).isFalse();
    }

    @Test
    void contractsAreStoredAsJson() throws Exception {
        ModelContract hybrid = inspect(GeneratedModels.transposed(SEGMENT));
        assertThat(Json.read(Json.writePretty(hybrid), ModelContract.class)).isEqualTo(hybrid);
        hint("{\"stems\": [\"drums\"], \"nFft\": 6144, \"compensate\": 1.02}");
        ModelContract mdx = inspect(GeneratedModels.mdx(3072, 64, 0, 3072, 1));
        assertThat(Json.read(Json.write(mdx), ModelContract.class)).isEqualTo(mdx);
    }

    private void hint(String json) throws IOException {
        Files.writeString(folder.resolve("model.json"), json);
    }

    @Test
    void theMakersTellTheStems() throws Exception {
        byte[] model = GeneratedModels.named(SEGMENT, "['no_vocals', 'vocals']", 0.7f, 0.3f);
        ModelContract contract = inspect(model);
        assertThat(only(contract).stems()).containsExactly(INSTRUMENTAL, VOCALS);
        assertThat(contract.stems()).containsExactly(VOCALS, INSTRUMENTAL);
    }

    @Test
    void orElseTheUser() throws Exception {
        byte[] model = GeneratedModels.gains(SEGMENT, 0.5f, 0.5f);
        assertThatThrownBy(() -> inspect(model))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.onnx gives 2 stems and does not say which")
                .hasMessageContaining(".json");
        hint("{\"stems\": [\"vocals\", \"drums\"]}");
        // Nobody has the rest, so it is added.
        assertThat(inspect(model).stems()).containsExactly(VOCALS, DRUMS, OTHER);
    }

    @Test
    void aHintThatIsNoneIsNamed() throws Exception {
        hint("{\"stems\": [\"trumpet\"]}");
        assertThatThrownBy(() -> inspect(GeneratedModels.gains(SEGMENT, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.json does not tell about the model");
    }

    @Test
    void mdxIsToldBesideIt() throws Exception {
        hint("{\"stems\": [\"vocals\"], \"nFft\": 7680, \"compensate\": 1.02}");
        ModelContract contract = inspect(GeneratedModels.mdx(3072, 64, 0, 3072, 1));
        ModelPart part = only(contract);
        assertThat(part.mdx()).contains(new MdxParameters(7680, 3072, 64, 1.02));
        assertThat(part.segmentFrames()).isEqualTo(1024 * 63);
        assertThat(contract.stems()).containsExactly(VOCALS, INSTRUMENTAL);
    }

    @Test
    void mdxThatFitsNothingIsRefused() throws Exception {
        hint("{\"stems\": [\"vocals\"], \"nFft\": 4096}");
        assertThatThrownBy(() -> inspect(GeneratedModels.mdx(3072, 64, 0, 3072, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("an n_fft of 4096 does not fit 3072 bins");
    }

    @Test
    void mdxThatNobodyKnowsAsksForItsParameters() {
        assertThatThrownBy(() -> inspect(GeneratedModels.mdx(3072, 64, 0, 3072, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.onnx is an MDX-Net model that this program does not")
                .hasMessageContaining("model.json");
    }

    @Test
    void theSizeOfAnMdxTransformIsTriedOut() throws Exception {
        // What it sings lies below the cut-off with 7680 alone; for larger sizes it is too short.
        byte[] singing = GeneratedModels.singing(3072, 17, 9_500 * 7680 / 44_100);
        Path model = file("UVR_Inst_9.onnx", singing);
        ModelPart part = only(ModelInspection.inspect(model, Progress.NONE));
        assertThat(part.mdx().orElseThrow().nFft()).isEqualTo(7680);
        assertThat(part.stems()).containsExactly(INSTRUMENTAL);
        // Here nothing tells the sizes apart.
        byte[] faithful = GeneratedModels.mdx(3072, 17, 0, 3072, 1);
        refused(file("UVR_Voc_9.onnx", faithful), "MDX-Net model that this program", "nFft");
    }

    @Test
    void publicMdxModelsAreKnownByTheirSum() throws Exception {
        assertThat(MdxTable.entries())
                .contains(
                        new MdxTable.Entry(
                                "55657dd70583b0fedfba5f67df11d711", 6144, 1.022, INSTRUMENTAL))
                .hasSize(42)
                .allSatisfy(entry -> assertThat(entry.md5()).matches("[0-9a-f]{32}"))
                .extracting(MdxTable.Entry::md5)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSumIsOfTheEnd() throws Exception {
        byte[] bytes = new byte[10_240_003];
        new Random(1).nextBytes(bytes);
        Path model = file("large.onnx", bytes);
        Path tail = file("tail.onnx", Arrays.copyOfRange(bytes, 3, bytes.length));
        assertThat(MdxTable.md5(model)).isEqualTo(MdxTable.md5(tail));
        assertThat(MdxTable.md5(file("a", new byte[] {'a', 'b', 'c'})))
                .isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }

    @ParameterizedTest
    @CsvSource({
        "htdemucs.th, PyTorch",
        "model.ckpt, PyTorch",
        "weights.safetensors, PyTorch",
    })
    void pyTorchIsNamedByItsEnding(String name, String word) throws Exception {
        Path model = file(name, new byte[] {1, 2, 3});
        refused(model, name + " is a " + word + " file", ".onnx");
    }

    @Test
    void pyTorchIsNamedByItsContent() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("archive/data.pkl"));
        }
        refused(file("a.onnx", zip.toByteArray()), "a.onnx is a PyTorch file", "ONNX export");
        byte[] pickle = {(byte) 0x80, 2, 'c', 't', 'o', 'r', 'c', 'h'};
        refused(file("b.onnx", pickle), "b.onnx is a PyTorch file", "ONNX export");
        byte[] safetensors = "\20\0\0\0\0\0\0\0{\"a\":1}".getBytes(StandardCharsets.ISO_8859_1);
        refused(file("c.onnx", safetensors), "c.onnx is a PyTorch file", "ONNX export");
    }

    @Test
    void otherFilesAreNamed() throws Exception {
        refused(text("a.onnx", "<!DOCTYPE html><title>404</title>"), "is a page", "Download");
        refused(text("b.onnx", "version https://git-lfs.github.com/spec/v1"), "pointer", "itself");
        refused(text("c.onnx", ""), "c.onnx is empty", "again");
        refused(text("d.onnx", "PK\3\4 some archive"), "ZIP archive", "Unpack");
        refused(text("e.onnx", "lmgg and so on"), "GGML", ".onnx");
        refused(folder.resolve("f.onnx"), "f.onnx is not there", "Choose");
    }

    private Path text(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void refused(Path model, String problem, String remedy) {
        assertThatThrownBy(() -> ModelInspection.inspect(model, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @Test
    void brokenModelsAreRefused() throws Exception {
        byte[] whole = GeneratedModels.hybrid(SEGMENT, 4);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        refused(file("cut.onnx", cut), "cut.onnx is not a whole ONNX model", "again");
        byte[] garbage = new byte[5000];
        new Random(5).nextBytes(garbage);
        garbage[0] = 8;
        refused(file("garbage.onnx", garbage), "garbage.onnx is not a whole ONNX model", "again");
    }

    @Test
    void missingWeightsAreNamed() throws Exception {
        byte[] model = GeneratedModels.withWeightsIn("big.weights", SEGMENT);
        refused(file("big.onnx", model), "keeps its weights in another file", "big.weights");
    }

    @Test
    void modelsThatDoSomethingElseAreRefused() throws Exception {
        refused(
                file("asr.onnx", GeneratedModels.otherTask()),
                "asr.onnx is no kind of separation model",
                "takes mel[1,80,3000] and gives tokens[1,80,3000]");
        refused(file("half.onnx", GeneratedModels.half(SEGMENT)), "32-bit floats", "FLOAT16");
        refused(
                file("odd.onnx", GeneratedModels.unfitting(SEGMENT)),
                "x[1,4,2048,39]",
                "32 frames");
    }

    @Test
    void aModelOfAnotherLengthThanItSaysIsRefused() throws Exception {
        byte[] model = GeneratedModels.wrongLength(50_000);
        refused(file("n.onnx", model), "n.onnx failed while it ran", "export");
    }

    @Test
    void theProbeRefusesWhatIsNoNumber() throws Exception {
        refused(
                file("nan.onnx", GeneratedModels.notNumbers(SEGMENT)),
                "values that are no numbers",
                "again");
    }

    @Test
    void theProbeRefusesStemsThatDoNotAddUp() throws Exception {
        refused(
                file("loud.onnx", GeneratedModels.gains(SEGMENT, 1, 1, 1, 1)),
                "do not add up to the mix (they are off by 300 %",
                "another export");
    }

    @Test
    void specialistsHaveTheirStemEach() throws Exception {
        for (Stem stem : List.of(DRUMS, BASS, OTHER, VOCALS)) {
            file("htdemucs_ft_" + stem.word() + ".onnx", GeneratedModels.waveform(SEGMENT, 4));
        }
        ModelContract contract = ModelInspection.inspect(folder, Progress.NONE);
        assertThat(contract.parts()).hasSize(4);
        assertThat(contract.parts().get(1).file()).isEqualTo("htdemucs_ft_drums.onnx");
        assertThat(contract.parts().get(1).weights()).containsExactly(1.0, 0.0, 0.0, 0.0);
        assertThat(contract.stems()).containsExactly(VOCALS, DRUMS, BASS, OTHER);
    }

    @Test
    void otherBagsAreAveragedOrListed() throws Exception {
        file("a.onnx", GeneratedModels.waveform(SEGMENT, 4));
        file("b.onnx", GeneratedModels.waveform(SEGMENT, 4));
        file("c.onnx", new byte[] {1});
        refused(folder, "c.onnx", "again");
        bag("{\"models\": [\"b.onnx\", \"a.onnx\"], \"weights\": [[1,1,1,0],[1,0,0,3]]}");
        ModelContract contract = ModelInspection.inspect(folder, Progress.NONE);
        assertThat(contract.parts())
                .extracting(ModelPart::file)
                .containsExactly("b.onnx", "a.onnx");
        assertThat(contract.share(contract.parts().get(0), 0)).isEqualTo(0.5);
        assertThat(contract.share(contract.parts().get(1), 3)).isEqualTo(1);
    }

    private void bag(String json) throws IOException {
        Files.writeString(folder.resolve("bag.json"), json);
    }

    @Test
    void bagsThatMakeNoSenseAreRefused() throws Exception {
        refused(folder, "has no .onnx file", "Choose");
        file("a.onnx", GeneratedModels.waveform(SEGMENT, 4));
        bag("{\"models\": [\"a.onnx\"], \"weights\": [[1,1,1,0]]}");
        refused(folder, "no file has a weight for vocals", "bag.json");
        bag("{\"models\": [\"a.onnx\"], \"weights\": [[1,1]]}");
        refused(folder, "weights that do not fit", "bag.json");
        bag("{\"models\": [\"../a.onnx\"]}");
        refused(folder, "not in its folder", "Correct");
        bag("{\"models\": [\"b.onnx\"]}");
        refused(folder, "b.onnx is not there", "Choose");
        bag("[]");
        refused(folder, "cannot be read", "Correct");
        bag("{}");
        refused(folder, "names no models", "Add");
    }

    @Test
    void mdxModelsOfDifferentStemsAreOneBag() throws Exception {
        for (String stem : List.of("vocals", "drums", "bass")) {
            file("kuielab_a_" + stem + ".onnx", GeneratedModels.mdx(2048, 32, 0, 2048, 1));
            Files.writeString(folder.resolve("kuielab_a_" + stem + ".json"), "{\"nFft\": 6144}");
        }
        ModelContract contract = ModelInspection.inspect(folder, Progress.NONE);
        assertThat(contract.stems()).containsExactly(VOCALS, DRUMS, BASS, OTHER);
        assertThat(contract.complement()).contains(OTHER);
        assertThat(contract.stems()).doesNotContain(REST);
    }

    @Test
    void nothingStaysInTheFolderForTemporaryFiles() throws Exception {
        inspect(GeneratedModels.gains(SEGMENT, 0.25f, 0.25f, 0.25f, 0.25f));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var files =
                Files.newDirectoryStream(
                        temporary, "auralis-onnx-" + ProcessHandle.current().pid() + "-*")) {
            assertThat(files).isEmpty();
        }
    }
}
