package auralis.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A recording of what a PulseAudio null sink receives (44.1 kHz, 32 bits, stereo, {@code
 * norewinds=1}), whose monitor {@code AURALIS_PULSE_SINK} names. {@code ALSA_CONFIG_PATH} leads the
 * default ALSA device to that server.
 */
public final class PulseRecording implements AutoCloseable {
    public static final String SINK = "AURALIS_PULSE_SINK";

    private static final long BYTES_PER_SECOND = 8 * 44_100;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    /** Recorders lose the beginning of what is played sooner after their start. */
    private static final int LEAD_SECONDS = 4;

    private final Path file;
    private final Process recorder;

    /** Starts to record, and comes back when nothing will be lost any more. */
    public PulseRecording(Path file) throws IOException {
        this.file = file;
        recorder =
                new ProcessBuilder(
                                "parec",
                                "--device=" + System.getenv(SINK),
                                "--format=s32le",
                                "--rate=44100",
                                "--channels=2",
                                "--latency-msec=50",
                                "--raw")
                        .redirectOutput(file.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        awaitSeconds(LEAD_SECONDS);
    }

    /** Waits until so much more was recorded. */
    public void awaitSeconds(int seconds) {
        File recorded = file.toFile();
        long enough = recorded.length() + seconds * BYTES_PER_SECOND;
        await(() -> recorded.length() >= enough);
    }

    public void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(recorder.isAlive()).as("parec records").isTrue();
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Where the recording stands, to begin {@link #assertHolds} there. */
    public long frames() {
        return file.toFile().length() / 8;
    }

    /**
     * Every frame in order and nothing else. Silence that a busy machine puts in between is
     * tolerated.
     *
     * @param from frame of the recording
     * @param track planes of samples of full scale ±1, on the grid of 24 bits
     */
    public void assertHolds(long from, float[][] track) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        IntBuffer heard =
                ByteBuffer.wrap(bytes, 0, bytes.length / 8 * 8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asIntBuffer()
                        .position((int) (2 * from));
        int found = 0;
        while (heard.hasRemaining()) {
            int left = heard.get();
            int right = heard.get();
            if (found < track[0].length
                    && left == sample(track[0][found])
                    && right == sample(track[1][found])) {
                found++;
            } else if (left != 0 || right != 0) {
                fail(
                        "after %d frames came %x, %x instead of %s",
                        found, left, right, hex(track, found));
            }
        }
        assertThat(found).isEqualTo(track[0].length);
    }

    /**
     * What was heard, without the silence before, behind and in gaps that a busy machine may cause.
     *
     * @param from frame of the recording
     * @return planes of samples of full scale ±1
     */
    public double[][] heard(long from) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        IntBuffer all =
                ByteBuffer.wrap(bytes, 0, bytes.length / 8 * 8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asIntBuffer();
        double[][] heard = new double[2][all.capacity() / 2];
        int frames = 0;
        for (int i = (int) from; i < all.capacity() / 2; i++) {
            int left = all.get(2 * i);
            int right = all.get(2 * i + 1);
            if (left != 0 || right != 0) {
                heard[0][frames] = left / (double) (1L << 31);
                heard[1][frames] = right / (double) (1L << 31);
                frames++;
            }
        }
        return new double[][] {Arrays.copyOf(heard[0], frames), Arrays.copyOf(heard[1], frames)};
    }

    private static String hex(float[][] track, int frame) {
        return frame == track[0].length
                ? "the end"
                : String.format("%x, %x", sample(track[0][frame]), sample(track[1][frame]));
    }

    private static int sample(float value) {
        return Math.round(value * (1 << 23)) << 8;
    }

    @Override
    public void close() {
        recorder.destroyForcibly();
        recorder.onExit().join();
    }
}
