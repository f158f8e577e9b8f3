package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlacSourceTest {
    private static final String STEREO = "stereo-16.flac";
    private static final int BLOCK = 576;
    private static final int FRAMES = 13_230;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "stereo-16.flac,      16, 2, 44100, 9b56292b",
        "surround-24.flac,    24, 6, 48000, 1078496f",
        "unknown-length.flac, 16, 1, 22050, 94dbd85a"
    })
    void everySampleIsThatOfTheReferenceDecoder(
            String name, int bits, int channels, int rate, String crc) throws IOException {
        try (MediaSource source = Media.open(Fixtures.copy(folder, name))) {
            assertThat(source.media().codec()).isEqualTo("flac");
            assertThat(source.media().bitDepth()).hasValue(bits);
            assertThat(source.format().sampleRate()).isEqualTo(rate);
            assertThat(source.format().channels()).isEqualTo(channels);
            float[][] planes = Fixtures.readAll(source, 777);
            assertThat(source.frames()).hasValue(planes[0].length);
            assertThat(source.damage()).isEmpty();
            assertThat(crc(planes, bits)).isEqualTo(Long.parseLong(crc, 16));
        }
    }

    @ParameterizedTest
    @CsvSource({"stereo-16.flac", "unknown-length.flac"})
    void seekingMeetsTheExactFrame(String name) throws IOException {
        Path file = Fixtures.copy(folder, name);
        float[][] whole = Fixtures.decode(file);
        Random random = new Random(3);
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(whole.length, 100);
            for (int i = 0; i < 200; i++) {
                int at = random.nextInt(whole[0].length);
                source.seek(at);
                int read = source.read(block.all());
                assertThat(read).isEqualTo(Math.min(100, whole[0].length - at));
                for (int c = 0; c < whole.length; c++) {
                    assertThat(Arrays.copyOf(block.plane(c), read))
                            .isEqualTo(Arrays.copyOfRange(whole[c], at, at + read));
                }
            }
            source.seek(whole[0].length);
            assertThat(source.read(block)).isEqualTo(-1);
        }
    }

    @Test
    void aDamagedBlockIsSilenceOfItsLengthAndAllElseStays() throws IOException {
        float[][] whole = Fixtures.decode(Fixtures.copy(folder, STEREO));
        byte[] damaged = Fixtures.bytes(STEREO);
        damaged[damaged.length / 2] ^= 0x10;
        Path file = Fixtures.write(folder, "damaged.flac", damaged);
        try (MediaSource source = Media.open(file)) {
            float[][] planes = Fixtures.readAll(source, 1000);
            assertThat(source.damage()).hasSize(1);
            assertSilentThereAndEqualElsewhere(planes, whole, source.damage().get(0));
            assertThat(source.damage().get(0).frames()).isEqualTo(BLOCK);

            source.seek(source.damage().get(0).frame() + 100);
            float[][] again = Fixtures.readAll(source, 10);
            assertThat(
                            Fixtures.distance(
                                    again, Fixtures.part(planes, FRAMES - again[0].length, FRAMES)))
                    .isZero();
            assertThat(source.damage()).hasSize(1);
        }
    }

    @Test
    void aPieceCutOutIsSilenceSoThatNothingBehindItComesEarly() throws IOException {
        float[][] whole = Fixtures.decode(Fixtures.copy(folder, STEREO));
        byte[] all = Fixtures.bytes(STEREO);
        byte[] cut =
                Fixtures.concat(
                        Arrays.copyOf(all, 4000), Arrays.copyOfRange(all, 5500, all.length));
        try (MediaSource source = Media.open(Fixtures.write(folder, "cut.flac", cut))) {
            float[][] planes = Fixtures.readAll(source, 1000);
            assertThat(source.damage()).hasSize(1);
            assertSilentThereAndEqualElsewhere(planes, whole, source.damage().get(0));
        }
    }

    @Test
    void aShortFileIsDeliveredUpToTheBreakAndThenSaysWhere() throws IOException {
        float[][] whole = Fixtures.decode(Fixtures.copy(folder, STEREO));
        byte[] half = Arrays.copyOf(Fixtures.bytes(STEREO), 6000);
        try (MediaSource source = Media.open(Fixtures.write(folder, "half.flac", half))) {
            assertThat(source.frames()).hasValue(FRAMES);
            AudioBlock block = new AudioBlock(2, FRAMES);
            int read = source.read(block);
            assertThat(read).isBetween(BLOCK, FRAMES - BLOCK);
            assertThat(read % BLOCK).isZero();
            assertThat(Arrays.copyOf(block.plane(0), read))
                    .isEqualTo(Arrays.copyOf(whole[0], read));
            assertThatThrownBy(() -> source.read(block))
                    .isInstanceOf(MediaException.class)
                    .hasMessage(
                            "half.flac: the file ends early at 0:00. Copy it again from where it"
                                    + " came from.");
        }
    }

    @Test
    void whatStandsBehindTheLastFrameIsNotLookedAt() throws IOException {
        byte[] junk = new byte[5000];
        new Random(1).nextBytes(junk);
        byte[] all = Fixtures.concat(Fixtures.bytes(STEREO), junk);
        float[][] planes = Fixtures.decode(Fixtures.write(folder, "junk.flac", all));
        assertThat(crc(planes, 16)).isEqualTo(0x9b56292bL);
    }

    @Test
    void anId3TagInFrontIsSteppedOver() throws IOException {
        byte[] tag = new byte[10 + 300];
        System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 44}, 0, tag, 0, 10);
        byte[] all = Fixtures.concat(tag, Fixtures.bytes(STEREO));
        float[][] planes = Fixtures.decode(Fixtures.write(folder, "tagged.flac", all));
        assertThat(crc(planes, 16)).isEqualTo(0x9b56292bL);
    }

    @Test
    void aHeaderWithoutFramesEndsAtOnce() throws IOException {
        byte[] header = Arrays.copyOf(Fixtures.bytes(STEREO), 42 + 4);
        header[4] |= (byte) 0x80;
        Path file = Fixtures.write(folder, "header.flac", header);
        try (MediaSource source = Media.open(file)) {
            assertThatThrownBy(() -> source.read(new AudioBlock(2, 10)))
                    .hasMessageContaining("ends early at 0:00");
        }
    }

    private static void assertSilentThereAndEqualElsewhere(
            float[][] planes, float[][] whole, Damage damage) {
        int from = (int) damage.frame();
        int to = from + (int) damage.frames();
        for (int c = 0; c < whole.length; c++) {
            float[] expected = whole[c].clone();
            Arrays.fill(expected, from, to, 0f);
            assertThat(planes[c]).isEqualTo(expected);
        }
    }

    private static long crc(float[][] planes, int bits) {
        CRC32 crc = new CRC32();
        for (int i = 0; i < planes[0].length; i++) {
            for (float[] plane : planes) {
                int sample = (int) (plane[i] * (1 << bits - 1));
                for (int bit = 0; bit < bits; bit += 8) {
                    crc.update(sample >> bit);
                }
            }
        }
        return crc.getValue();
    }
}
