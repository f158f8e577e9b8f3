package auralis.library.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.library.tag.TagEdit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    private static final Logger LOGGER = Logger.getLogger(Thumbnails.class.getName());

    @TempDir Path folder;
    private final List<String> logged = new ArrayList<>();
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    logged.add(line.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(listener);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(listener);
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void aThumbnailFitsItsSquareAndIsMadeOnce() throws IOException {
        Path file = song("a.flac", TagFixtures.picture("jpg", 1500, 500, 1));
        Thumbnails thumbnails = new Thumbnails(folder.resolve("thumbs"));
        BufferedImage small = image(thumbnails.of(file, 64));
        assertThat(small.getWidth()).isEqualTo(64);
        assertThat(small.getHeight()).isEqualTo(21);
        assertThat(image(thumbnails.of(file, 256)).getWidth()).isEqualTo(256);
        Path other = song("b.flac", TagFixtures.picture("jpg", 1500, 500, 1));
        assertThat(thumbnails.of(other, 64)).isPresent();
        List<Path> kept = kept();
        assertThat(kept).hasSize(2);
        // A second life: what is on the disk is what is answered.
        for (Path thumbnail : kept) {
            Files.write(thumbnail, new byte[] {1, 2, 3});
        }
        assertThat(new Thumbnails(folder.resolve("thumbs")).of(file, 64))
                .contains(new byte[] {1, 2, 3});
    }

    @Test
    void aThumbnailIsAFileForOtherPrograms() throws IOException {
        Path file = song("a.flac", TagFixtures.picture("jpg", 1500, 500, 1));
        Thumbnails thumbnails = new Thumbnails(folder.resolve("thumbs"));
        Path thumbnail = thumbnails.file(file, 512).orElseThrow();
        assertThat(thumbnails.of(file, 512)).contains(Files.readAllBytes(thumbnail));
        assertThat(thumbnails.file(folder.resolve("away.flac"), 512)).isEmpty();
    }

    @Test
    void smallPicturesAreNotBlownUpAndTransparentOnesStaySo() throws IOException {
        BufferedImage clear = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", png);
        Path file = song("a.flac", png.toByteArray());
        Thumbnails thumbnails = new Thumbnails(folder.resolve("thumbs"));
        BufferedImage image = image(thumbnails.of(file, 64));
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(image.getRGB(3, 3) >>> 24).isZero();
        assertThatThrownBy(() -> thumbnails.of(file, 5000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesOfTheFileAndOfTheFolderAreSeen() throws IOException {
        Path file = Fixtures.copy(folder, "stereo-16.flac");
        Thumbnails thumbnails = new Thumbnails(folder.resolve("thumbs"));
        assertThat(thumbnails.of(file, 64)).isEmpty();
        Path cover = Fixtures.write(folder, "cover.png", TagFixtures.picture("png", 50, 50, 1));
        later(folder, 5);
        byte[] first = thumbnails.of(file, 64).orElseThrow();
        assertThat(thumbnails.of(file, 64).orElseThrow()).isEqualTo(first);
        Files.write(cover, TagFixtures.picture("png", 50, 50, 2));
        later(cover, 5);
        byte[] second = thumbnails.of(file, 64).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        Media.retag(file, TagEdit.NONE.withPicture(TagFixtures.picture("png", 50, 50, 1)));
        assertThat(thumbnails.of(file, 64).orElseThrow()).isEqualTo(first);
    }

    @Test
    void aDamagedPictureIsNoneAndSaidOnce() throws IOException {
        byte[] whole = TagFixtures.picture("png", 300, 300, 1);
        Path file = song("a.flac", Arrays.copyOf(whole, 60));
        Path other = song("b.flac", Arrays.copyOf(whole, 60));
        Thumbnails thumbnails = new Thumbnails(folder.resolve("thumbs"));
        for (int i = 0; i < 3; i++) {
            assertThat(thumbnails.of(file, 64)).isEmpty();
            assertThat(thumbnails.of(other, 64)).isEmpty();
        }
        assertThat(logged).hasSize(1);
    }

    @Test
    void aPictureOfAHundredMegapixelsIsRefusedUnread() throws IOException {
        byte[] png = TagFixtures.picture("png", 20, 20, 1);
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 20_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        Path file = song("a.flac", png);
        assertThat(new Thumbnails(folder.resolve("thumbs")).of(file, 64)).isEmpty();
        assertThat(logged).hasSize(1);
    }

    @Test
    void theFolderKeepsItsBoundAndLosesWhatWasNotUsed() throws IOException {
        Thumbnails thumbnails = new Thumbnails(folder.resolve("thumbs"), 20_000);
        Path loved = song("loved.flac", TagFixtures.picture("png", 300, 300, 99));
        byte[] first = thumbnails.of(loved, 256).orElseThrow();
        for (int i = 0; i < 12; i++) {
            Path file = song("n" + i + ".flac", TagFixtures.picture("png", 300, 300, i));
            thumbnails.of(file, 256);
            for (Path kept : kept()) {
                assertThat(thumbnails.of(loved, 256).orElseThrow()).isEqualTo(first);
                long age = Files.getLastModifiedTime(kept).toMillis();
                if (!Arrays.equals(Files.readAllBytes(kept), first)) {
                    Files.setLastModifiedTime(kept, FileTime.fromMillis(age - 7_200_000));
                }
            }
            long bytes = 0;
            for (Path kept : kept()) {
                bytes += Files.size(kept);
            }
            assertThat(bytes).isLessThanOrEqualTo(20_000);
        }
        assertThat(kept()).hasSizeBetween(1, 8);
        for (Path kept : kept()) {
            if (Arrays.equals(Files.readAllBytes(kept), first)) {
                return;
            }
        }
        throw new AssertionError("the one in use was deleted");
    }

    @Test
    void manyThreadsGetTheSame() throws Exception {
        Path file = song("a.flac", TagFixtures.picture("png", 400, 400, 5));
        Thumbnails thumbnails = new Thumbnails(folder.resolve("thumbs"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<byte[]>>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(() -> thumbnails.of(file, 64));
            }
            byte[] one = thumbnails.of(file, 64).orElseThrow();
            for (Future<Optional<byte[]>> answer : threads.invokeAll(calls)) {
                assertThat(answer.get().orElseThrow()).isEqualTo(one);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(kept()).hasSize(1);
    }

    private Path song(String name, byte[] picture) throws IOException {
        Path file = Fixtures.write(folder, name, Fixtures.bytes("stereo-16.flac"));
        Media.retag(file, TagEdit.NONE.withPicture(picture));
        return file;
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("thumbs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void later(Path file, int seconds) throws IOException {
        long now = Files.getLastModifiedTime(file).toMillis();
        Files.setLastModifiedTime(file, FileTime.fromMillis(now + seconds * 1000L));
    }

    private static BufferedImage image(Optional<byte[]> coded) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(coded.orElseThrow()));
    }
}
