package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import auralis.library.tag.TagEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a master inherits from its source. */
class TagCopyTest {
    private static final byte[] FRONT = TagFixtures.picture("jpg", 80, 80, 1);

    @TempDir Path folder;

    static List<String> kinds() {
        return TagFixtures.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everythingGoesAlongButWhatTheOldSoundMeasured(String kind) throws IOException {
        Path source = TagFixtures.make(folder, kind);
        Media.retag(
                source,
                TagEdit.NONE
                        .with("title", "Hyperballad")
                        .with("artist", "Björk", "Two")
                        .with("track", "3/12")
                        .with("year", "1995")
                        .with("isrc", "GBAAP9500005")
                        .with("musicbrainz_albumid", "an-id")
                        .with("Shelf Mark", "K 12")
                        .with("REPLAYGAIN_TRACK_GAIN", "-8.12 dB")
                        .with("replaygain_album_peak", "0.99")
                        .with("R128_TRACK_GAIN", "-1024")
                        .with("iTunNORM", "00000A")
                        .withPicture(FRONT));
        for (Encoding encoding :
                List.of(
                        new Encoding.Wav(24),
                        new Encoding.Flac(16),
                        new Encoding.Mp3Constant(128))) {
            Path target = master(source, encoding);
            Tags tags = Tags.read(target);
            assertThat(tags.title()).isEqualTo("Hyperballad");
            assertThat(tags.artist()).isEqualTo("Björk; Two");
            assertThat(tags.trackNumber()).hasValue(3);
            assertThat(tags.yearNumber()).hasValue(1995);
            Map<String, List<String>> all = Tags.all(target);
            boolean flac = encoding.extension().equals("flac");
            assertThat(all.get("track")).containsExactly(flac ? "3" : "3/12");
            assertThat(all.containsKey("tracktotal")).isEqualTo(flac);
            assertThat(all)
                    .containsEntry("shelf mark", List.of("K 12"))
                    .containsEntry("isrc", List.of("GBAAP9500005"))
                    .containsEntry("musicbrainz_albumid", List.of("an-id"));
            assertThat(all.keySet())
                    .noneMatch(name -> name.toLowerCase().contains("gain"))
                    .noneMatch(name -> name.toLowerCase().contains("norm"));
            assertThat(Artwork.of(target).orElseThrow().bytes()).isEqualTo(FRONT);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(kind, "m.wav", "m.flac", "m.mp3");
        }
    }

    private Path master(Path source, Encoding encoding) throws IOException {
        Path target = folder.resolve("m." + encoding.extension());
        StreamFormat format = StreamFormat.stereo(44_100);
        try (AudioSink sink = Media.create(target, format, encoding, source, 0)) {
            int bits = encoding.integerBits().orElse(16);
            sink.write(AudioBlock.of(FixtureSignal.planes(2, 5000, Math.min(bits, 16))));
            sink.commit();
        }
        return target;
    }
}
