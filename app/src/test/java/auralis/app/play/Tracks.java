package auralis.app.play;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.library.media.MediaFormat;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Semaphore;

/** Tracks in memory for the player. */
final class Tracks {
    static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    private Tracks() {}

    /** Noise of one sign on the grid of a bit depth, between a quarter and half of full scale. */
    static float[][] grid(int frames, int bitDepth, long seed) {
        Random random = new Random(seed);
        int full = 1 << (bitDepth - 1);
        float[][] planes = new float[2][frames];
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = (full / 4f + random.nextInt(full / 4)) / full;
            }
        }
        return planes;
    }

    /** A track that may need a permit per frame, and break off. */
    static final class Memory implements MediaSource {
        final Semaphore permits = new Semaphore(Integer.MAX_VALUE);
        final float[][] planes;
        long breaksAt = Long.MAX_VALUE;
        volatile boolean closed;
        private final StreamFormat format;
        private final int bitDepth;
        private volatile int at;

        Memory(float[][] planes, int bitDepth) {
            this(FORMAT, planes, bitDepth);
        }

        Memory(StreamFormat format, float[][] planes, int bitDepth) {
            this.format = format;
            this.planes = planes;
            this.bitDepth = bitDepth;
        }

        boolean isRead() {
            return at >= planes[0].length;
        }

        @Override
        public MediaFormat media() {
            return new MediaFormat("wav", format, OptionalInt.of(bitDepth));
        }

        @Override
        public OptionalLong frames() {
            return OptionalLong.of(planes[0].length);
        }

        @Override
        public int read(AudioBlock block) throws IOException {
            if (at >= planes[0].length) {
                return -1;
            }
            if (at >= breaksAt) {
                throw new IOException("song.wav: the file ends early. Copy it again.");
            }
            int frames = (int) Math.min(block.frames(), Math.min(planes[0].length, breaksAt) - at);
            try {
                permits.acquire(frames);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("cancelled", e);
            }
            for (int c = 0; c < planes.length; c++) {
                System.arraycopy(planes[c], at, block.plane(c), block.from(), frames);
            }
            int next = at + frames;
            at = next;
            return frames;
        }

        @Override
        public void seek(long frame) {
            at = (int) Math.min(frame, planes[0].length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
