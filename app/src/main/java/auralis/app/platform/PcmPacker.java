package auralis.app.platform;

import auralis.dsp.AudioBlock;

/** Packs float planes into interleaved little-endian signed integers of 16, 24 or 32 bits. */
final class PcmPacker {
    private final int channels;
    private final int bytesPerSample;
    private final float scale;
    private byte[] bytes;

    /** Room is made for blocks of {@code frames} frames. */
    PcmPacker(int channels, int bitDepth, int frames) {
        this.channels = channels;
        this.bytesPerSample = bitDepth / 8;
        this.scale = 1L << (bitDepth - 1);
        this.bytes = new byte[frames * bytesPerFrame()];
    }

    int bitDepth() {
        return bytesPerSample * 8;
    }

    int bytesPerFrame() {
        return channels * bytesPerSample;
    }

    /** What {@link #pack} filled; longer than needed. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Packs the window; makes more room only for a block longer than announced.
     *
     * @return how many bytes were filled
     */
    int pack(AudioBlock block) {
        int length = block.frames() * bytesPerFrame();
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        for (int c = 0; c < channels; c++) {
            pack(block.plane(c), block.from(), block.to(), c * bytesPerSample);
        }
        return length;
    }

    private void pack(float[] plane, int from, int to, int offset) {
        int stride = bytesPerFrame();
        for (int i = from, at = offset; i < to; i++, at += stride) {
            put(sample(plane[i]), at);
        }
    }

    /**
     * Scaling by a power of two is exact, so a sample on the grid comes out as it was. With 32 bits
     * the largest float is full scale itself, which rounding saturates.
     */
    private int sample(float value) {
        float scaled = Math.max(-scale, Math.min(scale - 1, value * scale));
        return Math.round(scaled);
    }

    private void put(int sample, int at) {
        for (int b = 0; b < bytesPerSample; b++) {
            bytes[at + b] = (byte) (sample >> (8 * b));
        }
    }
}
