package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir private Path folder;

    @Test
    void listsWhatCanBeHad() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(run("models", "list", "--json").out());
        assertThat(answer.at("/models")).isEmpty();
        assertThat(answer.at("/offers/0/id").asText()).isEqualTo("htdemucs");
        assertThat(answer.at("/offers/0/bytes").asLong()).isEqualTo(165_612_636);
        assertThat(run("models", "list").out()).contains("builtin").contains("166 MB");
    }

    @Test
    void nothingIsDownloadedUnasked() {
        CommandRun run = run("models", "download", "htdemucs");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--yes").contains("166 MB").contains("licence");
    }

    @Test
    void tellsWhatItDoesNotKnow() {
        assertThat(run("models", "download", "nobody").err()).contains("models list");
        assertThat(run("models", "remove", "nobody").err()).contains("There is no model");
        assertThat(run("models", "verify", "nobody").code()).isNotZero();
    }

    @Test
    void throwsAwayWhatIsLeftOfADownload() throws IOException {
        Path part = folder.resolve("data/models/separation/htdemucs.part");
        Files.createDirectories(part);
        String file = "htdemucs_fp16weights.onnx";
        Files.write(part.resolve(file), new byte[3_000_000]);
        assertThat(run("models", "list").out()).contains("download ended after 3 MB");
        CommandRun run = run("models", "remove", "htdemucs");
        assertThat(run.out()).contains("htdemucs").contains("3 MB");
        assertThat(part).doesNotExist();
        assertThat(run("models", "remove", "htdemucs").err()).contains("There is no model");
    }

    @Test
    void anEntryWithoutFilesIsToldSo() throws IOException {
        Path list = folder.resolve("data/models/catalogue.json");
        Files.createDirectories(list.getParent());
        Files.writeString(
                list,
                """
                {"models": [{"id": "none", "kind": "separation", "title": "None"}]}
                """);
        CommandRun run = run("models", "download", "none");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("does not say where").contains("catalogue.json");
        assertThat(run("models", "list").out()).doesNotContain("None");
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithASentence() throws IOException {
        Path checkpoint = folder.resolve("955717e8-8726e21a.th");
        Files.write(checkpoint, new byte[] {'P', 'K', 3, 4, 0, 0});
        CommandRun run = run("models", "import", checkpoint.toString());
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("955717e8-8726e21a.th").contains("ONNX");
        assertThat(run("models", "list", "--json").out()).contains("\"models\" : [ ]");
    }

    @Test
    void whatIsNotThereIsTold() {
        CommandRun run = run("models", "import", folder.resolve("none.onnx").toString());
        assertThat(run.err()).contains("there is no such file");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(folder.resolve("data"), arguments);
    }
}
