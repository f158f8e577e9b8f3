package auralis.library.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other programs. */
class TranscriptReaderTest {
    @TempDir Path folder;

    private Transcript read(String name, String content) throws IOException {
        return TranscriptReader.read(Files.writeString(folder.resolve(name), content));
    }

    private static List<String> told(Transcript transcript) {
        return transcript.segments().stream()
                .map(s -> s.start() + " " + s.end() + " " + s.text())
                .toList();
    }

    @Test
    void subtitlesAsTheyAreFound() throws IOException {
        String file =
                "\uFEFF1\r\n00:00:01,000 --> 00:00:02,500 X1:100 X2:200\r\n"
                        + "<i>Hello</i> {\\an8}<font color=\"#ff0000\">there</font>\r\n\r\n"
                        + "2\r\n00:03.5 --> 00:04.25\r\nno hours\r\n\r\nafter an empty line\r\n\r\n"
                        + "00:00:05,000-->00:00:06,000\r\nno number\r\n42\r\n\r\n"
                        + "4\r\n00:00:07,000 --> 00:00:06,000\r\n\r\n";

        assertThat(told(read("a.txt", file)))
                .containsExactly(
                        "1.0 2.5 Hello there",
                        "3.5 4.25 no hours after an empty line",
                        "5.0 6.0 no number 42",
                        "7.0 7.0 ");
    }

    @Test
    void subtitlesOfTheWeb() throws IOException {
        String file =
                "WEBVTT - a title\nKind: captions\nLanguage: de\n\n"
                        + "STYLE\n::cue { color: red }\n\nNOTE\nnot said\n\n"
                        + "REGION\nid:fred\n\n"
                        + "intro\n00:01.000 --> 00:02.000 align:start position:10%\n"
                        + "<v.loud Ann Smith>Fish &amp; <c.red>chips</c>\nfor <b>two</b></v>\n\n"
                        + "01:00:00.000 --> 01:00:01.000\n<00:59.000>one <01:00.500>two\n";

        Transcript read = read("a.vtt", file);

        assertThat(told(read))
                .containsExactly("1.0 2.0 Fish & chips for two", "3600.0 3601.0 one two");
        assertThat(read.segments().get(0).speaker()).contains("Ann Smith");
        assertThat(read.language()).contains("de");
    }

    @Test
    void lyricsWithOffsetAndRepeatedLines() throws IOException {
        String file =
                "[ti:Song]\n[offset:+500]\n[length:01:00]\n[00:01.50][00:21.5]Chorus\n"
                        + "[00:03:75]colon\n[00:11.500]\n[00:31.00] <00:31.00>Hey <00:31.50>you";

        Transcript read = read("a.lrc", file);

        assertThat(told(read))
                .containsExactly(
                        "1.0 3.25 Chorus",
                        "3.25 11.0 colon",
                        "21.0 30.5 Chorus",
                        "30.5 60.0 Hey you");
        assertThat(read.segments().get(3).words())
                .extracting(Word::end)
                .containsExactly(31.0, 60.0);
        assertThat(read.seconds()).isEqualTo(60);
    }

    @Test
    void tables() throws IOException {
        assertThat(
                        told(
                                read(
                                        "a.csv",
                                        "start,end,text\n"
                                                + "0,1500,\"Hello, \"\"you\"\"\"\n"
                                                + "1500,2000,x")))
                .as("whisper.cpp")
                .containsExactly("0.0 1.5 Hello, \"you\"", "1.5 2.0 x");
        assertThat(told(read("b.csv", "Text;End;Start\r\n\"a\r\nb\";2,5;1,25\r\n")))
                .as("of a country with decimal commas")
                .containsExactly("1.25 2.5 a\nb");
        assertThat(told(read("c.csv", "start\tend\ttext\n00:01:00.5\t00:01:02\thi")))
                .containsExactly("60.5 62.0 hi");
    }

    @Test
    void labels() throws IOException {
        assertThat(told(read("labels.txt", "1.5\t2.5\tHi\n\\\t100\t200\n3\t3\n")))
                .containsExactly("1.5 2.5 Hi", "3.0 3.0 ");
    }

    @Test
    void answersOfServers() throws IOException {
        Transcript read =
                read(
                        "a.json",
                        "{\"task\":\"transcribe\",\"language\":\"english\",\"duration\":8.5,"
                                + "\"text\":\"Hi you\",\"segments\":[{\"id\":0,\"start\":0,"
                                + "\"end\":3.3,\"text\":\" Hi you\"}],\"words\":["
                                + "{\"word\":\"Hi\",\"start\":0.0,\"end\":0.2},"
                                + "{\"word\":\"you\",\"start\":0.3,\"end\":0.9}]}");

        assertThat(told(read)).containsExactly("0.0 3.3 Hi you");
        assertThat(read.segments().get(0).words()).hasSize(2);
        assertThat(read.seconds()).isEqualTo(8.5);
    }

    @Test
    void textsAreLines() throws IOException {
        assertThat(told(read("a.txt", "First line\n\n[12:30] a note\nSecond --> line\n")))
                .containsExactly(
                        "0.0 0.0 First line", "0.0 0.0 [12:30] a note", "0.0 0.0 Second --> line");
    }

    @Test
    void otherCharacterSets() throws IOException {
        String text = "1\n00:00:01,000 --> 00:00:02,000\ncafé ñ\n";
        for (Charset set :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16,
                        Charset.forName("windows-1252"))) {
            Path file = Files.write(folder.resolve("a.srt"), text.getBytes(set));
            assertThat(told(TranscriptReader.read(file))).containsExactly("1.0 2.0 café ñ");
        }
        Path little = folder.resolve("b.srt");
        Files.write(little, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(told(TranscriptReader.read(little))).containsExactly("1.0 2.0 café ñ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.srt", "a.lrc", "a.csv", "a.labels.txt", "a.mp3", "b.json"})
    void whatIsNoTranscriptIsSaidToBeNone(String name) {
        String content = name.startsWith("b") ? "{\"segments\":[{\"text\":\"x\"}]}" : "rubbish\n";

        assertThatThrownBy(() -> read(name, content))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name)
                .hasMessageEndingWith(".");
    }

    /** Whatever is in a file, it is a transcript or a sentence. */
    @Test
    void damagedFilesAreNoSurprise() throws IOException {
        Random random = new Random(8);
        String good =
                "{\"segments\":[{\"start\":1,\"end\":2,\"text\":\"a\",\"wordCount\":1}],\"words\":["
                        + "{\"start\":1,\"end\":2,\"word\":\"a\"}]}\n[00:01.00]<00:01.00>x\n1\n"
                        + "00:00:01,000 --> 00:00:02,000\nstart,end,text\n1.0\t2.0\tx\n";
        for (int round = 0; round < 3000; round++) {
            int from = random.nextInt(good.length());
            StringBuilder bad =
                    new StringBuilder(
                            good.substring(from, from + random.nextInt(good.length() - from + 1)));
            for (int i = random.nextInt(4); i > 0 && bad.length() > 0; i--) {
                bad.setCharAt(random.nextInt(bad.length()), (char) (' ' + random.nextInt(94)));
            }
            String name = "a." + List.of("json", "srt", "vtt", "lrc", "csv", "txt").get(round % 6);
            try {
                assertThat(read(name, bad.toString())).isNotNull();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(name).hasMessageEndingWith(".");
            }
        }
    }
}
