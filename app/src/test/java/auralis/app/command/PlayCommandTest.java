package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.PulseRecording;
import auralis.app.platform.SoundOutputs;
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
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script and the sound device see of {@code play} and {@code devices}. */
class PlayCommandTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int FRAMES = 2 * 44_100;

    @TempDir private Path folder;
    private final HeardOutput.Room room = new HeardOutput.Room();
    private Path song;

    @BeforeEach
    void write() throws IOException {
        song = write("song.wav", 0.01);
    }

    private Path write(String name, double step) throws IOException {
        Path file = folder.resolve(name);
        AudioBlock block = new AudioBlock(2, FRAMES);
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < FRAMES; i++) {
                double wave = 0.3 * Math.sin(i * step * (c + 1)) + 0.05 * Math.sin(i * 0.7);
                block.plane(c)[i] = Math.round(wave * 32_768) / 32_768f;
            }
        }
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(16))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "24"})
    void theDeviceGetsWhatMasterWrites(String bits) throws IOException {
        CommandRun run = play("--json", "--preset", "punchy", "--bit-depth", bits);
        assertThat(run.code()).as(run.err()).isZero();
        assertSame(room.last.heard(), mastered("punchy", bits));
        JsonNode file = new ObjectMapper().readTree(run.out()).at("/files/0");
        assertThat(file.at("/side").asText()).isEqualTo("mastered");
        assertThat(file.at("/device").asText()).isEqualTo("memory");
        assertThat(file.at("/bitDepth").asText()).isEqualTo(bits);
        assertThat(file.at("/frames").asInt()).isEqualTo(FRAMES);
        assertThat(file.at("/seconds").asDouble()).isEqualTo(2);
        assertThat(file.at("/error").isNull()).isTrue();
    }

    @Test
    void theOriginalIsGivenAsItIs() throws IOException {
        CommandRun run = play("--original");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("0:02 of it, original, 24 bits on memory");
        assertSame(room.last.heard(), samples(song));
    }

    @Test
    void aPartIsTheBeginning() throws IOException {
        assertThat(play("--original", "--seconds", "0.5").code()).isZero();
        float[][] heard = room.last.heard();
        float[][] all = samples(song);
        int frames = heard[0].length;
        assertThat(frames).isGreaterThanOrEqualTo(22_050);
        assertSame(
                heard,
                new float[][] {Arrays.copyOf(all[0], frames), Arrays.copyOf(all[1], frames)});
    }

    @Test
    void aBrokenFileDoesNotKeepTheNextFromPlaying() throws IOException {
        Path broken = folder.resolve("broken.wav");
        Files.writeString(broken, "no sound at all, whatever its name says");
        CommandRun run = run("play", broken.toString(), song.toString(), "--original", "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("broken.wav");
        JsonNode files = new ObjectMapper().readTree(run.out()).at("/files");
        assertThat(files.at("/0/error").asText()).contains("broken.wav");
        assertThat(files.at("/0/device").isNull()).isTrue();
        assertThat(files.at("/1/frames").asInt()).isEqualTo(FRAMES);
    }

    @Test
    void filesAreHeardOneAfterTheOtherWithoutAGap() throws IOException {
        Path second = write("second.wav", 0.013);
        float[][] both =
                joined(mastered(song, "adaptive", "24"), mastered(second, "adaptive", "24"));
        room.keepTime();
        CommandRun run = run("play", song.toString(), second.toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertSame(room.last.heard(), both);
        assertThat(room.last.rests()).as("it fell silent only at the end").isEqualTo(1);
        JsonNode files = new ObjectMapper().readTree(run.out()).at("/files");
        assertThat(files).hasSize(2).allMatch(file -> file.at("/frames").asInt() == FRAMES);
        assertThat(files.at("/1/file").asText()).endsWith("second.wav");
    }

    @Test
    void filesOfAnotherRateAndBrokenOnesAreTakenInTheirTurn() throws IOException {
        Path broken = folder.resolve("broken.wav");
        Files.writeString(broken, "no sound at all, whatever its name says");
        Path other = folder.resolve("other.wav");
        try (AudioSink sink =
                Media.create(other, StreamFormat.stereo(48_000), new Encoding.Wav(16))) {
            sink.write(AudioBlock.of(new float[2][48_000]));
            sink.commit();
        }
        Path last = write("last.wav", 0.013);
        CommandRun run =
                run(
                        "play",
                        song.toString(),
                        broken.toString(),
                        other.toString(),
                        last.toString(),
                        "--json");
        assertThat(run.code()).isEqualTo(1);
        JsonNode files = new ObjectMapper().readTree(run.out()).at("/files");
        assertThat(files.findValuesAsText("frames"))
                .containsExactly("" + FRAMES, "0", "48000", "" + FRAMES);
        assertThat(files.findValuesAsText("sampleRate"))
                .containsExactly("44100", "0", "48000", "44100");
        assertSame(room.last.heard(), mastered(last, "adaptive", "24"));
    }

    @Test
    void theDeviceIsChosenByAPartOfItsName() {
        assertThat(play("--original", "--device", "speak").code()).isZero();
        assertThat(room.opened).isEqualTo("Speakers [hw:0]");
        CommandRun unknown = play("--original", "--device", "attic");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("No sound output is called \"attic\"")
                .contains("devices");
    }

    @Test
    void wrongUsageIsCode2() {
        assertThat(run("play").code()).isEqualTo(2);
        assertThat(play("--seconds", "0").code()).isEqualTo(2);
        assertThat(play("--bit-depth", "20").err()).contains("--bit-depth is 16, 24 or 32, not 20");
        assertThat(play("--intensity", "101").code()).isEqualTo(2);
        assertThat(run("devices", "all").code()).isEqualTo(2);
        assertThat(room.last).isNull();
    }

    @Test
    void anInterruptEndsItAtOnce() throws Exception {
        FutureTask<CommandRun> playing = new FutureTask<>(() -> play("--original"));
        Thread thread = new Thread(playing);
        room.hold();
        thread.start();
        room.enough.await();
        thread.interrupt();
        assertThat(playing.get().code()).isEqualTo(130);
        room.release();
    }

    @Test
    void withoutDeviceNothingIsPlayedAndASentenceTells() {
        SoundOutputs none = absent();
        CommandRun run =
                CommandRun.of(
                        folder.resolve("data"), none, "play", song.toString(), song.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("auralis: Connect a sound device." + System.lineSeparator());
    }

    @Test
    void devicesAreListedWithTheDefaultMarked() throws IOException {
        CommandRun text = run("devices");
        assertThat(text.code()).isZero();
        assertThat(text.out().lines()).hasSize(2).first().asString().startsWith("*  default");
        assertThat(text.out()).contains("16, 24 bit");
        JsonNode second =
                new ObjectMapper().readTree(run("devices", "--json").out()).at("/devices/1");
        assertThat(second.at("/id").asText()).isEqualTo("Speakers [hw:0]");
        assertThat(second.at("/systemDefault").asBoolean()).isFalse();
        assertThat(second.at("/bitDepths/1").asInt()).isEqualTo(24);
    }

    @Test
    void withoutDeviceTheListIsEmpty() throws IOException {
        CommandRun text = CommandRun.of(folder.resolve("data"), absent(), "devices");
        assertThat(text.code()).isZero();
        assertThat(text.out()).startsWith("There is no sound output.");
        CommandRun json = CommandRun.of(folder.resolve("data"), absent(), "devices", "--json");
        assertThat(new ObjectMapper().readTree(json.out()).at("/devices")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "24"})
    @EnabledIfEnvironmentVariable(named = PulseRecording.SINK, matches = ".+")
    void theSoundServerReceivesWhatMasterWrites(String bits) throws IOException {
        float[][] mastered = mastered("adaptive", bits);
        try (PulseRecording recording = new PulseRecording(folder.resolve("recording.raw"))) {
            CommandRun run =
                    CommandRun.of(
                            folder.resolve("data"), "play", song.toString(), "--bit-depth", bits);
            assertThat(run.code()).as(run.err()).isZero();
            recording.awaitSeconds(1);
            recording.assertHolds(0, mastered);
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = PulseRecording.SINK, matches = ".+")
    void theSoundServerReceivesFilesWithoutAGap() throws IOException {
        Path second = write("second.wav", 0.013);
        float[][] both = joined(mastered(song, "warm", "24"), mastered(second, "warm", "24"));
        try (PulseRecording recording = new PulseRecording(folder.resolve("recording.raw"))) {
            CommandRun run =
                    CommandRun.of(
                            folder.resolve("data"),
                            "play",
                            song.toString(),
                            second.toString(),
                            "--preset",
                            "warm");
            assertThat(run.code()).as(run.err()).isZero();
            recording.awaitSeconds(1);
            recording.assertHolds(0, both);
        }
    }

    private static float[][] joined(float[][] a, float[][] b) {
        float[][] all = new float[a.length][];
        for (int c = 0; c < a.length; c++) {
            all[c] = Arrays.copyOf(a[c], a[c].length + b[c].length);
            System.arraycopy(b[c], 0, all[c], a[c].length, b[c].length);
        }
        return all;
    }

    private CommandRun play(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "play";
        args[1] = song.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return run(args);
    }

    private CommandRun run(String... args) {
        return CommandRun.of(folder.resolve("data"), new SoundOutputs(room), args);
    }

    private static SoundOutputs absent() {
        return new SoundOutputs(
                format -> {
                    throw new IOException("Connect a sound device.");
                });
    }

    private float[][] mastered(String preset, String bits) throws IOException {
        return mastered(song, preset, bits);
    }

    private float[][] mastered(Path file, String preset, String bits) throws IOException {
        Path out = folder.resolve("out");
        CommandRun run =
                CommandRun.of(
                        folder.resolve("data"),
                        "master",
                        file.toString(),
                        "--out",
                        out.toString(),
                        "--preset",
                        preset,
                        "--bit-depth",
                        bits);
        assertThat(run.code()).as(run.err()).isZero();
        return samples(out.resolve(file.getFileName()));
    }

    private static void assertSame(float[][] heard, float[][] expected) {
        assertThat(heard[0].length).isEqualTo(expected[0].length);
        for (int c = 0; c < expected.length; c++) {
            assertThat(Arrays.mismatch(heard[c], expected[c])).as("channel %d", c).isEqualTo(-1);
        }
    }

    private static float[][] samples(Path file) throws IOException {
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(2, FRAMES);
            assertThat(source.read(block)).isEqualTo(FRAMES);
            return new float[][] {block.plane(0), block.plane(1)};
        }
    }
}
