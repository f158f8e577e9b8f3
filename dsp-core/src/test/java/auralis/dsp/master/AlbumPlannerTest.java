package auralis.dsp.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.effect.EffectCatalogue;
import auralis.dsp.engine.ProcessedSource;
import auralis.dsp.meter.LoudnessMeter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracks of an album keep their places beside each other. */
class AlbumPlannerTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(44_100);
    private static final int FRAMES = 6 * 44_100;

    @Test
    void differencesStayAndTheAlbumReachesItsTarget() throws Exception {
        List<float[][]> sounds = List.of(music(0.10), music(0.05), music(0.10));
        List<MasteringPlan> plans = plans(sounds, MasteringSettings.ADAPTIVE);
        assertThat(plans).extracting(MasteringPlan::gainDb).containsOnly(plans.get(0).gainDb());
        LoudnessMeter album = new LoudnessMeter();
        album.prepare(STEREO, FRAMES);
        List<Double> lufs = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            float[][] mastered =
                    MemorySource.readAll(
                            new ProcessedSource(
                                    new MemorySource(STEREO, sounds.get(i)),
                                    new MasteringChain(plans.get(i))),
                            8192);
            LoudnessMeter track = new LoudnessMeter();
            track.prepare(STEREO, FRAMES);
            track.process(AudioBlock.of(mastered));
            lufs.add(track.result().integratedLufs().getAsDouble());
            album.process(AudioBlock.of(mastered));
        }
        assertThat(album.result().integratedLufs().getAsDouble()).isCloseTo(-14, within(0.1));
        assertThat(lufs.get(0) - lufs.get(1)).isCloseTo(6.02, within(0.5));
        assertThat(lufs.get(0)).isCloseTo(lufs.get(2), within(0.1));
    }

    @Test
    void aLoudTrackHoldsTheAlbumBack() throws Exception {
        float[][] loud = TestSignals.square(STEREO, FRAMES, 220, 0.5);
        List<MasteringPlan> plans =
                plans(List.of(music(0.01), music(0.01), loud), MasteringSettings.ADAPTIVE);
        assertThat(plans.get(0).gainDb()).isLessThan(0.5);
    }

    @Test
    void anAlbumOfSilenceIsLeftAlone() throws Exception {
        List<MasteringPlan> plans =
                plans(List.<float[][]>of(new float[2][FRAMES]), MasteringSettings.ADAPTIVE);
        assertThat(plans.get(0).isNeutral()).isTrue();
    }

    private static List<MasteringPlan> plans(List<float[][]> sounds, MasteringSettings settings)
            throws Exception {
        List<AlbumPlanner.Track> tracks = new ArrayList<>();
        for (float[][] sound : sounds) {
            tracks.add(
                    new AlbumPlanner.Track(
                            () -> new MemorySource(STEREO, sound),
                            TrackAnalyzer.analyze(new MemorySource(STEREO, sound), Progress.NONE)));
        }
        return AlbumPlanner.exact(tracks, settings, EffectCatalogue.BUILT_IN, Progress.NONE);
    }

    private static float[][] music(double gain) {
        float[][] planes = TestSignals.music(STEREO, FRAMES);
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= (float) gain;
            }
        }
        return planes;
    }
}
