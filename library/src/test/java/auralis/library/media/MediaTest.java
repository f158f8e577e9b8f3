package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.wav.WavSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTest {
    @TempDir Path folder;

    @Test
    void theEndingOfTheNameDoesNotCount() throws IOException {
        Path flac = Fixtures.write(folder, "really-flac.mp3", Fixtures.bytes("stereo-16.flac"));
        Path mp3 = Fixtures.write(folder, "really-mp3.wav", Fixtures.bytes("joint-cbr.mp3"));
        Path wav = wav("really-wav");
        try (MediaSource a = Media.open(flac);
                MediaSource b = Media.open(mp3);
                MediaSource c = Media.open(wav)) {
            assertThat(a.media().codec()).isEqualTo("flac");
            assertThat(b.media().codec()).isEqualTo("mp3");
            assertThat(c.media().codec()).isEqualTo("wav");
            assertThat(c.media().bitDepth()).hasValue(24);
        }
    }

    @Test
    void mp3IsFoundBehindSomeJunkAndWithoutAnyTag() throws IOException {
        byte[] junk = new byte[3000];
        new Random(2).nextBytes(junk);
        byte[] all = Fixtures.concat(junk, Fixtures.bytes("no-tag.mp3"));
        assertThat(Magic.of(Fixtures.write(folder, "a", all))).isEqualTo(Magic.MP3);
    }

    @Test
    void randomBytesAreNeverMp3() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[100_000];
            random.nextBytes(noise);
            assertThat(Magic.of(Fixtures.write(folder, "noise", noise))).isEqualTo(Magic.UNKNOWN);
        }
    }

    @Test
    void adtsAacIsNotTakenForMp3() throws IOException {
        byte[] frame = new byte[100];
        byte[] head = {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80, 0x0C, (byte) 0x9F, (byte) 0xFC};
        System.arraycopy(head, 0, frame, 0, head.length);
        byte[] all = Fixtures.concat(frame, frame, frame, frame, frame);
        assertThat(Magic.of(Fixtures.write(folder, "a.mp3", all))).isEqualTo(Magic.OTHER_SOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "OggS, OTHER_SOUND",
        "wvpk, OTHER_SOUND",
        "....ftypM4A, OTHER_SOUND",
        "RIFF....AVI, OTHER_SOUND",
        "RIFF....WEBP, PICTURE",
        "RIFF....WAVE, WAV",
        "RF64....WAVE, WAV",
        "FORM....AIFC, AIFF",
        "FORM....8SVX, OTHER_SOUND",
        "GIF89a, PICTURE",
        "PK.., UNKNOWN"
    })
    void aFewLettersTellTheKind(String letters, Magic kind) throws IOException {
        byte[] head = letters.replace('.', '\0').getBytes(StandardCharsets.ISO_8859_1);
        Path file = Fixtures.write(folder, "file", Arrays.copyOf(head, 1000));
        assertThat(Magic.of(file)).isEqualTo(kind);
    }

    @Test
    void whatIsNoSoundIsRefusedInOneSentence() throws IOException {
        Path text = folder.resolve("notes.mp3");
        Files.writeString(text, "MAC addresses are no Monkey's Audio. ".repeat(10));
        assertRefused(text, "notes.mp3: it is text, not sound. Choose a file of sound.");
        assertRefused(
                Fixtures.write(folder, "a.wav", new byte[0]),
                "a.wav: the file is empty. Copy it again from where it came from.");
        assertRefused(
                Fixtures.write(folder, "b.flac", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}),
                "b.flac: it is a picture, not sound. Choose a file of sound.");
        assertRefused(
                Fixtures.write(folder, "c.wav", new byte[5000]),
                "c.wav: it is no kind of sound file that is known here. Choose a file of sound, or"
                        + " convert it to WAV or FLAC.");
        assertRefused(
                folder.resolve("gone.wav"),
                "gone.wav: it is not there. Look whether it was moved or renamed.");
        assertRefused(folder, folder.getFileName() + ": it is a folder. Choose the files in it.");
        byte[] tagOnly = {'I', 'D', '3', 3, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0};
        assertRefused(
                Fixtures.write(folder, "tag.mp3", tagOnly),
                "tag.mp3: there is no sound in it. Copy it again from where it came from.");
    }

    @Test
    void aBrokenWavNamesTheFileAndTheTime() throws IOException {
        byte[] whole = Files.readAllBytes(wav("whole.wav"));
        Path half = Fixtures.write(folder, "Night Bus.wav", Arrays.copyOf(whole, 3000));
        try (MediaSource source = Media.open(half)) {
            AudioBlock block = new AudioBlock(2, 1000);
            assertThat(source.read(block)).isPositive();
            assertThatThrownBy(() -> source.read(block))
                    .isInstanceOf(MediaException.class)
                    .hasMessage(
                            "Night Bus.wav: the file ends early at 0:00. Copy it again from where"
                                    + " it came from.");
        }
    }

    private Path wav(String name) throws IOException {
        Path file = folder.resolve(name);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (WavSink sink = new WavSink(channel, StreamFormat.stereo(48_000), 24)) {
            sink.write(new AudioBlock(2, 1000));
            sink.commit();
        }
        return file;
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> Media.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessage(message);
    }
}
