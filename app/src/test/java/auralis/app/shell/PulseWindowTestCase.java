package auralis.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.PulseRecording;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.Player;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real window plays real files into a real sound server, which is recorded. Each class of such
 * tests says itself that it needs the server; that is not inherited.
 */
abstract class PulseWindowTestCase extends WindowTestCase {
    static final int RATE = 44_100;

    @TempDir Path data;
    Library library;
    Player player;
    PulseRecording recording;
    private Memory memory;
    private SoundOutputs outputs;

    @BeforeEach
    void open() throws IOException {
        library = new Library(Database.open(data.resolve("library.db")), data);
        memory = new Memory(library.settings());
        outputs = SoundOutputs.system();
        player = new Player(outputs, new LibraryOpener(library));
        recording = new PulseRecording(data.resolve("recording.raw"));
        outputs.watch();
        library.measuring().start();
        show(services(library, memory, player, data));
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        closeWindow();
        window.awaitEnd();
        recording.close();
        player.close();
        outputs.close();
        memory.close();
        library.close();
    }

    /** One by one, because several come in any order. */
    void add(Path... files) {
        int count = 0;
        for (Path file : files) {
            int there = ++count;
            robot.interact(() -> window.add(List.of(file)));
            waitUntil(() -> table().getItems().size() == there);
        }
    }

    /** Plays a row of the list, then what follows it there. */
    void playRow(int row) {
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().clearAndSelect(row);
                });
        robot.type(KeyCode.ENTER);
        recording.await(() -> player.state().sampleRate() > 0);
        assertThat(player.state().audible()).as(player.state().message()).isTrue();
    }

    /** As {@code master} does it by a preset, in a WAV file of 24 bits. */
    Path render(Path file, Preset preset) throws IOException, InterruptedException {
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
                        OverwritePolicy.NUMBER);
        ExportResult result = new Exporter(library, List.of()).export(request, Progress.NONE);
        return result.output().orElseThrow();
    }

    /** On the grid of 24 bits. */
    Path write(String name, float[][] planes, Encoding encoding) throws IOException {
        Path file = music.resolve(name + "." + encoding.extension());
        try (AudioSink sink = Media.create(file, StreamFormat.stereo(RATE), encoding)) {
            sink.write(AudioBlock.of(planes));
            sink.commit();
        }
        return file;
    }

    static float[][] samples(Path file) throws IOException {
        try (MediaSource source = Media.open(file)) {
            int frames = (int) source.frames().orElseThrow();
            AudioBlock block = new AudioBlock(2, frames);
            for (int at = 0; at < frames; ) {
                at += source.read(block.window(at, frames));
            }
            return new float[][] {block.plane(0), block.plane(1)};
        }
    }

    static float sample(double value) {
        return (float) (Math.rint(value * (1 << 23)) / (1 << 23));
    }
}
