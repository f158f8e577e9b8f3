package auralis.library.separate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.separate.Stem;
import auralis.library.Library;
import auralis.library.db.Database;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.model.Model;
import auralis.library.model.ModelKind;
import auralis.library.model.ModelStore;
import auralis.library.separate.neural.GeneratedModels;
import auralis.library.worker.ChildProcess;
import auralis.library.worker.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model from its file to the stems, through the process that runs it. */
class NeuralSeparationTest {
    private static final int SEGMENT = 44_100;
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);

    /** The other process. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            ChildProgram.serve(Library.childTasks());
        }
    }

    @TempDir private Path folder;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        Path data = folder.resolve("data");
        library =
                new Library(
                        Database.open(data.resolve("auralis.db")),
                        data,
                        EffectCatalogue.BUILT_IN,
                        ChildProcess.sameProgram(Child.class.getName()));
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    @Test
    void anImportedModelTakesAFileApart() throws Exception {
        Path file = folder.resolve("my model.onnx");
        Files.write(file, GeneratedModels.waveform(SEGMENT, 4));
        ModelStore models = library.models();
        Model model = models.importFrom(file, ModelKind.SEPARATION, Progress.NONE);
        assertThat(model.makes()).containsExactly("vocals", "drums", "bass", "other");

        double hz = GeneratedModels.toneHz(1, 4);
        Path song = tone(hz);
        SeparationSettings settings = SeparationSettings.with(model.id());
        assertThat(library.separations().stems(settings))
                .containsExactly(Stem.VOCALS, Stem.DRUMS, Stem.BASS, Stem.OTHER);
        StemSet set = library.separations().of(song, settings, Progress.NONE).set();
        assertThat(set.engine()).isEqualTo("my-model");
        assertThat(set.frames()).isEqualTo(3L * FORMAT.sampleRate());
        assertThat(set.residualDbfs()).isLessThan(-120);
        assertThat(level(set, Stem.BASS)).isGreaterThan(-13);
        assertThat(level(set, Stem.DRUMS)).isLessThan(-50);
    }

    private static double level(StemSet set, Stem stem) {
        return set.parts().stream()
                .filter(part -> part.stem() == stem)
                .findFirst()
                .orElseThrow()
                .rmsDbfs();
    }

    @Test
    void whatIsNoModelIsRefusedWithASentence() throws Exception {
        Path file = folder.resolve("model.onnx");
        byte[] bytes = GeneratedModels.waveform(SEGMENT, 4);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(
                        () ->
                                library.models()
                                        .importFrom(file, ModelKind.SEPARATION, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.onnx");
        assertThat(library.models().models()).isEmpty();
    }

    private Path tone(double hz) throws IOException {
        AudioBlock block = new AudioBlock(2, 3 * FORMAT.sampleRate());
        for (int i = 0; i < block.capacity(); i++) {
            float sample = (float) (0.4 * Math.sin(2 * Math.PI * hz * i / FORMAT.sampleRate()));
            block.plane(0)[i] = sample;
            block.plane(1)[i] = sample;
        }
        Path file = folder.resolve("tone.wav");
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }
}
