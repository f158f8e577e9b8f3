package auralis.library.media;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "3/12, 3",
        "03, 3",
        "'', ",
        "12, 12",
        "A1, ",
        "0, 0",
        "2019-05-01, 2019",
        "99999999999, "
    })
    void numbersAreWhatTextsBeginWith(String text, Integer number) {
        Tags tags = new Tags("", "", "", "", text, text, text, "", "", "");
        OptionalInt expected = number == null ? OptionalInt.empty() : OptionalInt.of(number);
        assertThat(tags.trackNumber()).isEqualTo(expected);
        assertThat(tags.discNumber()).isEqualTo(expected);
        assertThat(tags.yearNumber()).isEqualTo(expected);
    }

    @Test
    void namesOfFilesTakeTheTrackWithoutItsTotal() {
        Tags tags = new Tags("", "", "", "", "3/12", "1/2", "2019", "", "c", "");
        assertThat(tags.fields())
                .containsEntry("track", "3")
                .containsEntry("disc", "1")
                .containsEntry("composer", "c");
    }

    @Test
    void oldTagsOfMp3() throws IOException {
        byte[] frame = {
            'T', 'T', '2', 0, 0, 4, 0, 'O', 'n', 'e', 'T', 'C', 'O', 0, 0, 5, 0, '(', '1', '7', ')'
        };
        byte[] two =
                Fixtures.concat(
                        new byte[] {'I', 'D', '3', 2, 0, 0, 0, 0, 0, (byte) frame.length}, frame);
        Tags tags = Tags.read(mp3(two));
        assertThat(tags.title()).isEqualTo("One");
        assertThat(tags.genre()).isEqualTo("Rock");
    }

    @Test
    void utf16AndZerosBehindFf() throws IOException {
        byte[] text = ("\uFEFFŻółć" + "\0" + "\uFEFFb").getBytes(UTF_16LE);
        byte[] frame = TagFixtures.frame("TPE1", 0, Fixtures.concat(new byte[] {1}, text));
        ByteArrayOutputStream unsynchronised = new ByteArrayOutputStream();
        for (byte b : frame) {
            unsynchronised.write(b);
            if (b == -1) {
                unsynchronised.write(0);
            }
        }
        byte[] tag = TagFixtures.id3(3, 0x80, unsynchronised.toByteArray());
        assertThat(Tags.read(mp3(tag)).artist()).isEqualTo("Żółć; b");
        byte[] tag4 = TagFixtures.id3(4, 0, TagFixtures.frame("TPE1", 2, sync(frame)));
        assertThat(Tags.read(mp3(tag4)).artist()).isEqualTo("Żółć; b");
    }

    /** The body of a frame with zeros behind each FF. */
    private static byte[] sync(byte[] frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 10; i < frame.length; i++) {
            out.write(frame[i]);
            if (frame[i] == -1) {
                out.write(0);
            }
        }
        return out.toByteArray();
    }

    @Test
    void textsAreComposedAndDatesWhole() throws IOException {
        byte[] tag =
                TagFixtures.id3(
                        4,
                        0,
                        TagFixtures.frame("TIT2", 0, "\3Bjo\u0308rk ".getBytes(UTF_8)),
                        TagFixtures.frame("TCP\0", 0, TagFixtures.latin("\0001")),
                        TagFixtures.frame("TDRC", 0, "\0002019-05-01".getBytes(UTF_8)),
                        TagFixtures.frame("COMM", 0, "\3engdesc\0not this".getBytes(UTF_8)),
                        TagFixtures.frame("COMM", 0, "\3eng\0this".getBytes(UTF_8)));
        Tags tags = Tags.read(mp3(tag));
        assertThat(tags.title()).isEqualTo("Björk");
        assertThat(tags.year()).isEqualTo("2019-05-01");
        assertThat(tags.yearNumber()).hasValue(2019);
        assertThat(tags.comment()).isEqualTo("this");
    }

    @Test
    void whatHasNoTagsSaysNothing() throws IOException {
        assertThat(Tags.read(folder)).isEqualTo(Tags.NONE);
        assertThat(Tags.read(folder.resolve("gone.mp3"))).isEqualTo(Tags.NONE);
        assertThat(Tags.read(Fixtures.copy(folder, "no-tag.mp3"))).isEqualTo(Tags.NONE);
        assertThat(Tags.read(Files.writeString(folder.resolve("a.mp3"), "text")))
                .isEqualTo(Tags.NONE);
        assertThat(Tags.read(Fixtures.write(folder, "b.wav", new byte[0]))).isEqualTo(Tags.NONE);
        assertThat(Tags.read(Fixtures.copy(folder, "video.mkv"))).isEqualTo(Tags.NONE);
    }

    @Test
    void theNameOfTheFileDoesNotCount() throws IOException {
        Path file = Fixtures.copy(folder, "stereo-16.flac");
        Media.retag(file, auralis.library.tag.TagEdit.NONE.with("title", "Here"));
        Path wrong = Files.move(file, folder.resolve("wrong.mp3"));
        assertThat(Tags.read(wrong).title()).isEqualTo("Here");
    }

    private Path mp3(byte[] tag) throws IOException {
        return Fixtures.write(folder, "a.mp3", Fixtures.concat(tag, Fixtures.bytes("no-tag.mp3")));
    }

    /** An APEv2 tag of texts: key, text, key, text. */
    static byte[] ape(String... texts) {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        for (int i = 0; i < texts.length; i += 2) {
            byte[] text = texts[i + 1].getBytes(UTF_8);
            byte[] key = TagFixtures.latin(texts[i] + "\0");
            items.writeBytes(little(8).putInt(text.length).putInt(0).array());
            items.writeBytes(key);
            items.writeBytes(text);
        }
        int length = items.size() + 32;
        byte[] header = apeFrame(length, texts.length / 2, 0xA0000000);
        byte[] footer = apeFrame(length, texts.length / 2, 0x80000000);
        return Fixtures.concat(header, items.toByteArray(), footer);
    }

    private static byte[] apeFrame(int length, int count, int flags) {
        return little(32)
                .put(TagFixtures.latin("APETAGEX"))
                .putInt(2000)
                .putInt(length)
                .putInt(count)
                .putInt(flags)
                .array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
