package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import auralis.app.platform.SoundOutputs;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the sound server receives is what was played: a recording of a PulseAudio null sink (44.1
 * kHz, 16 bits, stereo, {@code norewinds=1}) holds every frame of the track in order. Silence that
 * a busy machine puts in between is tolerated, nothing else.
 *
 * <p>Runs where {@code AURALIS_PULSE_SINK} names the sink's monitor, {@code ALSA_CONFIG_PATH} leads
 * the default ALSA device to that server, and {@code parec} is installed.
 */
@EnabledIfEnvironmentVariable(named = "AURALIS_PULSE_SINK", matches = ".+")
class PulseRecordingTest {
    private static final int FRAMES = 5 * 44_100;
    private static final int BYTES_PER_SECOND = 4 * 44_100;
    private static final long PATIENCE_NANOS = 90_000_000_000L;

    /** Recorders lose the beginning of what is played sooner after their start. */
    private static final int LEAD_SECONDS = 4;

    private static final Path FILE = Path.of("song.wav");

    @TempDir private Path folder;

    @Test
    void theRecordingHoldsEveryFrameInOrder() throws IOException, InterruptedException {
        float[][] track = Tracks.grid(FRAMES, 16, 9);
        ShortBuffer heard = record(track);
        int found = 0;
        while (heard.hasRemaining()) {
            short left = heard.get();
            short right = heard.get();
            if (found < FRAMES
                    && left == Math.round(track[0][found] * 32768)
                    && right == Math.round(track[1][found] * 32768)) {
                found++;
            } else if (left != 0 || right != 0) {
                fail("after %d frames came %d, %d, which was not played", found, left, right);
            }
        }
        assertThat(found).isEqualTo(FRAMES);
    }

    private ShortBuffer record(float[][] track) throws IOException, InterruptedException {
        File recording = folder.resolve("recording.raw").toFile();
        Process recorder =
                new ProcessBuilder(
                                "parec",
                                "--device=" + System.getenv("AURALIS_PULSE_SINK"),
                                "--format=s16le",
                                "--rate=44100",
                                "--channels=2",
                                "--latency-msec=50",
                                "--raw")
                        .redirectOutput(recording)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (Player player =
                new Player(SoundOutputs.system(), file -> new Tracks.Memory(track, 16))) {
            awaitBytes(recorder, recording, (long) LEAD_SECONDS * BYTES_PER_SECOND);
            player.open(FILE, true);
            await(recorder, () -> player.state().ended());
            assertThat(player.state().audible()).as(player.state().message()).isTrue();
            awaitBytes(recorder, recording, recording.length() + BYTES_PER_SECOND);
        } finally {
            recorder.destroy();
            assertThat(recorder.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        byte[] bytes = Files.readAllBytes(recording.toPath());
        int whole = bytes.length / 4 * 4;
        return ByteBuffer.wrap(bytes, 0, whole).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    private static void awaitBytes(Process recorder, File file, long bytes) {
        await(recorder, () -> file.length() >= bytes);
    }

    private static void await(Process recorder, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(recorder.isAlive()).as("parec records").isTrue();
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
