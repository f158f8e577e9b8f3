package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.instance.Message;
import auralis.app.platform.PulseRecording;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.PlanState;
import auralis.app.play.Player;
import auralis.app.play.Side;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.master.Preset;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.export.ExportRequest;
import auralis.library.export.ExportResult;
import auralis.library.export.Exporter;
import auralis.library.export.NameTemplate;
import auralis.library.export.OutputFormat;
import auralis.library.export.OverwritePolicy;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.media.Thumbnails;
import auralis.library.preset.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What one hears mastered in the window is what one gets when it is mastered into a file. */
@EnabledIfEnvironmentVariable(named = PulseRecording.SINK, matches = ".+")
class PulseWindowTest extends WindowTestCase {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int FRAMES = 5 * 44_100;

    @TempDir private Path data;

    @Test
    void theDeviceReceivesTheRenderedFile() throws Exception {
        Path file = music.resolve("Chord.wav");
        chord(file);
        try (Library library = new Library(Database.open(data.resolve("library.db")), data);
                Memory memory = new Memory(library.settings());
                Player player = new Player(SoundOutputs.system(), Media::open);
                PulseRecording recording = new PulseRecording(data.resolve("recording.raw"))) {
            library.measuring().start();
            float[][] rendered = samples(render(library, file));
            show(
                    Services.of(
                            library,
                            memory,
                            player,
                            Presets.factory(),
                            new Presets(data.resolve("presets")),
                            new Thumbnails(data.resolve("thumbnails")),
                            Optional.empty()));
            robot.interact(() -> window.receive(Message.open(List.of(file))));
            waitUntil(() -> player.state().mastering() == PlanState.EXACT);
            robot.clickOn(find("master.ab.mastered")).clickOn(find("master.match"));
            waitUntil(() -> label("master.match.state").startsWith("not matched"));
            recording.await(() -> player.state().ended());
            assertThat(player.state().audible()).as(player.state().message()).isTrue();
            assertThat(player.state().side()).isEqualTo(Side.MASTERED);
            recording.awaitSeconds(2);
            long from = recording.frames();
            robot.clickOn(find("play.toggle"));
            waitUntil(() -> player.state().playing());
            recording.await(() -> player.state().ended());
            recording.awaitSeconds(2);
            recording.assertHolds(from, rendered);
        }
    }

    private Path render(Library library, Path file) throws IOException, InterruptedException {
        Preset preset = Presets.factory().get(0);
        OutputFormat format =
                new OutputFormat(
                        OutputFormat.Container.WAV, OptionalInt.of(24), OptionalInt.empty());
        ExportRequest request =
                new ExportRequest(
                        file,
                        data.resolve("out"),
                        preset,
                        format,
                        NameTemplate.SOURCE_NAME,
                        OverwritePolicy.FAIL);
        ExportResult result = new Exporter(library, List.of()).export(request, Progress.NONE);
        return result.output().orElseThrow();
    }

    /** Two chords that swell, and a knock twice a second. */
    private static void chord(Path file) throws IOException {
        AudioBlock block = new AudioBlock(2, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            double t = i / 44_100.0;
            double swell = 0.06 * (1.2 + Math.sin(2 * Math.PI * 0.7 * t));
            double knock = 0.4 * Math.exp(-40 * (t % 0.5)) * Math.sin(2 * Math.PI * 80 * t);
            block.plane(0)[i] = sample(swell * Math.sin(2 * Math.PI * 220 * t) + knock);
            block.plane(1)[i] = sample(swell * Math.sin(2 * Math.PI * 331 * t) + knock);
        }
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(24))) {
            sink.write(block);
            sink.commit();
        }
    }

    private static float sample(double value) {
        return (float) (Math.rint(value * (1 << 23)) / (1 << 23));
    }

    private static float[][] samples(Path file) throws IOException {
        try (MediaSource source = Media.open(file)) {
            AudioBlock block = new AudioBlock(2, FRAMES);
            assertThat(source.read(block)).isEqualTo(FRAMES);
            return new float[][] {block.plane(0), block.plane(1)};
        }
    }
}
