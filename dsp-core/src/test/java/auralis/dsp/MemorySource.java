package auralis.dsp;

import java.util.OptionalLong;

/** A source over samples in memory. */
public final class MemorySource implements AudioSource {
    private final StreamFormat format;
    private final float[][] planes;
    private long position;

    public MemorySource(StreamFormat format, float[][] planes) {
        this.format = format;
        this.planes = planes;
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public OptionalLong frames() {
        return OptionalLong.of(planes[0].length);
    }

    @Override
    public int read(AudioBlock block) {
        if (position >= planes[0].length) {
            return -1;
        }
        int frames = (int) Math.min(block.frames(), planes[0].length - position);
        for (int c = 0; c < planes.length; c++) {
            System.arraycopy(planes[c], (int) position, block.plane(c), block.from(), frames);
        }
        position += frames;
        return frames;
    }

    @Override
    public void seek(long frame) {
        position = frame;
    }

    @Override
    public void close() {}

    /** Reads a source to its end in blocks of one length. */
    public static float[][] readAll(AudioSource source, int blockFrames)
            throws java.io.IOException {
        java.util.List<float[][]> pieces = new java.util.ArrayList<>();
        AudioBlock block = new AudioBlock(source.format().channels(), blockFrames);
        int total = 0;
        for (int n = source.read(block); n >= 0; n = source.read(block)) {
            float[][] piece = new float[block.channels()][];
            for (int c = 0; c < piece.length; c++) {
                piece[c] = java.util.Arrays.copyOf(block.plane(c), n);
            }
            pieces.add(piece);
            total += n;
        }
        float[][] all = new float[block.channels()][total];
        int at = 0;
        for (float[][] piece : pieces) {
            for (int c = 0; c < all.length; c++) {
                System.arraycopy(piece[c], 0, all[c], at, piece[c].length);
            }
            at += piece[0].length;
        }
        return all;
    }
}
