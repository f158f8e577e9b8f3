package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsCommandTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int FRAMES = 44_100;
    private static final String QUIETER = "[{\"effect\":\"gain\",\"values\":{\"gainDb\":-6}}]";

    @TempDir Path folder;
    private Path song;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        song = folder.resolve("song.wav");
        out = folder.resolve("out");
        AudioBlock block = new AudioBlock(2, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            block.plane(0)[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 44_100.0));
            block.plane(1)[i] = block.plane(0)[i] / 2;
        }
        try (AudioSink sink = Media.create(song, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
    }

    @Test
    void listsEveryEffectWithItsParameters() throws IOException {
        JsonNode effects = json(run("effects", "--list", "--json")).at("/effects");
        assertThat(effects.findValuesAsText("id")).contains("reverb", "delay", "gain", "gainDb");
        JsonNode gain = effects.get(effects.size() - 1);
        assertThat(gain.at("/parameters/0").toString())
                .isEqualTo(
                        "{\"id\":\"gainDb\",\"name\":\"Gain\",\"unit\":\"decibel\",\"min\":-60.0,"
                                + "\"max\":24.0,\"defaultValue\":0.0,\"scale\":\"linear\"}");
        assertThat(run("effects", "--list").out())
                .contains("cutoffHz")
                .contains("20 to 20000 Hz (100)")
                .contains("true or false (false)");
    }

    @Test
    void writesWhatTheRackMakes() throws IOException {
        CommandRun run = effects(QUIETER, "--bit-depth", "32");
        assertThat(run.code()).isZero();
        JsonNode file = json(run).at("/files/0");
        assertThat(file.at("/state").asText()).isEqualTo("done");
        assertThat(file.at("/effects/0/values/gainDb").asDouble()).isEqualTo(-6);
        assertThat(file.at("/audioSeconds").asDouble()).isEqualTo(1);
        assertThat(file.at("/warnings")).isEmpty();
        float[] before = samples(song);
        float[] after = samples(out.resolve("song.wav"));
        for (int i = 0; i < FRAMES; i++) {
            before[i] = (float) (Math.exp(-6 * Math.log(10) / 20) * before[i]);
        }
        assertThat(after).isEqualTo(before);
    }

    @Test
    void theTailLetsEchoesFade() throws IOException {
        String echo = "{\"effect\":\"delay\",\"values\":{\"timeMs\":500,\"mix\":0.5}}";
        assertThat(effects(echo, "--tail", "0.75").code()).isZero();
        float[] after = samples(out.resolve("song.wav"));
        assertThat(after).hasSize(FRAMES + FRAMES * 3 / 4);
        float[] tail = Arrays.copyOfRange(after, FRAMES, after.length);
        assertThat(AudioBlock.of(tail).peak()).isGreaterThan(0.1f);
    }

    @Test
    void aChainMayStandInAFile() throws IOException {
        Path chain = Files.writeString(folder.resolve("room.json"), QUIETER);
        assertThat(effects(chain.toString()).code()).isZero();
        assertThat(out.resolve("song.wav")).exists();
        CommandRun again = effects(chain.toString(), "--if-exists", "skip");
        assertThat(json(again).at("/files/0/state").asText()).isEqualTo("skipped");
    }

    @Test
    void peaksThatAreCutOffAreTold() throws IOException {
        String louder = QUIETER.replace("-6", "12");
        CommandRun run = effects(louder);
        assertThat(json(run).at("/files/0/warnings/0").asText())
                .contains("peaks to +6.0 dBFS")
                .contains("gain of -6.0 dB");
        assertThat(json(effects(louder, "--bit-depth", "32")).at("/files/0/warnings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"effect\":\"echo\"}] | There is no effect \"echo\", only equalizer",
                "[{\"effect\":\"gain\",\"values\":{\"gainDb\":99}}] | is -60 to 24, not 99",
                "[{\"effect\":\"gain\",\"value\":{}}] | \"value\" means nothing here",
                "[{ | --chain: ",
                "nowhere.json | nowhere.json is not there"
            })
    void wrongChainsAreExplained(String chain, String sentence) {
        CommandRun run = effects(chain);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(run("effects", song.toString(), "--out", out.toString()).err())
                .contains("Missing required option: '--chain'");
        assertThat(run("effects", song.toString(), "--chain", QUIETER).err())
                .contains("Missing required option: '--out'");
        assertThat(effects(QUIETER, "--tail", "-1").code()).isEqualTo(2);
    }

    @Test
    void masterTakesEffectsToo() throws IOException {
        CommandRun run =
                run(
                        "--json",
                        "master",
                        song.toString(),
                        "--out",
                        out.toString(),
                        "--effects",
                        QUIETER);
        assertThat(run.code()).isZero();
        JsonNode plan = json(run).at("/files/0/plan");
        assertThat(plan.at("/effects/rack/effects/0/effect").asText()).isEqualTo("gain");
        assertThat(json(run).at("/files/0/sentences").toString()).contains("Effects: gain");
        assertThat(
                        run("master", song.toString(), "--out", out.toString(), "--effects", "[{}]")
                                .code())
                .isEqualTo(2);
    }

    @Test
    void aBrokenJarIsOneLineAndNothingElse() throws IOException {
        Path effects = Files.createDirectories(folder.resolve("data/effects"));
        Files.writeString(effects.resolve("fuzz.jar"), "garbage");
        CommandRun run = effects(QUIETER);
        assertThat(run.code()).isZero();
        assertThat(run.err().lines().filter(line -> line.contains("fuzz.jar"))).hasSize(1);
        assertThat(out.resolve("song.wav")).exists();
    }

    private CommandRun effects(String chain, String... options) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--json",
                                "effects",
                                song.toString(),
                                "--out",
                                out.toString(),
                                "--chain",
                                chain));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private CommandRun run(String... args) {
        return CommandRun.of(folder.resolve("data"), args);
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static float[] samples(Path file) throws IOException {
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(2, (int) source.frames().orElseThrow());
            assertThat(source.read(block)).isEqualTo(block.capacity());
            return block.plane(0);
        }
    }
}
