package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import auralis.dsp.wav.WavSink;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparateCommandTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(22_050);
    private static final int FRAMES = 2 * FORMAT.sampleRate();

    @TempDir private Path folder;
    private Path song;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        song = song("song.wav", 0.3);
        out = folder.resolve("out");
    }

    /** A tone in the middle over noise with a beat at the sides. */
    private Path song(String name, double level) throws IOException {
        Random random = new Random(5);
        AudioBlock block = new AudioBlock(2, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            double t = FORMAT.seconds(i);
            double tone = level * Math.sin(2 * Math.PI * 440 * t);
            double beat = level * Math.exp(-20 * (t % 0.5));
            for (int c = 0; c < 2; c++) {
                block.plane(c)[i] = (float) (tone + beat * random.nextGaussian());
            }
        }
        Path file = folder.resolve(name);
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }

    @Test
    void stemsAddUpToTheMusic() throws IOException {
        CommandRun run = separate("--bit-depth", "32");
        assertThat(run.code()).isZero();
        JsonNode file = json(run).at("/files/0");
        assertThat(file.at("/engine").asText()).contains("basic quality");
        assertThat(file.at("/residualDbfs").asDouble()).isLessThan(-120);
        assertThat(file.at("/gainDb").asDouble()).isZero();
        assertThat(file.at("/audioSeconds").asDouble()).isEqualTo(2);
        assertThat(results())
                .containsExactly(
                        "song.bass.wav", "song.drums.wav", "song.other.wav", "song.vocals.wav");
        float[] sum = new float[FRAMES];
        for (String name : results()) {
            assertThat(file.at("/stems").toString()).contains(name);
            add(sum, samples(out.resolve(name)));
        }
        assertSame(sum, samples(song));
    }

    @Test
    void aFileWithoutSoundIsRefusedBeforeTheWork() throws IOException {
        Path empty = folder.resolve("empty.wav");
        FileChannel channel =
                FileChannel.open(empty, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (AudioSink sink = new WavSink(channel, FORMAT, 32)) {
            sink.commit();
        }
        song = empty;
        CommandRun run = separate();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("empty.wav").contains("no sound in it");
        assertThat(folder.resolve("data/stems")).doesNotExist();
    }

    @Test
    void whatIsForModelsNeedsOne() {
        CommandRun run = separate("--shifts", "3");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--model NAME");
    }

    @Test
    void theWordsOfAnOptionAreToldAsTheyAreTyped() {
        CommandRun run = separate("--rest", "blah");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--rest is subtract, sum, not blah.");
    }

    @Test
    void twoStemsAreTheVoiceAndTheRest() throws IOException {
        assertThat(separate("--stems", "2", "--bit-depth", "32").code()).isZero();
        assertThat(results()).containsExactly("song.instrumental.wav", "song.vocals.wav");
        float[] sum = samples(out.resolve("song.vocals.wav"));
        add(sum, samples(out.resolve("song.instrumental.wav")));
        assertSame(sum, samples(song));
    }

    @Test
    void theRestCanBeOfAnyStem() throws IOException {
        String[] drums = {"--stems", "drums,rest", "--bit-depth", "32"};
        assertThat(separate(drums).code()).isZero();
        float[] sum = samples(out.resolve("song.drums.wav"));
        add(sum, samples(out.resolve("song.rest.wav")));
        assertSame(sum, samples(song));
    }

    @Test
    void loudStemsAreMadeSofterTogether() throws IOException {
        song = song("loud.wav", 2);
        JsonNode file = json(separate("--bit-depth", "24")).at("/files/0");
        double gainDb = file.at("/gainDb").asDouble();
        assertThat(gainDb).isNegative();
        assertThat(file.at("/warnings").toString()).contains("softer");
        float[] sum = new float[FRAMES];
        for (String name : results()) {
            add(sum, samples(out.resolve(name)));
        }
        float[] mix = samples(song);
        double gain = Math.pow(10, gainDb / 20);
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) sum[i]).isCloseTo(gain * mix[i], within(2e-6));
        }
    }

    @Test
    void asksForThePolicyOfAllFilesOfASet() throws IOException {
        assertThat(separate("--stems", "vocals").code()).isZero();
        assertThat(separate("--stems", "vocals,drums").code()).isZero();
        assertThat(results())
                .containsExactly("song.drums (2).wav", "song.vocals (2).wav", "song.vocals.wav");
        assertThat(separate("--stems", "vocals,bass", "--if-exists", "skip").code()).isZero();
        assertThat(results()).hasSize(4).contains("song.bass.wav");
        JsonNode again = json(separate("--stems", "bass", "--if-exists", "skip")).at("/files/0");
        assertThat(again.at("/state").asText()).isEqualTo("skipped");
    }

    @Test
    void aFileThatIsBrokenIsOneFailure() throws IOException {
        Path broken = folder.resolve("broken.wav");
        Files.writeString(broken, "no sound");
        CommandRun run =
                CommandRun.of(
                        folder.resolve("data"),
                        "separate",
                        song.toString(),
                        broken.toString(),
                        "--out",
                        out.toString(),
                        "--stems",
                        "vocals",
                        "--json");
        assertThat(run.code()).isEqualTo(RootCommand.SOME_FAILED);
        assertThat(json(run).at("/files/1/error").asText()).contains("broken.wav");
        assertThat(results()).containsExactly("song.vocals.wav");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatLeadsNowhereIsCalledThatAndGetsNoJob() throws IOException {
        song = Files.createDirectory(folder.resolve("album"));
        Files.createSymbolicLink(song.resolve("gone.wav"), folder.resolve("nowhere.wav"));
        CommandRun run = separate();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("gone.wav: It is a link that leads nowhere");
        assertThat(CommandRun.of(folder.resolve("data"), "jobs", "list").out())
                .doesNotContain("gone.wav");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameOfTwoLinesIsToldInOne() throws IOException {
        Path odd = song("two\nlines.wav", 0.3);
        CommandRun run =
                CommandRun.of(
                        folder.resolve("data"),
                        "separate",
                        odd.toString(),
                        "--out",
                        out.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().findFirst().orElseThrow()).endsWith("lines.wav");
    }

    @Test
    void aSurroundMixIsRefusedByNameOfTheWork() throws IOException {
        Path surround = folder.resolve("surround.wav");
        StreamFormat format = new StreamFormat(22_050, ChannelLayout.SURROUND_5_1);
        try (AudioSink sink = Media.create(surround, format, new Encoding.Wav(16))) {
            sink.write(new AudioBlock(6, 100));
            sink.commit();
        }
        song = surround;
        CommandRun run = separate();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("6 channels. Separation works on mono and stereo");
    }

    @ParameterizedTest
    @CsvSource({
        "--stems, piano, there is no \"piano\"",
        "--stems, 'vocals,rest,drums', one other stem",
        "--clip-mode, soft, rescale-all or none",
        "--shifts, 11, 1 to 10",
        "--overlap, 1, 0 to 0.9",
        "--model, nobody, There is no model \"nobody\""
    })
    void refusesWhatItDoesNotKnow(String option, String value, String sentence) {
        CommandRun run = separate(option, value);
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(sentence);
        assertThat(out).doesNotExist();
    }

    private CommandRun separate(String... more) {
        List<String> line =
                new ArrayList<>(
                        List.of("separate", song.toString(), "--out", out.toString(), "--json"));
        line.addAll(Arrays.asList(more));
        return CommandRun.of(folder.resolve("data"), line.toArray(String[]::new));
    }

    private List<String> results() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    /** The left channel. */
    private static float[] samples(Path file) throws IOException {
        try (AudioSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(2, FRAMES);
            for (int at = 0; at < FRAMES; ) {
                at += source.read(block.window(at, FRAMES));
            }
            return block.plane(0);
        }
    }

    private static void add(float[] sum, float[] more) {
        for (int i = 0; i < FRAMES; i++) {
            sum[i] += more[i];
        }
    }

    private static void assertSame(float[] samples, float[] expected) {
        for (int i = 0; i < FRAMES; i++) {
            assertThat(samples[i]).isCloseTo(expected[i], within(1e-6f));
        }
    }
}
