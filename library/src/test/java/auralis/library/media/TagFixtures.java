package auralis.library.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Files of every kind whose tags are written, and parts to make tags of. */
final class TagFixtures {
    static final List<String> KINDS =
            List.of(
                    "stereo-16.flac",
                    "joint-cbr.mp3",
                    "aac.m4a",
                    "aac-front.m4a",
                    "alac.m4a",
                    "vorbis.ogg",
                    "opus.opus",
                    "wavpack.wv",
                    "made.wav",
                    "made.aiff",
                    "three-tags.mp3",
                    "two-tags.wav");

    private TagFixtures() {}

    static Path make(Path folder, String name) throws IOException {
        return switch (name) {
            case "made.wav" -> wav(folder.resolve(name));
            case "made.aiff" -> Fixtures.write(folder, name, aiff());
            case "three-tags.mp3" -> Fixtures.write(folder, name, threeTags());
            case "two-tags.wav" -> Fixtures.write(folder, name, twoTags(folder));
            default -> Fixtures.copy(folder, name);
        };
    }

    private static Path wav(Path file) throws IOException {
        try (AudioSink sink =
                Media.create(file, StreamFormat.stereo(44_100), new Encoding.Wav(16))) {
            sink.write(AudioBlock.of(FixtureSignal.planes(2, 3001, 16)));
            sink.commit();
        }
        return file;
    }

    private static byte[] aiff() {
        byte[] sound = new byte[2 * 2001];
        new Random(1).nextBytes(sound);
        byte[] common =
                ByteBuffer.allocate(18)
                        .putShort((short) 1)
                        .putInt(2001)
                        .putShort((short) 16)
                        .putShort((short) 0x400E) // 44 100 in 80 bits
                        .putLong(0xAC44000000000000L)
                        .array();
        byte[] body =
                Fixtures.concat(
                        "AIFF".getBytes(ISO_8859_1),
                        chunk("COMM", common, ByteOrder.BIG_ENDIAN),
                        chunk("NAME", "Old".getBytes(ISO_8859_1), ByteOrder.BIG_ENDIAN),
                        chunk("SSND", Fixtures.concat(new byte[8], sound), ByteOrder.BIG_ENDIAN));
        return chunk("FORM", body, ByteOrder.BIG_ENDIAN);
    }

    /** ID3v2.3 in front, APEv2 and ID3v1 behind. */
    private static byte[] threeTags() {
        byte[] old = Arrays.copyOf(latin("TAGOld title"), 128);
        old[127] = 17;
        return Fixtures.concat(
                id3(
                        3,
                        0,
                        frame("PRIV", 0, latin("owner\0\1\2")),
                        frame("TIT2", 0, latin("\0Old title")),
                        frame("TYER", 0, latin("\0001990")),
                        frame("COMM", 0, latin("\0eng\0Old comment"))),
                Fixtures.bytes("no-tag.mp3"),
                TagsTest.ape("Title", "Old title", "Year", "1990", "Own", "thing"),
                old);
    }

    /** An INFO list before the sound, ID3v2.4 behind it. */
    private static byte[] twoTags(Path folder) throws IOException {
        Path plain = wav(folder.resolve("plain.wav"));
        byte[] sound = Files.readAllBytes(plain);
        Files.delete(plain);
        byte[] info =
                Fixtures.concat(
                        latin("INFO"),
                        chunk("INAM", latin("Old title\0"), ByteOrder.LITTLE_ENDIAN),
                        chunk("IXYZ", latin("odd"), ByteOrder.LITTLE_ENDIAN));
        byte[] id3 = id3(4, 0, frame("TPE1", 0, latin("\3Old artist")));
        byte[] whole =
                Fixtures.concat(
                        Arrays.copyOf(sound, 12),
                        chunk("LIST", info, ByteOrder.LITTLE_ENDIAN),
                        Arrays.copyOfRange(sound, 12, sound.length),
                        chunk("id3 ", id3, ByteOrder.LITTLE_ENDIAN));
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        return whole;
    }

    static byte[] chunk(String id, byte[] content, ByteOrder order) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(order)
                .put(id.getBytes(ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** An ID3v2.3 or .4 tag of frames below 128 bytes, with padding. */
    static byte[] id3(int version, int flags, byte[]... frames) {
        byte[] body = Fixtures.concat(Fixtures.concat(frames), new byte[20]);
        return Fixtures.concat(
                new byte[] {'I', 'D', '3', (byte) version, 0, (byte) flags},
                new byte[] {0, 0, (byte) (body.length >> 7), (byte) (body.length & 127)},
                body);
    }

    static byte[] frame(String id, int flags, byte[] body) {
        return ByteBuffer.allocate(10 + body.length)
                .put(id.getBytes(ISO_8859_1))
                .putInt(body.length)
                .putShort((short) flags)
                .put(body)
                .array();
    }

    static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** A picture with something in it. */
    static byte[] picture(String format, int width, int height, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), width / 4, height / 4);
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static boolean contains(Path file, byte[] part) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1)
                .contains(new String(part, ISO_8859_1));
    }
}
