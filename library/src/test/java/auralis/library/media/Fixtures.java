package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Small files of sound beside the tests, and what one does with them. */
final class Fixtures {
    private Fixtures() {}

    static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    static Path copy(Path folder, String name) throws IOException {
        return write(folder, name, bytes(name));
    }

    static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(p -> p.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Everything from the position on, read in blocks of so many frames. */
    static float[][] readAll(AudioSource source, int blockFrames) throws IOException {
        AudioBlock block = new AudioBlock(source.format().channels(), blockFrames);
        float[][] all = new float[block.channels()][0];
        for (int n = source.read(block); n >= 0; n = source.read(block)) {
            int at = all[0].length;
            for (int c = 0; c < all.length; c++) {
                all[c] = Arrays.copyOf(all[c], at + n);
                System.arraycopy(block.plane(c), 0, all[c], at, n);
            }
        }
        return all;
    }

    static float[][] decode(Path file) throws IOException {
        try (MediaSource source = Media.open(file)) {
            return readAll(source, 1000);
        }
    }

    static float[][] part(float[][] planes, int from, int to) {
        return Arrays.stream(planes)
                .map(p -> Arrays.copyOfRange(p, from, to))
                .toArray(float[][]::new);
    }

    /** The largest difference of two decodings of one length. */
    static double distance(float[][] a, float[][] b) {
        double largest = 0;
        for (int c = 0; c < a.length; c++) {
            if (a[c].length != b[c].length) {
                return Double.POSITIVE_INFINITY;
            }
            for (int i = 0; i < a[c].length; i++) {
                largest = Math.max(largest, Math.abs((double) a[c][i] - b[c][i]));
            }
        }
        return largest;
    }
}
