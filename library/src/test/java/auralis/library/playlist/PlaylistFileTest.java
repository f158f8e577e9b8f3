package auralis.library.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistFileTest {
    private static final Optional<String> NONE = Optional.empty();
    @TempDir Path temp;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.toRealPath().resolve("lists"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.m3u8", "a.M3U", "a.xspf"})
    void whatIsWrittenIsRead(String name) throws IOException {
        List<PlaylistEntry> entries =
                Stream.of(
                                "Night Bus.flac",
                                "#1 hit.mp3",
                                "100% %20 pure.mp3",
                                "Björk/Jóga.flac",
                                "Bjo\u0308rk.flac",
                                "東京/🎵 & <x>.ogg",
                                "../music/a b.mp3",
                                "sub/../x.wav",
                                " spaces .mp3",
                                "A - B, \"C\".mp3",
                                "[playlist].mp3")
                        .map(folder::resolve)
                        .map(
                                file ->
                                        PlaylistEntry.of(
                                                file,
                                                Optional.of("Títle <&> \"x\""),
                                                Optional.of("Artist, the"),
                                                NONE,
                                                OptionalDouble.of(225)))
                        .toList();
        Path file = folder.resolve(name);
        PlaylistFile.write(file, Optional.of("Road & Rail"), entries);
        PlaylistFile read = PlaylistFile.read(file);
        assertThat(read.title()).contains("Road & Rail");
        assertThat(read.skipped()).isEmpty();
        assertThat(read.entries())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("location")
                .containsExactlyElementsOf(entries);
        assertThat(Files.list(folder)).as("nothing aside is left").containsExactly(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.m3u8", "a.xspf"})
    @DisabledOnOs(OS.WINDOWS)
    void namesOfOtherSystemsStayNames(String name) throws IOException {
        List<PlaylistEntry> entries =
                Stream.of("C: the movie.mp3", "a\\b.mp3", "http: x.mp3", "file:x", "two\nlines.mp3")
                        .map(folder::resolve)
                        .map(PlaylistEntry::of)
                        .toList();
        PlaylistFile.write(folder.resolve(name), NONE, entries);
        assertThat(files(PlaylistFile.read(folder.resolve(name))))
                .isEqualTo(entries.stream().map(entry -> entry.file().orElseThrow()).toList());
    }

    @Test
    void theExactBytes() throws IOException {
        Path m3u = folder.resolve("a.m3u8");
        List<PlaylistEntry> entries =
                List.of(
                        PlaylistEntry.of(
                                temp.toRealPath().resolve("music/Jóga 1.flac"),
                                Optional.of("Jóga"),
                                Optional.of("Björk"),
                                Optional.of("Homogenic"),
                                OptionalDouble.of(305.4)),
                        PlaylistEntry.of(folder.resolve("#x.mp3")));
        PlaylistFile.write(m3u, Optional.of("Best"), entries);
        assertThat(m3u)
                .hasContent(
                        """
                        #EXTM3U
                        #PLAYLIST:Best
                        #EXTINF:305,Björk - Jóga
                        ../music/Jóga 1.flac
                        ./#x.mp3
                        """);
        Path xspf = folder.resolve("a.xspf");
        PlaylistFile.write(xspf, NONE, entries);
        assertThat(xspf)
                .hasContent(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <playlist xmlns="http://xspf.org/ns/0/" version="1">
                        <trackList>
                        <track>
                        <location>../music/J%C3%B3ga%201.flac</location>
                        <title>Jóga</title>
                        <creator>Björk</creator>
                        <album>Homogenic</album>
                        <duration>305400</duration></track>
                        <track>
                        <location>%23x.mp3</location></track>
                        </trackList></playlist>
                        """);
    }

    @Test
    void readsM3uAsOthersWriteIt() throws IOException {
        PlaylistFile read =
                read(
                        "a.m3u",
                        "\uFEFF#EXTM3U\r\n"
                                + "#EXTINF:123 logo=\"a,b\" x=\"y\",Artist - A - Title\r\n"
                                + "Music\\Über\\song.mp3\r\n"
                                + "\r\n"
                                + "#EXTINF:-1,Stream\r\n"
                                + "http://radio.example/live.mp3\r\n"
                                + "# a comment\r\n"
                                + "#EXTINF:nonsense\r\n"
                                + "  ../up.mp3  \r\n"
                                + folder.resolve("abs.mp3")
                                + "\r"
                                + folder.resolve("my song%21.mp3").toUri()
                                + "\n"
                                + "file:"
                                + folder.resolve("one slash.mp3"));
        assertThat(files(read))
                .containsExactly(
                        folder.resolve("Music/Über/song.mp3"),
                        folder.resolveSibling("up.mp3"),
                        folder.resolve("abs.mp3"),
                        folder.resolve("my song%21.mp3"),
                        folder.resolve("one slash.mp3"));
        PlaylistEntry first = read.entries().get(0);
        assertThat(first.artist()).contains("Artist");
        assertThat(first.title()).contains("A - Title");
        assertThat(first.seconds()).hasValue(123);
        assertThat(read.skipped())
                .extracting(PlaylistEntry::location)
                .containsExactly("http://radio.example/live.mp3");
        assertThat(read.skipped().get(0).title()).contains("Stream");
        assertThat(read.skipped().get(0).seconds()).isEmpty();
        assertThat(read.entries().get(2).title()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void drivesOfWindowsAreNoFilesHere() throws IOException {
        PlaylistFile read = read("a.m3u", "C:\\Music\\a.mp3\nfile:///D:/b.mp3\n\\\\nas\\c.mp3\n");
        assertThat(read.skipped())
                .extracting(PlaylistEntry::location)
                .containsExactly("C:\\Music\\a.mp3", "file:///D:/b.mp3", "\\\\nas\\c.mp3");
    }

    @Test
    void readsTheEncodingOfOld() throws IOException {
        Path file = folder.resolve("old.m3u");
        Files.write(file, "Motörhead – Ace.mp3".getBytes(Charset.forName("windows-1252")));
        assertThat(files(PlaylistFile.read(file)))
                .containsExactly(folder.resolve("Motörhead – Ace.mp3"));
    }

    @Test
    void anEscapedPathIsMeantWhenOnlyThatIsThere() throws IOException {
        Files.createFile(folder.resolve("a b.mp3"));
        Files.createFile(folder.resolve("c%20d.mp3"));
        assertThat(files(read("a.m3u8", "a%20b.mp3\nc%20d.mp3\ne%20f.mp3")))
                .containsExactly(
                        folder.resolve("a b.mp3"),
                        folder.resolve("c%20d.mp3"),
                        folder.resolve("e%20f.mp3"));
    }

    @Test
    void readsXspfAsOthersWriteIt() throws IOException {
        PlaylistFile read =
                read(
                        "a.xspf",
                        """
                        <?xml version="1.0"?>
                        <!-- made elsewhere -->
                        <playlist version="1" xmlns="http://xspf.org/ns/0/">
                          <title> Mix </title>
                          <extension application="x"><title>no</title></extension>
                          <trackList>
                            <track>
                              <location>http://radio.example/x</location>
                              <location>Music/J%C3%B3ga%201.flac</location>
                              <title>J&#243;ga</title><creator><![CDATA[Bj<rk]]></creator>
                              <duration>305400</duration>
                              <extension application="y"><z:id xmlns:z="q">1</z:id></extension>
                            </track>
                            <track><title>nowhere</title></track>
                            <track><location>http://radio.example/y</location></track>
                          </trackList>
                        </playlist>
                        """);
        assertThat(read.title()).contains("Mix");
        assertThat(files(read)).containsExactly(folder.resolve("Music/Jóga 1.flac"));
        PlaylistEntry first = read.entries().get(0);
        assertThat(first.title()).contains("Jóga");
        assertThat(first.artist()).contains("Bj<rk");
        assertThat(first.seconds()).hasValue(305.4);
        assertThat(read.skipped())
                .extracting(PlaylistEntry::location)
                .containsExactly("http://radio.example/y");
    }

    @Test
    void xspfOpensNoOtherFile() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret"), "hidden");
        String text =
                """
                <!DOCTYPE p [<!ENTITY x SYSTEM "%s"><!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>
                <playlist><trackList><track><location>a</location><title>%s</title></track>
                </trackList></playlist>
                """;
        assertThatThrownBy(() -> read("a.xspf", String.format(text, secret.toUri(), "&x;")))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> read("a.xspf", String.format(text, secret.toUri(), "&c;")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.m3u8", "a.xspf"})
    void holdsTenThousand(String name) throws IOException {
        List<PlaylistEntry> entries =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> PlaylistEntry.of(folder.resolve("d" + i % 100 + "/" + i)))
                        .toList();
        PlaylistFile.write(folder.resolve(name), NONE, entries);
        assertThat(files(PlaylistFile.read(folder.resolve(name))))
                .isEqualTo(entries.stream().map(entry -> entry.file().orElseThrow()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<playlist><trackList>",
                "<playlist><trackList></playlist>",
                "<html/>",
                "<",
                "<!-- -->",
                "<a>&nbsp;</a>",
                "[playlist]\nFile1=a.mp3",
                "ID3\0\0\0"
            })
    void saysWhatIsNoPlaylist(String text) {
        assertThatThrownBy(() -> read("road.xspf", text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("road.xspf: it is n")
                .hasMessageEndingWith("Export it as one of these from where it came from.");
    }

    @Test
    void saysWhatCannotBeReadOrWritten() throws IOException {
        assertThatThrownBy(() -> PlaylistFile.read(folder.resolve("none.m3u")))
                .hasMessage("none.m3u: there is no such file. Look where it went.");
        assertThatThrownBy(() -> PlaylistFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("lists: it cannot be read.");
        assertThatThrownBy(() -> PlaylistFile.write(folder.resolve("a.pls"), NONE, List.of()))
                .hasMessageEndingWith("Let it end with .m3u8, .m3u or .xspf.");
        Path taken = Files.createDirectories(folder.resolve("taken.m3u/x"));
        assertThatThrownBy(() -> PlaylistFile.write(taken.getParent(), NONE, List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("taken.m3u: it cannot be written.");
        assertThat(Files.list(folder)).as("nothing aside is left").hasSize(1);
    }

    @Test
    void anEmptyListIsAList() throws IOException {
        assertThat(read("a.m3u", "").entries()).isEmpty();
        PlaylistFile.write(folder.resolve("b.xspf"), NONE, List.of());
        assertThat(PlaylistFile.read(folder.resolve("b.xspf")).entries()).isEmpty();
    }

    @Test
    void streamsStayInAListThatIsWrittenAgain() throws IOException {
        PlaylistFile read = read("a.m3u", "http://radio.example/x?y=1&z\na.mp3");
        for (String name : List.of("b.m3u8", "b.xspf")) {
            PlaylistFile.write(folder.resolve(name), read.title(), read.entries());
            assertThat(PlaylistFile.read(folder.resolve(name))).isEqualTo(read);
        }
    }

    @Test
    void textsLoseOnlyWhatTheFileCannotHave() throws IOException {
        PlaylistEntry entry =
                PlaylistEntry.of(
                        folder.resolve("a.mp3"),
                        Optional.of("x\u0001\uD800\ny"),
                        NONE,
                        NONE,
                        OptionalDouble.empty());
        for (String name : List.of("b.m3u8", "b.xspf")) {
            PlaylistFile.write(folder.resolve(name), Optional.of("t\r\nu"), List.of(entry));
            PlaylistFile read = PlaylistFile.read(folder.resolve(name));
            assertThat(read.entries()).hasSize(1);
            assertThat(read.entries().get(0).title().orElseThrow()).startsWith("x").endsWith("y");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void behindALinkPathsUpwardsAreAbsolute() throws IOException {
        Path link = Files.createSymbolicLink(temp.toRealPath().resolve("link"), folder);
        Path outside = temp.toRealPath().resolve("music/a.mp3");
        PlaylistFile.write(
                link.resolve("a.m3u8"),
                NONE,
                List.of(PlaylistEntry.of(outside), PlaylistEntry.of(link.resolve("b.mp3"))));
        assertThat(Files.readAllLines(link.resolve("a.m3u8")))
                .containsExactly("#EXTM3U", outside.toString(), "b.mp3");
    }

    @Test
    void noBytesBreakIt() throws IOException {
        Random random = new Random(3);
        List<byte[]> sound = new ArrayList<>();
        for (String name : List.of("a.m3u8", "a.xspf")) {
            PlaylistFile.write(
                    folder.resolve(name),
                    Optional.of("T"),
                    List.of(
                            PlaylistEntry.of(
                                    folder.resolve("é %20.mp3"),
                                    Optional.of("x"),
                                    Optional.of("y"),
                                    NONE,
                                    OptionalDouble.of(9))));
            sound.add(Files.readAllBytes(folder.resolve(name)));
        }
        Path file = folder.resolve("mutant");
        for (int i = 0; i < 600; i++) {
            byte[] bytes = sound.get(i % 2).clone();
            for (int j = random.nextInt(6); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                assertThat(PlaylistFile.read(file).entries()).hasSizeLessThan(50);
            } catch (IOException e) {
                assertThat(e.getMessage()).startsWith("mutant: it is n");
            }
        }
    }

    private PlaylistFile read(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return PlaylistFile.read(file);
    }

    private static List<Path> files(PlaylistFile playlist) {
        return playlist.entries().stream().flatMap(entry -> entry.file().stream()).toList();
    }
}
