package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.tag.TagEdit;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetagTest {
    private static final TagEdit EVERYTHING =
            TagEdit.NONE
                    .with("title", "Jóga – 音")
                    .with("artist", "Björk", "Someone Else")
                    .with("album", "Homogenic")
                    .with("albumartist", "Björk")
                    .with("track", "2/10")
                    .with("disc", "1/2")
                    .with("year", "1997")
                    .with("genre", "Art Pop")
                    .with("composer", "B. Guðmundsdóttir")
                    .with("comment", "first line\nsecond line")
                    .with("Shelf Mark", "K 12");

    private static final Tags EXPECTED =
            new Tags(
                    "Jóga – 音",
                    "Björk; Someone Else",
                    "Homogenic",
                    "Björk",
                    "2/10",
                    "1/2",
                    "1997",
                    "Art Pop",
                    "B. Guðmundsdóttir",
                    "first line\nsecond line");

    /** Held, because a logger nobody holds forgets that it is to be silent. */
    private static final Logger CHATTER = Logger.getLogger("org.jaudiotagger");

    @TempDir Path folder;

    @BeforeAll
    static void silence() {
        CHATTER.setLevel(Level.OFF);
    }

    static List<String> kinds() {
        return TagFixtures.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFieldIsReadAgainAndUndoneToTheByte(String name) throws IOException {
        Path file = TagFixtures.make(folder, name);
        byte[] before = Files.readAllBytes(file);
        float[][] sound = Fixtures.decode(file);
        Tags tags = Tags.read(file);

        TagEdit undo = Media.retag(file, EVERYTHING);
        assertThat(Tags.read(file)).isEqualTo(EXPECTED);
        assertThat(Tags.all(file)).containsEntry("shelf mark", List.of("K 12"));
        assertThat(Fixtures.decode(file)).isDeepEqualTo(sound);
        byte[] edited = Files.readAllBytes(file);

        TagEdit redo = Media.retag(file, undo);
        assertThat(Tags.read(file)).isEqualTo(tags);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);

        Media.retag(file, redo);
        assertThat(Files.readAllBytes(file)).isEqualTo(edited);
        assertThat(names()).containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void picturesAreSetReplacedRemovedAndUndone(String name) throws IOException {
        Path file = TagFixtures.make(folder, name);
        Media.retag(file, EVERYTHING);
        byte[] before = Files.readAllBytes(file);
        float[][] sound = Fixtures.decode(file);
        byte[] small = TagFixtures.picture("png", 40, 40, 1);
        byte[] large = TagFixtures.picture("png", 900, 900, 2);

        TagEdit unset = Media.retag(file, TagEdit.NONE.withPicture(small));
        assertThat(picture(file)).isEqualTo(small);
        TagEdit unreplace = Media.retag(file, TagEdit.NONE.withPicture(large));
        assertThat(picture(file)).isEqualTo(large);
        assertThat(unreplace.picture()).contains(small);
        assertThat(Fixtures.decode(file)).isDeepEqualTo(sound);
        TagEdit unremove = Media.retag(file, TagEdit.NONE.withoutPicture());
        assertThat(Artwork.of(file)).isEmpty();
        assertThat(Tags.read(file)).isEqualTo(EXPECTED);

        Media.retag(file, unremove);
        assertThat(picture(file)).isEqualTo(large);
        Media.retag(file, unreplace);
        assertThat(picture(file)).isEqualTo(small);
        Media.retag(file, unset);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static byte[] picture(Path file) {
        return Artwork.of(file).orElseThrow().bytes();
    }

    /** A second reader, which shares no line with ours, reads what we wrote. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stereo-16.flac",
                "joint-cbr.mp3",
                "aac.m4a",
                "aac-front.m4a",
                "vorbis.ogg",
                "made.wav",
                "made.aiff"
            })
    void anotherProgramReadsTheSame(String name) throws Exception {
        Path file = TagFixtures.make(folder, name);
        byte[] picture = TagFixtures.picture("png", 100, 100, 3);
        Media.retag(file, EVERYTHING.withPicture(picture));
        Tag tag = AudioFileIO.read(file.toFile()).getTag();
        assertThat(tag.getFirst(FieldKey.TITLE)).isEqualTo(EXPECTED.title());
        assertThat(tag.getAll(FieldKey.ARTIST)).contains("Björk");
        assertThat(tag.getFirst(FieldKey.ALBUM_ARTIST)).isEqualTo("Björk");
        assertThat(tag.getFirst(FieldKey.YEAR)).isEqualTo("1997");
        assertThat(tag.getFirst(FieldKey.GENRE)).isEqualTo("Art Pop");
        assertThat(tag.getFirst(FieldKey.COMMENT)).isEqualTo(EXPECTED.comment());
        assertThat(tag.getFirst(FieldKey.TRACK)).startsWith("2");
        assertThat(tag.getFirstArtwork().getBinaryData()).isEqualTo(picture);
    }

    @Test
    void anotherWritersTagsAreReadAndKeptByOurs() throws Exception {
        for (String name :
                List.of("stereo-16.flac", "joint-cbr.mp3", "aac-front.m4a", "vorbis.ogg")) {
            Path file = TagFixtures.make(folder, name);
            org.jaudiotagger.audio.AudioFile theirs = AudioFileIO.read(file.toFile());
            Tag tag = theirs.getTagOrCreateAndSetDefault();
            tag.setField(FieldKey.TITLE, "Ægir");
            tag.setField(FieldKey.TRACK, "7");
            tag.setField(FieldKey.YEAR, "2011");
            tag.setField(FieldKey.MUSICBRAINZ_RELEASEID, "an-id");
            tag.setField(FieldKey.CATALOG_NO, "CAT 1");
            theirs.commit();
            assertThat(Tags.read(file).title()).as(name).isEqualTo("Ægir");
            assertThat(Tags.read(file).trackNumber()).hasValue(7);
            assertThat(Tags.read(file).yearNumber()).hasValue(2011);
            assertThat(Tags.all(file)).containsEntry("musicbrainz_albumid", List.of("an-id"));
            Media.retag(file, TagEdit.NONE.with("title", "New"));
            Tag after = AudioFileIO.read(file.toFile()).getTag();
            assertThat(after.getFirst(FieldKey.TITLE)).isEqualTo("New");
            assertThat(after.getFirst(FieldKey.MUSICBRAINZ_RELEASEID)).isEqualTo("an-id");
            assertThat(after.getFirst(FieldKey.CATALOG_NO)).isEqualTo("CAT 1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void framesOfMp3WeDoNotKnowKeepTheirBytesAndTheVersionStays(int version) throws IOException {
        byte[] privat = TagFixtures.frame("PRIV", 0x4000, TagFixtures.latin("owner\0\1\2\3"));
        byte[] unheard = TagFixtures.frame("XSOP", 0, TagFixtures.latin("\0whatever"));
        byte[] own = TagFixtures.frame("TXXX", 0, TagFixtures.latin("\0MOOD\0calm"));
        byte[] title = TagFixtures.frame("TIT2", 0, TagFixtures.latin("\0Old"));
        byte[] group =
                TagFixtures.frame("TPE1", version == 3 ? 0x20 : 0x40, new byte[] {7, 0, 'X'});
        byte[] tag = TagFixtures.id3(version, 0, privat, title, unheard, own, group);
        byte[] mp3 = Fixtures.concat(tag, Fixtures.bytes("no-tag.mp3"));
        Path file = Fixtures.write(folder, "a.mp3", mp3);

        TagEdit edit = TagEdit.NONE.with("title", "Ω").with("genre", "Rock");
        TagEdit undo = Media.retag(file, edit.with("year", "1997-09-22"));
        assertThat(Tags.read(file).title()).isEqualTo("Ω");
        assertThat(Tags.read(file).year()).isEqualTo("1997-09-22");
        assertThat(Tags.all(file)).containsEntry("mood", List.of("calm"));
        assertThat(Files.readAllBytes(file)[3]).isEqualTo((byte) version);
        for (byte[] kept : List.of(privat, unheard, own, group)) {
            assertThat(TagFixtures.contains(file, kept)).isTrue();
        }
        Media.retag(file, undo);
        assertThat(Files.readAllBytes(file)).isEqualTo(mp3);
    }

    @Test
    void allTagsOfAnOldMp3SayTheSame() throws IOException {
        byte[] old = new byte[128];
        System.arraycopy(TagFixtures.latin("TAGOld title"), 0, old, 0, 12);
        old[127] = 17;
        byte[] mp3 =
                Fixtures.concat(
                        Fixtures.bytes("no-tag.mp3"),
                        TagsTest.ape("Title", "Old title", "Artist", "Them"),
                        old);
        Path file = Fixtures.write(folder, "old.mp3", mp3);
        assertThat(Tags.read(file).title()).isEqualTo("Old title");
        assertThat(Tags.read(file).artist()).isEqualTo("Them");
        assertThat(Tags.read(file).genre()).isEqualTo("Rock");

        TagEdit undo = Media.retag(file, TagEdit.NONE.with("title", "Brand new"));
        assertThat(TagFixtures.contains(file, TagFixtures.latin("Old title"))).isFalse();
        assertThat(TagFixtures.contains(file, TagFixtures.latin("TAGBrand new\0"))).isTrue();
        assertThat(undo.values()).containsEntry("title", List.of("Old title"));
        Media.retag(file, undo);
        assertThat(Files.readAllBytes(file)).isEqualTo(mp3);
    }

    @Test
    void blocksOfFlacWeDoNotKnowStay() throws IOException {
        byte[] flac = Fixtures.bytes("stereo-16.flac");
        byte[] application = {2, 0, 0, 8, 'A', 'B', 'C', 'D', 1, 2, 3, 4};
        byte[] whole =
                Fixtures.concat(
                        Arrays.copyOf(flac, 42),
                        application,
                        Arrays.copyOfRange(flac, 42, flac.length));
        Path file = Fixtures.write(folder, "a.flac", whole);
        Media.retag(file, TagEdit.NONE.with("HOUSE MARK", "kept"));
        TagEdit undo =
                Media.retag(file, EVERYTHING.withPicture(TagFixtures.picture("jpg", 9, 9, 4)));
        assertThat(TagFixtures.contains(file, application)).isTrue();
        assertThat(Tags.all(file)).containsEntry("HOUSE MARK", List.of("kept"));
        Media.retag(file, undo);
        assertThat(TagFixtures.contains(file, TagFixtures.latin("HOUSE MARK=kept"))).isTrue();
    }

    @Test
    void freeAtomsOfM4aAndChunksOfWavStay() throws IOException {
        Path m4a = TagFixtures.make(folder, "aac-front.m4a");
        Media.retag(m4a, TagEdit.NONE.with("House Mark", "kept"));
        Media.retag(m4a, EVERYTHING);
        assertThat(TagFixtures.contains(m4a, TagFixtures.latin("House Mark"))).isTrue();
        assertThat(Tags.all(m4a)).containsEntry("House Mark", List.of("kept"));

        byte[] bext = TagFixtures.chunk("bext", new byte[603], ByteOrder.LITTLE_ENDIAN);
        byte[] info =
                TagFixtures.chunk(
                        "LIST",
                        Fixtures.concat(
                                TagFixtures.latin("INFO"),
                                TagFixtures.chunk(
                                        "INAM",
                                        TagFixtures.latin("Old\0"),
                                        ByteOrder.LITTLE_ENDIAN),
                                TagFixtures.chunk(
                                        "IXYZ", TagFixtures.latin("odd"), ByteOrder.LITTLE_ENDIAN)),
                        ByteOrder.LITTLE_ENDIAN);
        byte[] plain = Files.readAllBytes(TagFixtures.make(folder, "made.wav"));
        byte[] whole = Fixtures.concat(plain, bext, info);
        int length = whole.length - 8;
        for (int i = 0; i < 4; i++) {
            whole[4 + i] = (byte) (length >> 8 * i);
        }
        Path wav = Fixtures.write(folder, "b.wav", whole);
        assertThat(Tags.read(wav).title()).isEqualTo("Old");
        TagEdit undo = Media.retag(wav, EVERYTHING);
        assertThat(TagFixtures.contains(wav, bext)).isTrue();
        assertThat(TagFixtures.contains(wav, TagFixtures.latin("IXYZ"))).isTrue();
        assertThat(TagFixtures.contains(wav, TagFixtures.latin("Old"))).isFalse();
        Media.retag(wav, undo);
        assertThat(Files.readAllBytes(wav)).isEqualTo(whole);
    }

    @Test
    void onlyWhatIsAskedChangesAndNothingAskedWritesNothing() throws IOException {
        Path file = TagFixtures.make(folder, "vorbis.ogg");
        Media.retag(file, EVERYTHING);
        Object key = Files.readAttributes(file, "*").get("fileKey");
        assertThat(Media.retag(file, TagEdit.NONE).isEmpty()).isTrue();
        assertThat(Media.retag(file, EVERYTHING).isEmpty()).isTrue();
        assertThat(Files.readAttributes(file, "*").get("fileKey")).isEqualTo(key);
        TagEdit undo = Media.retag(file, TagEdit.NONE.with("comment").with("Title", "Other"));
        assertThat(Tags.read(file).comment()).isEmpty();
        assertThat(Tags.read(file).title()).isEqualTo("Other");
        assertThat(Tags.read(file).artist()).isEqualTo(EXPECTED.artist());
        assertThat(undo.values()).containsOnlyKeys("comment", "Title");
    }

    @Test
    void undoingOneOfTwoEditsLeavesTheOther() throws IOException {
        Path file = TagFixtures.make(folder, "joint-cbr.mp3");
        TagEdit undo = Media.retag(file, TagEdit.NONE.with("title", "A"));
        Media.retag(file, TagEdit.NONE.with("artist", "B"));
        Media.retag(file, undo);
        assertThat(Tags.read(file).title()).isEmpty();
        assertThat(Tags.read(file).artist()).isEqualTo("B");
    }

    @Test
    void whatCannotBeDoneIsSaidInASentenceAndTheFileStays() throws IOException {
        Path mkv = Fixtures.copy(folder, "video.mkv");
        assertRefused(mkv, "tags of this kind of file cannot be written");
        Path text = Files.writeString(folder.resolve("a.flac"), "fLaC, said the text");
        assertRefused(text, "its structure is damaged");
        Path gone = folder.resolve("gone.mp3");
        assertThatThrownBy(() -> Media.retag(gone, EVERYTHING))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith("gone.mp3: it is not there");
        assertThatThrownBy(() -> Media.retag(folder, EVERYTHING))
                .isInstanceOf(MediaException.class);
        Path m4a = TagFixtures.make(folder, "aac.m4a");
        assertThatThrownBy(() -> Media.retag(m4a, TagEdit.NONE.with("track", "two")))
                .isInstanceOf(MediaException.class)
                .hasMessage(
                        "aac.m4a: its kind of tags cannot hold \"two\" as track. Enter a number"
                                + " there.");
        assertThat(names()).containsExactly("a.flac", "aac.m4a", "video.mkv");
    }

    @Test
    void aDamagedTagIsReadAsFarAsItGoesAndNeverWritten() throws IOException {
        byte[] tag =
                TagFixtures.id3(
                        3,
                        0,
                        TagFixtures.frame("TIT2", 0, TagFixtures.latin("\0Half")),
                        TagFixtures.frame("TPE1", 0, TagFixtures.latin("\0Lost")));
        tag[10 + 15 + 4] = 1; // A frame of 16 MB.
        Path file =
                Fixtures.write(folder, "a.mp3", Fixtures.concat(tag, Fixtures.bytes("no-tag.mp3")));
        assertThat(Tags.read(file).title()).isEqualTo("Half");
        assertRefused(file, "its structure is damaged");
    }

    @Test
    void aFileInUseIsLeftAlone() throws IOException {
        Path file = TagFixtures.make(folder, "vorbis.ogg");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRefused(file, "another program is using it");
        }
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Path part = Files.createFile(folder.resolve(".vorbis.ogg." + parent + ".part"));
        assertRefused(file, "another Auralis is writing it now");
        Files.delete(part);
        Media.retag(file, EVERYTHING);
    }

    @Test
    void rightsStayAndReadOnlyFilesToo() throws IOException {
        Path file = TagFixtures.make(folder, "stereo-16.flac");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(file, rights);
        Media.retag(file, EVERYTHING);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(rights);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertRefused(file, "it is read-only");
        Path link = Files.createSymbolicLink(folder.resolve("link.flac"), file);
        Files.setPosixFilePermissions(file, rights);
        Media.retag(link, TagEdit.NONE.with("title", "By the link"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Tags.read(file).title()).isEqualTo("By the link");
    }

    private void assertRefused(Path file, String problem) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Media.retag(file, EVERYTHING))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith(file.getFileName() + ": " + problem);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
