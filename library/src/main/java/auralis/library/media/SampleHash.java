package auralis.library.media;

import auralis.dsp.AudioBlock;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A check sum of samples, the same however a stream is cut into blocks. */
final class SampleHash {
    private final CRC32C[] sums;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private long frames;

    SampleHash(int channels) {
        sums = new CRC32C[channels];
        Arrays.setAll(sums, c -> new CRC32C());
    }

    /** Adds the window of a block. */
    void add(AudioBlock block) {
        if (bytes.capacity() < Float.BYTES * block.frames()) {
            bytes = ByteBuffer.allocate(Float.BYTES * block.frames());
        }
        for (int c = 0; c < sums.length; c++) {
            bytes.clear();
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.to(); i++) {
                // Adding zero makes one of the two zeros, which integers do not tell apart.
                bytes.putFloat(plane[i] + 0f);
            }
            sums[c].update(bytes.flip());
        }
        frames += block.frames();
    }

    long frames() {
        return frames;
    }

    int channels() {
        return sums.length;
    }

    /** Whether the same samples were added to another one. */
    boolean matches(SampleHash other) {
        return Arrays.equals(values(), other.values());
    }

    private long[] values() {
        return Arrays.stream(sums).mapToLong(CRC32C::getValue).toArray();
    }
}
