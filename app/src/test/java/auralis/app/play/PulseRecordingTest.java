package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.PulseRecording;
import auralis.app.platform.SoundOutputs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What the sound server receives is what was played. */
@EnabledIfEnvironmentVariable(named = PulseRecording.SINK, matches = ".+")
class PulseRecordingTest {
    @TempDir private Path folder;

    @Test
    void theOriginalIsHeardBitForBit() throws IOException {
        float[][] track = Tracks.grid(5 * 44_100, 16, 9);
        try (PulseRecording recording = new PulseRecording(folder.resolve("recording.raw"));
                Player player =
                        new Player(SoundOutputs.system(), file -> new Tracks.Memory(track, 16))) {
            player.open(Path.of("song.wav"), true);
            recording.await(() -> player.state().ended());
            assertThat(player.state().audible()).as(player.state().message()).isTrue();
            recording.awaitSeconds(1);
            recording.assertHolds(0, track);
        }
    }
}
