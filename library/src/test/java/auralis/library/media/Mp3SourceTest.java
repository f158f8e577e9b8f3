package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Mp3SourceTest {
    private static final String JOINT = "joint-cbr.mp3";
    private static final int FRAMES = 13_230;
    private static final int FRAME_SAMPLES = 1152;

    /** The first frame of JOINT is the encoder's tag; its delay is 576 + 529 samples. */
    private static final int DELAY = 1105;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "joint-cbr.mp3,    2, 44100, 13230",
        "mono-vbr-22k.mp3, 1, 22050, 11025",
        "no-tag.mp3,       2, 44100, 14976"
    })
    void soundsLikeFfmpegAndIsAsLong(String name, int channels, int rate, int frames)
            throws IOException {
        String decoded = name.replace(".mp3", ".decoded.flac");
        float[][] reference = Fixtures.decode(Fixtures.copy(folder, decoded));
        try (MediaSource source = Media.open(Fixtures.copy(folder, name))) {
            assertThat(source.media().codec()).isEqualTo("mp3");
            assertThat(source.media().bitDepth()).isEmpty();
            assertThat(source.format().sampleRate()).isEqualTo(rate);
            assertThat(source.format().channels()).isEqualTo(channels);
            assertThat(source.frames()).hasValue(frames);
            float[][] planes = Fixtures.readAll(source, 999);
            assertThat(source.damage()).isEmpty();
            // The reference was rounded to 16 bits: half a step, and a little of the decoders'.
            assertThat(Fixtures.distance(planes, reference)).isLessThan(0.55 / 32768);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"joint-cbr.mp3", "mono-vbr-22k.mp3", "no-tag.mp3"})
    void seekingGivesTheVerySamplesOfPlayingUpToThere(String name) throws IOException {
        byte[] once = Fixtures.bytes(name);
        byte[] often = Fixtures.concat(once, once, once, once, once);
        Path file = Fixtures.write(folder, name, often);
        float[][] whole = Fixtures.decode(file);
        Random random = new Random(5);
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(whole.length, 1500);
            for (int i = 0; i < 60; i++) {
                int at = random.nextInt(whole[0].length);
                source.seek(at);
                int read = source.read(block.all());
                assertThat(read).isEqualTo(Math.min(1500, whole[0].length - at));
                for (int c = 0; c < whole.length; c++) {
                    assertThat(Arrays.copyOf(block.plane(c), read))
                            .isEqualTo(Arrays.copyOfRange(whole[c], at, at + read));
                }
            }
        }
    }

    @Test
    void aFrameWithoutItsHeaderIsSilenceOfItsLength() throws IOException {
        float[][] whole = Fixtures.decode(Fixtures.copy(folder, JOINT));
        byte[] damaged = Fixtures.bytes(JOINT);
        int at = frameAt(damaged, 7);
        Arrays.fill(damaged, at, at + 4, (byte) 0);
        try (MediaSource source = Media.open(Fixtures.write(folder, "damaged.mp3", damaged))) {
            float[][] planes = Fixtures.readAll(source, 1000);
            assertThat(planes[0]).hasSize(FRAMES);
            assertThat(source.damage()).hasSize(1);
            Damage damage = source.damage().get(0);
            assertThat(damage.frame()).isEqualTo(6 * FRAME_SAMPLES - DELAY);
            assertThat(damage.frames() % FRAME_SAMPLES).isZero();
            assertThat(Fixtures.part(planes, (int) damage.frame(), (int) damage.frame() + 1152)[1])
                    .containsOnly(0f);
            int behind = (int) (damage.frame() + damage.frames()) + FRAME_SAMPLES;
            assertThat(
                            Fixtures.distance(
                                    Fixtures.part(planes, behind, FRAMES),
                                    Fixtures.part(whole, behind, FRAMES)))
                    .isLessThan(1e-6);
        }
    }

    @Test
    void foreignBytesInTheMiddleAddNothing() throws IOException {
        byte[] all = Fixtures.bytes(JOINT);
        byte[] junk = new byte[20_000];
        new Random(9).nextBytes(junk);
        int at = frameAt(all, 7);
        byte[] mixed =
                Fixtures.concat(
                        Arrays.copyOf(all, at), junk, Arrays.copyOfRange(all, at, all.length));
        try (MediaSource source = Media.open(Fixtures.write(folder, "mixed.mp3", mixed))) {
            assertThat(Fixtures.readAll(source, 1000)[0]).hasSize(FRAMES);
        }
    }

    @Test
    void aFrameThatLiesAboutItselfIsSilenceInsteadOfNoise() throws IOException {
        byte[] damaged = Fixtures.bytes(JOINT);
        int at = frameAt(damaged, 7);
        Arrays.fill(damaged, at + 4, at + 40, (byte) 0xFF);
        try (MediaSource source = Media.open(Fixtures.write(folder, "lie.mp3", damaged))) {
            assertThat(Fixtures.readAll(source, 1000)[0]).hasSize(FRAMES);
            assertThat(source.damage().get(0).frame()).isEqualTo(6 * FRAME_SAMPLES - DELAY);
        }
    }

    @Test
    void aShortFileSaysWhereItEnds() throws IOException {
        byte[] half = Arrays.copyOf(Fixtures.bytes(JOINT), 2500);
        try (MediaSource source = Media.open(Fixtures.write(folder, "half.mp3", half))) {
            AudioBlock block = new AudioBlock(2, FRAMES);
            assertThat(source.read(block)).isBetween(4 * FRAME_SAMPLES, FRAMES - FRAME_SAMPLES);
            assertThatThrownBy(() -> source.read(block))
                    .isInstanceOf(MediaException.class)
                    .hasMessage(
                            "half.mp3: the file ends early at 0:00. Copy it again from where it"
                                    + " came from.");
            source.seek(FRAMES - 1);
            assertThatThrownBy(() -> source.read(block)).hasMessageContaining("ends early");
            source.seek(0);
            assertThat(source.read(block)).isPositive();
        }
    }

    @Test
    void withoutATagACutFrameIsToldAsDamage() throws IOException {
        byte[] all = Fixtures.bytes("no-tag.mp3");
        byte[] cut = Arrays.copyOf(all, all.length - 50);
        try (MediaSource source = Media.open(Fixtures.write(folder, "cut.mp3", cut))) {
            assertThat(Fixtures.readAll(source, 1000)[0]).hasSize(14_976);
            assertThat(source.damage()).containsExactly(new Damage(14_976 - 1152, 1152));
        }
    }

    @Test
    void tagsAroundTheSoundAreSteppedOver() throws IOException {
        byte[] id3v2 = new byte[10 + 200];
        System.arraycopy(new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 1, 72}, 0, id3v2, 0, 10);
        byte[] ape = new byte[64];
        byte[] footer = {'A', 'P', 'E', 'T', 'A', 'G', 'E', 'X', (byte) 0xD0, 7, 0, 0, 64};
        System.arraycopy(footer, 0, ape, 32, footer.length);
        byte[] id3v1 = Arrays.copyOf(new byte[] {'T', 'A', 'G'}, 128);
        byte[] tagged = Fixtures.concat(id3v2, Fixtures.bytes("no-tag.mp3"), ape, id3v1);
        float[][] planes = Fixtures.decode(Fixtures.write(folder, "tagged.mp3", tagged));
        float[][] plain = Fixtures.decode(Fixtures.copy(folder, "no-tag.mp3"));
        assertThat(Fixtures.distance(planes, plain)).isZero();
    }

    /** Where a frame begins, counted from the tag's. */
    private static int frameAt(byte[] file, int number) {
        int at = 0;
        for (int i = 0; i < number; i++) {
            int bits =
                    file[at] << 24
                            | (file[at + 1] & 0xFF) << 16
                            | (file[at + 2] & 0xFF) << 8
                            | file[at + 3] & 0xFF;
            at += new MpegHeader(bits).frameBytes();
        }
        return at;
    }
}
