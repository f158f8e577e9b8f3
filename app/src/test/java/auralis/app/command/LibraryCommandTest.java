package auralis.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.library.backup.Backups;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library's commands as a script sees them. */
class LibraryCommandTest {
    /** Of the header of SQLite's files. */
    private static final int USER_VERSION_AT = 60;

    private static final StreamFormat FORMAT = StreamFormat.mono(8000);

    @TempDir Path folder;
    private Path music;

    @BeforeEach
    void threeTracks() throws IOException {
        music = Files.createDirectories(folder.resolve("music"));
        tone("low", 200);
        tone("low too", 205);
        tone("höch", 3000);
    }

    @Test
    void aloneTellsItsCommands() throws IOException {
        assertThat(run().out()).contains("scan").contains("export-data");
        CommandRun wrong = run("scn", "x");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("no command \"library scn\"");
    }

    @Test
    void scanAddsAndFindsAgain() throws IOException {
        CommandRun first = run("scan", music.toString());
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("3 files found: 3 new");
        tone("new", 1000);
        JsonNode again = json(run("scan", "--json"));
        assertThat(again.at("/added").asInt()).isEqualTo(1);
        assertThat(again.at("/problems")).isEmpty();
    }

    @Test
    void aFileThatFailsIsNamedAndTheOthersAreDone() throws IOException {
        Files.createFile(music.resolve("empty.wav"));
        CommandRun run = run("scan", music.toString(), folder.resolve("nowhere").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("empty.wav").contains("nowhere is not there");
        assertThat(json(run("list", "--json")).at("/total").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void listAnswersTheFieldsOfTheContract() throws IOException {
        scan();
        JsonNode answer = json(run("list", "--sort", "title", "--limit", "1", "--json"));
        assertThat(answer.at("/total").asInt()).isEqualTo(3);
        assertThat(answer.at("/tracks")).hasSize(1);
        List<String> names = new ArrayList<>();
        answer.at("/tracks/0").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .startsWith(
                        "id",
                        "file",
                        "title",
                        "artist",
                        "album",
                        "albumArtist",
                        "track",
                        "disc",
                        "year",
                        "genre",
                        "seconds",
                        "integratedLufs",
                        "truePeakDbtp",
                        "state");
        assertThat(answer.at("/tracks/0/title").asText()).isEqualTo("höch");
        assertThat(answer.at("/tracks/0/artist").isNull()).isTrue();
        JsonNode last = json(run("list", "--sort", "title", "--offset", "2", "--json"));
        assertThat(last.at("/tracks/0/title").asText()).isEqualTo("low too");
        assertThat(run("list", "--sort", "colour").err()).contains("--sort is added, title");
    }

    @Test
    void searchUnderstandsTheLanguageAndTeachesIt() throws IOException {
        scan();
        assertThat(json(run("search", "low", "-too", "--json")).at("/total").asInt()).isEqualTo(1);
        assertThat(json(run("search", "hoch", "--json")).at("/tracks/0/title").asText())
                .isEqualTo("höch");
        CommandRun wrong = run("search", "low yaer:1990");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("Did you mean year").contains("      ^^^^");
        assertThat(run("search", "--help").out()).contains("lufs:<-16");
        assertThat(run("search", "low").out()).contains("low too").contains("2 tracks");
    }

    @Test
    void similarTakesNumbersAndFiles() throws IOException {
        assertThat(run("scan", music.toString(), "--analyze").code()).isZero();
        String low = music.resolve("low.wav").toString();
        JsonNode answer = json(run("similar", low, "--count", "1", "--json"));
        assertThat(answer.at("/similar/0/track/title").asText()).isEqualTo("low too");
        String id = answer.at("/of/id").asText();
        assertThat(json(run("similar", id, "--json")).at("/similar")).hasSize(2);
        assertThat(run("similar", "77").err()).contains("no track 77");
        assertThat(run("similar", "77").code()).isEqualTo(1);
    }

    @Test
    void duplicatesAreNamed() throws IOException {
        Files.copy(music.resolve("low.wav"), music.resolve("copy.wav"));
        scan();
        JsonNode answer = json(run("duplicates", "--json"));
        assertThat(answer.at("/total").asInt()).isEqualTo(1);
        assertThat(answer.at("/groups/0")).hasSize(2);
        assertThat(run("duplicates").out()).contains("copy.wav").contains("low.wav");
    }

    @Test
    void aFolderThatWasMovedIsFoundAgain() throws IOException {
        scan();
        run("favourite", music.resolve("low.wav").toString());
        Path moved = folder.resolve("moved");
        Files.move(music, moved);
        CommandRun count =
                run("relocate", music.toString(), moved.toString(), "--dry-run", "--json");
        assertThat(json(count).at("/found").asInt()).isEqualTo(3);
        assertThat(run("relocate", music.toString(), moved.toString()).out())
                .contains("3 tracks are there now");
        assertThat(json(run("search", "favourite:yes", "--json")).at("/tracks/0/file").asText())
                .isEqualTo(moved.resolve("low.wav").toString());
        assertThat(run("relocate", music.toString(), moved.toString()).code()).isEqualTo(1);
    }

    @Test
    void aNewerLibraryIsShownAndNotChanged() throws Exception {
        scan();
        try (RandomAccessFile database =
                new RandomAccessFile(data().resolve(Backups.DATABASE).toFile(), "rw")) {
            database.seek(USER_VERSION_AT);
            database.writeInt(999);
        }
        assertThat(json(run("list", "--json")).at("/total").asInt()).isEqualTo(3);
        CommandRun refused = run("scan", music.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("made by a newer Auralis");
        assertThat(run("remove", "1").err()).contains("made by a newer Auralis");
        CommandRun analyzed = CommandRun.of(data(), "analyze", music.resolve("low.wav").toString());
        assertThat(analyzed.code()).isZero();
        assertThat(analyzed.err()).contains("nothing is stored");
        assertThat(run("check").out()).contains("made by a newer Auralis");
    }

    @Test
    void theCheckFindsWhatIsGone() throws IOException {
        scan();
        assertThat(run("check").out()).contains("is sound: 3 tracks");
        Files.delete(music.resolve("low.wav"));
        CommandRun run = run("check");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("low.wav is gone since the last scan");
        JsonNode answer = json(run("check", "--repair", "--json"));
        assertThat(answer.at("/sound").asBoolean()).isTrue();
        assertThat(answer.at("/check/tracks").asInt()).isEqualTo(3);
        assertThat(answer.at("/gone")).hasSize(1);
    }

    @Test
    void aBackupBringsTheLibraryBack() throws IOException {
        scan();
        String backup = json(run("backup", "--json")).at("/file").asText();
        run("remove", music.resolve("low.wav").toString());
        assertThat(json(run("list", "--json")).at("/total").asInt()).isEqualTo(2);
        assertThat(run("backups").out()).contains(backup);
        CommandRun restored = run("restore", Path.of(backup).getFileName().toString());
        assertThat(restored.code()).isZero();
        assertThat(restored.out()).contains("before-restore");
        assertThat(json(run("list", "--json")).at("/total").asInt()).isEqualTo(3);
        assertThat(run("restore", "nothing.db").err()).contains("is not there");
    }

    @Test
    void aDamagedLibrarySaysHowToMendItAndThatWorks() throws IOException {
        scan();
        run("backup");
        Path database = data().resolve(Backups.DATABASE);
        Files.write(database, new byte[4096], StandardOpenOption.TRUNCATE_EXISTING);
        String told = run("list").err();
        assertThat(told).contains("damaged").contains("auralis library restore ");
        String backup = told.substring(told.indexOf("restore ") + "restore ".length()).strip();
        assertThat(run("restore", backup).code()).isZero();
        assertThat(json(run("list", "--json")).at("/total").asInt()).isEqualTo(3);
    }

    @Test
    void whatTheUserEnteredGoesToAnotherLibrary() throws IOException {
        scan();
        run("favourite", music.resolve("low.wav").toString());
        Path file = folder.resolve("mine.json");
        assertThat(run("export-data", file.toString()).out()).contains("1 tracks");
        Path other = folder.resolve("other");
        CommandRun early = CommandRun.of(other, "library", "import-data", file.toString());
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.err()).contains("low.wav is not in the library");
        CommandRun.of(other, "library", "scan");
        CommandRun late = CommandRun.of(other, "library", "import-data", file.toString());
        assertThat(late.code()).isZero();
        JsonNode found = json(CommandRun.of(other, "library", "search", "favourite:yes", "--json"));
        assertThat(found.at("/tracks/0/title").asText()).isEqualTo("low");
    }

    @Test
    void playlistsGoOutAndComeIn() throws IOException {
        scan();
        Path list = folder.resolve("two.m3u8");
        Files.writeString(list, "music/höch.wav\nmusic/low.wav\nmusic/gone.wav\n");
        CommandRun imported = run("import-playlist", list.toString(), "--name", "Two");
        assertThat(imported.code()).isEqualTo(1);
        assertThat(imported.err()).contains("gone.wav is not there");
        assertThat(run("playlists").out()).contains("2  Two");
        Path out = folder.resolve("out.xspf");
        assertThat(run("export-playlist", "two", "--to", out.toString()).code()).isZero();
        assertThat(out).content().contains("low.wav").contains("h%C3%B6ch.wav");
        assertThat(run("export-playlist", "three", "--to", "x.m3u8").err())
                .contains("There are: Two");
    }

    @Test
    void columnsStandUnderEachOtherInEveryScript() {
        List<String> lines = new Table(Set.of()).row("音楽", "a").row("abc", "b").lines();
        assertThat(lines).containsExactly("音楽  a", "abc   b");
    }

    private void scan() {
        assertThat(run("scan", music.toString()).code()).isZero();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private CommandRun run(String... args) {
        List<String> all = new ArrayList<>(List.of("library"));
        all.addAll(Arrays.asList(args));
        return CommandRun.of(data(), all.toArray(String[]::new));
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private void tone(String name, double hertz) throws IOException {
        int frames = FORMAT.sampleRate() * 2;
        AudioBlock block = new AudioBlock(1, frames);
        for (int i = 0; i < frames; i++) {
            block.plane(0)[i] = (float) (0.2 * Math.sin(2 * Math.PI * hertz * i / 8000));
        }
        try (AudioSink sink =
                Media.create(music.resolve(name + ".wav"), FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
    }
}
