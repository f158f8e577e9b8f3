package auralis.app.shell;

import auralis.app.master.Planner;
import auralis.app.play.StemFeed;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.analysis.Measurements;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMixSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plans for the mix of stems as it is when it is asked; as they are, the stems are the file. The
 * last mixes are remembered. Any thread.
 */
final class MixPlanner implements Planner {
    private static final int MOST = 8;

    private final EffectCatalogue effects;
    private final Planner files;
    private final StemFeed stems;
    private final Map<StemMix, MixPlans> known = remembering(); // guarded by itself

    MixPlanner(EffectCatalogue effects, Planner files, StemFeed stems) {
        this.effects = effects;
        this.files = files;
        this.stems = stems;
    }

    private static <K, V> Map<K, V> remembering() {
        return new LinkedHashMap<>(MOST, 1, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** What is known of the file serves for its tone, until the mix is measured. */
    @Override
    public Impression glance(Path file, Progress progress)
            throws IOException, InterruptedException {
        Impression glance = files.glance(file, progress);
        return stems.mix().isNeutral() && isStereo(glance) ? glance : glance::provisional;
    }

    @Override
    public Plans open(Path file, Progress progress) throws IOException, InterruptedException {
        StemMix mix = stems.mix();
        if (mix.isNeutral()) {
            Plans plans = files.open(file, progress);
            if (isStereo(plans)) {
                return plans;
            }
        }
        synchronized (known) {
            if (known.containsKey(mix)) {
                return known.get(mix);
            }
        }
        MixPlans plans = measured(mix, progress);
        synchronized (known) {
            known.put(mix, plans);
        }
        return plans;
    }

    /** The mix of mono stems is stereo, and louder by 3 LU than the one channel of the file. */
    private static boolean isStereo(Impression impression) {
        return impression
                .measurements()
                .filter(heard -> heard.format().channels() == 2)
                .isPresent();
    }

    /** A mix belongs to no album. */
    @Override
    public Plans openInAlbum(Path file, Progress progress)
            throws IOException, InterruptedException {
        return open(file, progress);
    }

    private MixPlans measured(StemMix mix, Progress progress)
            throws IOException, InterruptedException {
        try (AudioSource source = new StemMixSource(stems.open(), mix)) {
            return new MixPlans(mix, TrackAnalyzer.analyze(source, progress));
        }
    }

    /** Plans for one mix. */
    private final class MixPlans implements Plans {
        private final StemMix mix;
        private final TrackAnalysis analysis;
        private final Map<MasteringSettings, MasteringPlan> plans = remembering(); // by itself

        MixPlans(StemMix mix, TrackAnalysis analysis) {
            this.mix = mix;
            this.analysis = analysis;
        }

        @Override
        public MasteringPlan provisional(MasteringSettings settings) {
            return MasteringPlanner.provisional(analysis, settings);
        }

        @Override
        public Optional<Measurements> measurements() {
            return Optional.of(analysis);
        }

        @Override
        public MasteringPlan exact(MasteringSettings settings, Progress progress)
                throws IOException, InterruptedException {
            synchronized (plans) {
                if (plans.containsKey(settings)) {
                    return plans.get(settings);
                }
            }
            try (AudioSource source = new StemMixSource(stems.open(), mix)) {
                MasteringPlan plan =
                        MasteringPlanner.exact(source, analysis, settings, effects, progress);
                synchronized (plans) {
                    plans.put(settings, plan);
                }
                return plan;
            }
        }
    }
}
