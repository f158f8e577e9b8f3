package auralis.library;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.resample.ResampledSource;
import auralis.library.json.Json;
import auralis.library.media.Media;
import auralis.library.track.ResultStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Exact plans by content, settings, rate and engine version. */
final class StoredPlans {
    private final ResultStore store;
    private final EffectCatalogue effects;

    StoredPlans(ResultStore store, EffectCatalogue effects) {
        this.store = store;
        this.effects = effects;
    }

    /**
     * @param progress is advanced by the frames at the new rate, found or not
     */
    MasteringPlan of(
            Path file,
            TrackAnalysis analysis,
            MasteringSettings settings,
            int sampleRate,
            Progress progress)
            throws IOException, InterruptedException {
        String key = key(file, settings, sampleRate);
        Optional<String> stored = store.get(key);
        if (stored.isPresent()) {
            long frames = (long) (analysis.seconds() * sampleRate);
            progress.advance(frames);
            return Json.read(stored.get(), MasteringPlan.class);
        }
        try (AudioSource source = ResampledSource.of(Media.open(file), sampleRate)) {
            MasteringPlan plan =
                    MasteringPlanner.exact(source, analysis, settings, effects, progress);
            if (isLasting(settings)) {
                store.put(key, Json.write(plan));
            }
            return plan;
        }
    }

    /** A foreign effect may be another one tomorrow, under the same name. */
    private static boolean isLasting(MasteringSettings settings) {
        return settings.effects().effects().stream()
                .map(EffectSettings::effect)
                .allMatch(id -> EffectCatalogue.BUILT_IN.find(id).isPresent());
    }

    private static String key(Path file, MasteringSettings settings, int sampleRate)
            throws IOException {
        return String.join(
                "/",
                StoredAnalyses.content(file),
                Integer.toString(TrackAnalysis.VERSION),
                Integer.toString(MasteringPlan.ENGINE_VERSION),
                Integer.toString(sampleRate),
                Json.write(settings));
    }
}
