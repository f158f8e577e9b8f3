package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.library.tag.TagEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a result only when it was measured is said before it has its name. */
class AddedTagsTest {
    private static final byte[] FRONT = TagFixtures.picture("png", 60, 60, 3);

    @TempDir Path folder;

    static List<Encoding> encodings() {
        return List.of(new Encoding.Wav(24), new Encoding.Flac(16), new Encoding.Mp3Constant(128));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void freshLoudnessTakesThePlaceOfTheStaleAndTheSoundStays(Encoding encoding)
            throws IOException {
        Path source = Fixtures.copy(folder, "joint-cbr.mp3");
        Media.retag(
                source,
                TagEdit.NONE
                        .with("title", "Hyperballad")
                        .with("Shelf Mark", "K 12")
                        .with("REPLAYGAIN_TRACK_GAIN", "-8.12 dB")
                        .with("REPLAYGAIN_ALBUM_GAIN", "-8.00 dB")
                        .with("MP3GAIN_UNDO", "+003,+003,N")
                        .with("MP3GAIN_MINMAX", "089,179")
                        .with("comment:iTunNORM", "00000A")
                        .with("DYNAMIC RANGE", "7")
                        .with("AccurateRipResult", "match")
                        .with("MASTERED_WITH", "something older")
                        .withPicture(FRONT));
        Path first = master(source, "first.part", encoding);
        byte[] sound = samples(first);
        TagEdit fresh =
                TagEdit.NONE
                        .with("REPLAYGAIN_TRACK_GAIN", "-3.96 dB")
                        .with("MASTERED_WITH", "Auralis; preset warm; intensity 80 %");
        Media.addTags(first, fresh);
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(Tags.all(first));
        assertThat(all)
                .containsEntry("title", List.of("Hyperballad"))
                .containsEntry("Shelf Mark", List.of("K 12"))
                .containsEntry("REPLAYGAIN_TRACK_GAIN", List.of("-3.96 dB"))
                .containsEntry("MASTERED_WITH", List.of("Auralis; preset warm; intensity 80 %"))
                .doesNotContainKeys(
                        "REPLAYGAIN_ALBUM_GAIN",
                        "MP3GAIN_UNDO",
                        "MP3GAIN_MINMAX",
                        "comment:iTunNORM",
                        "DYNAMIC RANGE",
                        "AccurateRipResult");
        assertThat(Artwork.of(first).orElseThrow().bytes()).isEqualTo(FRONT);
        assertThat(samples(first)).isEqualTo(sound);

        Path again = master(source, "again.part", encoding);
        Media.addTags(again, fresh);
        assertThat(again).hasSameBinaryContentAs(first);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("joint-cbr.mp3", "first.part", "again.part");
        }
    }

    /** A rating and a link are kept where the new file has a place for them, volumes are not. */
    @Test
    void whatOnlyOtherProgramsUnderstandGoesAlong() throws IOException {
        byte[] rating = TagFixtures.frame("POPM", 0, TagFixtures.latin("a player\0\200\0\0\7"));
        byte[] link = TagFixtures.frame("WOAR", 0, TagFixtures.latin("band"));
        byte[] tag =
                TagFixtures.id3(
                        4,
                        0,
                        TagFixtures.frame("TIT2", 0, TagFixtures.latin("\0Old title")),
                        rating,
                        link,
                        TagFixtures.frame("RVA2", 0, TagFixtures.latin("old\0\1\2\0\0")));
        byte[] whole = Fixtures.concat(tag, Fixtures.bytes("no-tag.mp3"));
        Path source = Fixtures.write(folder, "rated.mp3", whole);
        for (Encoding encoding : List.of(new Encoding.Wav(24), new Encoding.Mp3Constant(128))) {
            Path target = master(source, encoding.extension() + ".part", encoding);
            assertThat(Tags.read(target).title()).isEqualTo("Old title");
            assertThat(TagFixtures.contains(target, rating)).isTrue();
            assertThat(TagFixtures.contains(target, link)).isTrue();
            assertThat(TagFixtures.contains(target, TagFixtures.latin("RVA2"))).isFalse();
        }
    }

    private Path master(Path source, String name, Encoding encoding) throws IOException {
        Path target = folder.resolve(name);
        try (AudioSink sink = Media.create(target, StreamFormat.stereo(44_100), encoding)) {
            int bits = encoding.integerBits().orElse(16);
            sink.write(AudioBlock.of(FixtureSignal.planes(2, 5000, Math.min(bits, 16))));
            sink.commit();
        }
        TagCopy.copy(source, target);
        return target;
    }

    private static byte[] samples(Path file) throws IOException {
        AudioBlock block = new AudioBlock(2, 8000);
        StringBuilder all = new StringBuilder();
        try (MediaSource source = Media.open(file)) {
            for (int got = source.read(block.all()); got >= 0; got = source.read(block.all())) {
                for (int i = 0; i < got; i++) {
                    all.append(block.plane(0)[i]).append(' ').append(block.plane(1)[i]).append(' ');
                }
            }
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
