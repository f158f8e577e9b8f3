package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.Listening;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.library.media.Encoding;
import auralis.library.media.FileHash;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultAnalyzerTest {
    private static final int RATE = 48_000;

    @TempDir Path folder;

    /** A comparison of before and after means nothing unless both are measured alike. */
    @Test
    void measuresAResultAsTheAnalysisMeasuresASource() throws Exception {
        Path file = noise(folder.resolve("noise.wav"), 2, 1);
        TrackAnalysis analysis;
        try (MediaSource source = Media.open(file)) {
            analysis = TrackAnalyzer.analyze(source, Progress.NONE);
        }
        ResultAnalyzer analyzer = new ResultAnalyzer();
        try (MediaSource source = Media.open(file)) {
            Listening.listen(source, List.of(analyzer), Progress.NONE);
        }
        ResultAnalyzer.Result result = analyzer.result();
        assertThat(result.measurement())
                .isEqualTo(Measurement.of(analysis.loudness(), analysis.peaks()));
        SoundPicture before = SoundPicture.of(analysis);
        SoundPicture after = result.picture();
        assertThat(after.thirdOctaveDb()).hasSize(30).isEqualTo(before.thirdOctaveDb());
        assertThat(after.loudness()).isEqualTo(before.loudness());
        assertThat(after.loudness().lufs()).hasSize(21);
        assertThat(after.stereoWidth().getAsDouble())
                .isCloseTo(before.stereoWidth().getAsDouble(), within(1e-6));
        assertThat(after.phaseCorrelation().getAsDouble())
                .isCloseTo(before.phaseCorrelation().getAsDouble(), within(1e-6));
    }

    @Test
    void saysWhatIsWrongWithASource() throws Exception {
        assertThat(warnings(noise(folder.resolve("mono.wav"), 1, 1)))
                .containsExactly("The source is mono.");
        assertThat(warnings(noise(folder.resolve("clipped.wav"), 2, 3)))
                .singleElement()
                .asString()
                .contains("clipped");
        assertThat(warnings(noise(folder.resolve("good.wav"), 2, 1))).isEmpty();
    }

    @Test
    void aHashIsThatOfTheFile() throws Exception {
        Path file = folder.resolve("abc");
        Files.writeString(file, "abc");
        // FIPS 180-2, appendix B.1.
        assertThat(FileHash.sha256(file, Progress.NONE))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static List<String> warnings(Path file) throws Exception {
        try (MediaSource source = Media.open(file)) {
            return SourceWarnings.of(TrackAnalyzer.analyze(source, Progress.NONE), source.media());
        }
    }

    /** Five seconds, cut off where the gain takes it over full scale. */
    private static Path noise(Path file, int channels, double gain) throws Exception {
        Random random = new Random(7);
        AudioBlock block = new AudioBlock(channels, 5 * RATE);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < block.frames(); i++) {
                double value = gain * 0.2 * random.nextGaussian();
                block.plane(c)[i] = (float) Math.max(-0.9, Math.min(0.9, value));
            }
        }
        StreamFormat format = channels == 1 ? StreamFormat.mono(RATE) : StreamFormat.stereo(RATE);
        try (AudioSink sink = Media.create(file, format, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }
}
