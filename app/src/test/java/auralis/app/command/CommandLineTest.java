package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a script sees it: exit code, standard output, standard error, files. */
class CommandLineTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int FRAMES = 5 * 44_100;

    @TempDir Path folder;
    private Path song;
    private Path out;

    @BeforeEach
    void files() throws IOException {
        song = folder.resolve("song ü.wav");
        out = folder.resolve("out");
        write(song, 16);
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version").out()).startsWith("Auralis ");
    }

    @Test
    void wrongUsageIsCode2() {
        assertThat(run("master", song.toString()).code()).isEqualTo(2);
        assertThat(run("master", song.toString(), "--out", "x", "--intensity", "101").code())
                .isEqualTo(2);
        assertThat(run("master", song.toString(), "--out", "x", "--target", "louder").code())
                .isEqualTo(2);
        assertThat(run("master", song.toString(), "--out", "x", "--bit-depth", "20").err())
                .contains("--bit-depth is 16, 24, 32, source, not 20");
        assertThat(run("master", song.toString(), "--out", "x", "--intensity", "150").err())
                .contains("--intensity is 0 to 100 percent, not 150");
        assertThat(run("master", song.toString(), "--out", "x", "--name", "{bogus}").code())
                .isEqualTo(2);
        assertThat(run("master", song.toString(), "--out", song.toString()).code()).isEqualTo(2);
        assertThat(run("mastre", song.toString()).err())
                .contains("no command and no file \"mastre\"");
        assertThat(run("--no-such-option").code()).isEqualTo(2);
        CommandRun nowhere = CommandRun.of(Path.of(""), "analyze", song.toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--data-dir is a folder, not \"\".");
        CommandRun within = CommandRun.of(song.resolve("data"), "analyze", song.toString());
        assertThat(within.code()).isEqualTo(1);
        assertThat(within.err()).contains("or where --data-dir says.");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void analyzeAnswersOneJsonDocument() throws IOException {
        CommandRun run = run("--json", "analyze", song.toString());
        assertThat(run.code()).isZero();
        JsonNode file = new ObjectMapper().readTree(run.out()).at("/files/0");
        assertThat(file.at("/format/codec").asText()).isEqualTo("wav");
        assertThat(file.at("/format/bitDepth").asInt()).isEqualTo(16);
        assertThat(file.at("/format/frames").asLong()).isEqualTo(FRAMES);
        assertThat(file.at("/loudness/integratedLufs").asDouble()).isBetween(-35.0, -20.0);
        assertThat(file.at("/fingerprint")).hasSize(26);
        assertThat(file.at("/restraint/region").asText()).isEqualTo("quiet");
        assertThat(file.at("/suggestions")).isNotEmpty();
        assertThat(file.at("/error").isNull()).isTrue();
    }

    @Test
    void masterReachesTheTarget() throws IOException {
        CommandRun run = master("--target", "-16", "--ceiling", "-2");
        assertThat(run.code()).isZero();
        JsonNode file = new ObjectMapper().readTree(run.out()).at("/files/0");
        assertThat(file.at("/state").asText()).isEqualTo("done");
        assertThat(file.at("/output").asText()).isEqualTo(out.resolve("song ü.wav").toString());
        assertThat(file.at("/after/integratedLufs").asDouble()).isCloseTo(-16, within(0.1));
        assertThat(file.at("/after/truePeakDbtp").asDouble()).isLessThanOrEqualTo(-2);
        assertThat(file.at("/plan/targetLufs").asDouble()).isEqualTo(-16);
        assertThat(file.at("/sentences")).isNotEmpty();
        try (MediaSource result = Media.open(out.resolve("song ü.wav"))) {
            assertThat(result.frames()).hasValue(FRAMES);
            assertThat(result.media().bitDepth()).hasValue(24);
        }
    }

    @Test
    void intensityZeroWritesTheVerySamples() throws IOException {
        assertThat(master("--intensity", "0", "--bit-depth", "source").code()).isZero();
        assertThat(samples(out.resolve("song ü.wav"))).isDeepEqualTo(samples(song));
    }

    @Test
    void theSecondRunGivesTheSameBytes() throws IOException {
        master();
        master("--if-exists", "number");
        assertThat(out.resolve("song ü (2).wav")).hasSameBinaryContentAs(out.resolve("song ü.wav"));
    }

    @Test
    void formatsDepthsAndRates() throws IOException {
        assertThat(master("--format", "flac", "--bit-depth", "16").code()).isZero();
        assertThat(master("--format", "mp3").code()).isZero();
        assertThat(
                        master(
                                        "--sample-rate",
                                        "48000",
                                        "--bit-depth",
                                        "32",
                                        "--name",
                                        "{name} 48k")
                                .code())
                .isZero();
        try (MediaSource flac = Media.open(out.resolve("song ü.flac"));
                MediaSource mp3 = Media.open(out.resolve("song ü.mp3"));
                MediaSource wav = Media.open(out.resolve("song ü 48k.wav"))) {
            assertThat(flac.media().bitDepth()).hasValue(16);
            assertThat(mp3.frames()).hasValue(FRAMES);
            assertThat(wav.format().sampleRate()).isEqualTo(48_000);
            assertThat(wav.media().bitDepth()).hasValue(32);
            assertThat(wav.frames()).hasValue(5 * 48_000);
        }
    }

    @Test
    void presetsSoundDifferent() throws IOException {
        master("--preset", "warm", "--name", "warm", "--target", "-16");
        master("--preset", "bright", "--name", "bright", "--target", "-16");
        assertThat(samples(out.resolve("warm.wav"))[0])
                .isNotEqualTo(samples(out.resolve("bright.wav"))[0]);
        CommandRun unknown =
                run("master", song.toString(), "--out", out.toString(), "--preset", "loudest");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("no preset \"loudest\"");
    }

    @Test
    void aReferenceDecidesAndTheReportSaysAllOfIt() throws IOException {
        Path other = folder.resolve("other.wav");
        write(other, 16);
        Path report = folder.resolve("report.json");
        CommandRun run =
                master(
                        "--reference",
                        other + "@2",
                        "--reference",
                        song.toString(),
                        "--report",
                        report.toString());
        assertThat(run.code()).isZero();
        JsonNode file = new ObjectMapper().readTree(run.out()).at("/files/0");
        assertThat(file.at("/mode").asText()).isEqualTo("reference");
        assertThat(file.at("/plan/targetLufs").asDouble())
                .isCloseTo(file.at("/before/integratedLufs").asDouble(), within(0.1));
        assertThat(file.at("/settings/reference/tracks")).hasSize(2);
        assertThat(file.at("/settings/reference/tracks/0/weight").asDouble()).isEqualTo(2);
        assertThat(new ObjectMapper().readTree(report.toFile()).at("/files/0")).isEqualTo(file);
    }

    @Test
    void aHybridLiesBetween() throws IOException {
        CommandRun run = master("--mode", "hybrid", "--reference", song.toString());
        JsonNode file = new ObjectMapper().readTree(run.out()).at("/files/0");
        assertThat(file.at("/mode").asText()).isEqualTo("hybrid");
        double before = file.at("/before/integratedLufs").asDouble();
        assertThat(file.at("/plan/targetLufs").asDouble())
                .isCloseTo((before - 14) / 2, within(0.1));
        CommandRun loudnessOnly =
                master("--reference", song.toString(), "--match", "tone", "--name", "tone only");
        assertThat(
                        new ObjectMapper()
                                .readTree(loudnessOnly.out())
                                .at("/files/0/plan/targetLufs")
                                .asDouble())
                .isEqualTo(-14);
    }

    @Test
    void conflictsAreRefusedWithASentence() {
        assertThat(master("--mode", "reference").err()).contains("--reference FILE");
        assertThat(master("--mode", "adaptive", "--reference", song.toString()).err())
                .contains("leave --reference out");
        assertThat(master("--reference", "nowhere.wav").err()).contains("no file \"nowhere.wav\"");
        assertThat(master("--reference", song + "@0").err()).contains("weight");
        assertThat(master("--reference-amount", "30").err()).contains("--mode hybrid");
        assertThat(master("--match", "tone").err()).contains("there is none");
        assertThat(master("--reference", song.toString(), "--match", "colour").err())
                .contains("not colour");
        assertThat(master("--jobs", "0").err()).contains("--jobs is 1 to 64");
        assertThat(master("--report", "report.txt").err()).contains(".json, .html or .csv");
        assertThat(out).doesNotExist();
    }

    @Test
    void severalJobsAnswerInTheOrderOfTheFiles() throws IOException {
        List<String> args = new ArrayList<>(List.of("--json", "master", "--jobs", "3"));
        for (int i = 0; i < 5; i++) {
            Path file = folder.resolve("s" + i + ".wav");
            write(file, 16);
            args.add(file.toString());
        }
        Path csv = folder.resolve("report.csv");
        args.addAll(List.of("--out", out.toString(), "--report", csv.toString()));
        CommandRun run = run(args.toArray(String[]::new));
        assertThat(run.code()).isZero();
        JsonNode files = new ObjectMapper().readTree(run.out()).at("/files");
        for (int i = 0; i < 5; i++) {
            assertThat(files.at("/" + i + "/source").asText()).endsWith("s" + i + ".wav");
        }
        assertThat(Files.readAllLines(csv)).hasSize(6);
        assertThat(Files.readAllLines(csv).get(1)).contains("s0.wav").contains(",done,");
    }

    @Test
    void anAlbumHasOneGain() throws IOException {
        Path soft = folder.resolve("soft.wav");
        write(soft, 24);
        Path html = folder.resolve("report.html");
        CommandRun run =
                run(
                        "--json",
                        "master",
                        song.toString(),
                        soft.toString(),
                        "--album",
                        "--out",
                        out.toString(),
                        "--report",
                        html.toString());
        assertThat(run.code()).isZero();
        JsonNode files = new ObjectMapper().readTree(run.out()).at("/files");
        assertThat(files.at("/0/plan/gainDb")).isEqualTo(files.at("/1/plan/gainDb"));
        assertThat(files.at("/1/after/integratedLufs").asDouble()).isCloseTo(-14, within(0.3));
        assertThat(Files.readString(html)).contains("<title>").contains("soft.wav");
    }

    @Test
    void aNamedTargetBringsItsCeilingAndCanBeEdited() throws IOException {
        CommandRun cd = master("--target", "loud");
        JsonNode plan = new ObjectMapper().readTree(cd.out()).at("/files/0/plan");
        assertThat(plan.at("/targetLufs").asDouble()).isEqualTo(-11);
        assertThat(plan.at("/ceilingDbtp").asDouble()).isEqualTo(-2);
        Files.writeString(
                folder.resolve("data").resolve("targets.json"),
                "{\"targets\":[{\"name\":\"mine\",\"targetLufs\":-20,\"ceilingDbtp\":-3}]}");
        CommandRun mine = master("--target", "mine");
        assertThat(
                        new ObjectMapper()
                                .readTree(mine.out())
                                .at("/files/0/plan/ceilingDbtp")
                                .asDouble())
                .isEqualTo(-3);
    }

    @Test
    void presetsAreListedSharedAndUsed() throws IOException {
        Path file = folder.resolve("mine.json");
        assertThat(run("presets", "export", "warm", "--to", file.toString()).code()).isZero();
        Files.writeString(file, Files.readString(file).replace("\"warm\"", "\"My warm\""));
        assertThat(run("presets", "import", file.toString()).code()).isZero();
        assertThat(run("presets", "list").out()).contains("adaptive").contains("My warm");
        assertThat(run("presets", "show", "My warm").out()).contains("\"bassDb\"");
        assertThat(run("presets", "rename", "My warm", "Warmer").code()).isZero();
        JsonNode mastered = new ObjectMapper().readTree(master("--preset", "Warmer").out());
        assertThat(mastered.at("/files/0/preset").asText()).isEqualTo("Warmer");
        assertThat(run("presets", "delete", "Warmer").code()).isZero();
        assertThat(run("presets", "list").out()).doesNotContain("Warmer");
        CommandRun factory = run("presets", "delete", "warm");
        assertThat(factory.code()).isEqualTo(1);
        assertThat(factory.err()).contains("stays as it is");
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        Path text = Files.writeString(folder.resolve("broken.wav"), "not sound at all\n");
        Path missing = folder.resolve("missing.flac");
        CommandRun run =
                run(
                        "master",
                        text.toString(),
                        missing.toString(),
                        song.toString(),
                        "--out",
                        out.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("broken.wav: ")
                .contains("missing.flac: ")
                .doesNotContain("\tat ");
        assertThat(names(out)).containsExactly("song ü.wav");
    }

    @Test
    void anExistingResultCanBeSkipped() throws IOException {
        master();
        byte[] before = Files.readAllBytes(out.resolve("song ü.wav"));
        CommandRun again =
                run("master", song.toString(), "--out", out.toString(), "--if-exists", "skip");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("skipped");
        assertThat(out.resolve("song ü.wav")).hasBinaryContent(before);
        assertThat(
                        run(
                                        "master",
                                        song.toString(),
                                        "--out",
                                        out.toString(),
                                        "--if-exists",
                                        "fail")
                                .code())
                .isEqualTo(1);
    }

    @Test
    void quietSaysNothing() {
        CommandRun run = run("--quiet", "analyze", song.toString());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theSourceIsLeftAlone() throws IOException {
        byte[] before = Files.readAllBytes(song);
        run("master", song.toString(), "--out", folder.toString(), "--if-exists", "replace");
        assertThat(song).hasBinaryContent(before);
    }

    @Test
    void damageIsTold() throws IOException {
        master("--format", "flac", "--intensity", "0");
        Path damaged = out.resolve("song ü.flac");
        byte[] bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 2000, (byte) 0x55);
        Files.write(damaged, bytes);
        CommandRun run = run("--json", "analyze", damaged.toString());
        assertThat(run.code()).isZero();
        JsonNode warnings = new ObjectMapper().readTree(run.out()).at("/files/0/warnings");
        assertThat(warnings.path(0).asText()).contains("damaged").contains("silent");
        assertThat(run("analyze", damaged.toString()).out()).contains("Note: The file is damaged");
    }

    @Test
    void helpStandsBehindEveryCommand() {
        CommandRun help = run("master", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("--intensity").contains("--json");
    }

    @Test
    void noOtherSourceIsReplaced() throws IOException {
        Path other = Files.createDirectories(folder.resolve("b")).resolve("song ü.wav");
        write(other, 24);
        byte[] before = Files.readAllBytes(other);
        CommandRun run =
                run(
                        "master",
                        song.toString(),
                        other.toString(),
                        "--out",
                        other.getParent().toString(),
                        "--if-exists",
                        "replace");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("would replace a source");
        assertThat(other).hasBinaryContent(before);
    }

    @Test
    void resultsBelowTheFolderAreNotMasteredAgain() throws IOException {
        run("master", folder.toString(), "--out", out.toString());
        run("master", folder.toString(), "--out", out.toString());
        assertThat(names(out)).containsExactly("song ü (2).wav", "song ü.wav");
    }

    @Test
    void theMeasurementOfALossyFileIsThatOfTheFile() throws IOException {
        CommandRun run = master("--format", "mp3");
        double told =
                new ObjectMapper().readTree(run.out()).at("/files/0/after/truePeakDbtp").asDouble();
        CommandRun measured = run("--json", "analyze", out.resolve("song ü.mp3").toString());
        double found =
                new ObjectMapper()
                        .readTree(measured.out())
                        .at("/files/0/loudness/truePeakDbtp")
                        .asDouble();
        assertThat(told).isCloseTo(found, within(1e-9));
    }

    @Test
    void aTrialIsAPartOfTheWhole() throws IOException {
        CommandRun run = master("--trial", "2@1");
        assertThat(run.code()).isZero();
        String output = new ObjectMapper().readTree(run.out()).at("/files/0/output").asText();
        assertThat(output).isNotEqualTo(out.resolve("song ü.wav").toString());
        try (MediaSource part = Media.open(Path.of(output))) {
            assertThat(part.frames()).hasValue(2 * 44_100);
        }
        CommandRun late = master("--trial", "500@200");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err()).contains("has no 500 s from 200 s on");
        assertThat(master("--trial", "0").err()).contains("SECONDS@START, like 20@90");
        assertThat(master("--trial", "long").code()).isEqualTo(2);
    }

    @Test
    void whatCannotBeIsSaidBeforeTheWork() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        CommandRun report = master("--report", file.resolve("report.html").toString());
        assertThat(report.code()).isEqualTo(1);
        assertThat(report.err()).contains("is a file, no folder");
        assertThat(master("--jobs", "0").err()).contains("--jobs is 1 to 64 files, not 0.");
        assertThat(master("--name", "{title").code()).isEqualTo(2);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run("analyze", empty.toString()).err())
                .contains("No files of sound were found in " + empty);
        assertThat(out).doesNotExist();
    }

    @Test
    void foldersInNamesAreMade() throws IOException {
        CommandRun run = master("--name", "{artist}/{album|No album}/{n:00} {artist} - {name}");
        assertThat(run.code()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).at("/files/0/output").asText())
                .isEqualTo(out.resolve("No album").resolve("01 song ü.wav").toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatCannotBeUsedInAFolderIsARowOfTheAnswer() throws IOException {
        Path music = Files.createDirectory(folder.resolve("music"));
        Files.copy(song, music.resolve("two\nlines.wav"));
        Files.createSymbolicLink(music.resolve("link.wav"), music.resolve("gone.wav"));
        CommandRun run = run("--json", "master", music.toString(), "--out", out.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("link.wav: It is a link that leads nowhere.");
        assertThat(new ObjectMapper().readTree(run.out()).findValuesAsText("state"))
                .containsExactly("done", "failed");
        assertThat(run("master", music.toString(), "--out", out.toString()).out())
                .contains("two\uFFFDlines.wav");
        CommandRun analyzed = run("--json", "analyze", "--queue", music.toString());
        assertThat(new ObjectMapper().readTree(analyzed.out()).at("/files/1/error").isNull())
                .isTrue();
        assertThat(run("jobs", "list").out()).contains("analyse");
    }

    @Test
    void selfTestWorks() {
        CommandRun run = run("self-test");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("works  library, chain and FLAC: -14.0 LUFS")
                .contains("works  worker process: decoded 3.0 s");
    }

    private CommandRun master(String... options) {
        List<String> args =
                new ArrayList<>(
                        List.of("master", "--json", song.toString(), "--out", out.toString()));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private CommandRun run(String... args) {
        return CommandRun.of(folder.resolve("data"), args);
    }

    /** A chord that swells, quiet, on the grid of the bit depth. */
    private static void write(Path file, int bits) throws IOException {
        AudioBlock block = new AudioBlock(2, FRAMES);
        double steps = 1 << (bits - 1);
        for (int i = 0; i < FRAMES; i++) {
            double t = i / 44_100.0;
            double swell = 0.03 * (1 + Math.sin(2 * Math.PI * 0.4 * t));
            double chord = Math.sin(2 * Math.PI * 220 * t) + Math.sin(2 * Math.PI * 554.37 * t);
            block.plane(0)[i] = (float) (Math.rint(swell * chord * steps) / steps);
            block.plane(1)[i] = (float) (Math.rint(0.8 * swell * chord * steps) / steps);
        }
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(bits))) {
            sink.write(block);
            sink.commit();
        }
    }

    private static float[][] samples(Path file) throws IOException {
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(2, FRAMES);
            assertThat(source.read(block)).isEqualTo(FRAMES);
            return new float[][] {block.plane(0), block.plane(1)};
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
