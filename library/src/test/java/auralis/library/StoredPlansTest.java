package auralis.library;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.master.MasteringSettings;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.media.MediaSource;
import auralis.library.track.ResultStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPlansTest {
    private static final StreamFormat FORMAT = StreamFormat.mono(44_100);

    @TempDir Path folder;
    private final Map<String, String> stored = new HashMap<>();

    /** Keeps in memory. */
    private final class Memory implements ResultStore {
        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(stored.get(key));
        }

        @Override
        public void put(String key, String json) {
            stored.put(key, json);
        }
    }

    @Test
    void plansAreKeptUnlessAForeignEffectTookPart() throws Exception {
        Path file = tone();
        plan(file, "reverb");
        assertThat(stored).hasSize(1);
        plan(file, "reverb");
        assertThat(stored).hasSize(1);
        plan(file, "delay");
        assertThat(stored).hasSize(2);
        plan(file, "org.example.fuzz");
        assertThat(stored).hasSize(2);
    }

    private void plan(Path file, String effect) throws Exception {
        EffectSettings one = new EffectSettings(effect, true, Map.of());
        try (MediaSource source = Media.open(file)) {
            TrackAnalysis analysis = TrackAnalyzer.analyze(source, Progress.NONE);
            new StoredPlans(new Memory(), EffectCatalogue.BUILT_IN)
                    .of(
                            file,
                            analysis,
                            MasteringSettings.ADAPTIVE.withEffects(RackSettings.of(one)),
                            44_100,
                            Progress.NONE);
        }
    }

    private Path tone() throws Exception {
        AudioBlock block = new AudioBlock(1, 44_100);
        for (int i = 0; i < block.capacity(); i++) {
            block.plane(0)[i] = (float) (0.1 * Math.sin(2 * Math.PI * 440 * i / 44_100));
        }
        Path file = folder.resolve("tone.wav");
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }
}
