package auralis.dsp.engine;

import static auralis.dsp.engine.Frames.NULL_DBFS;
import static auralis.dsp.engine.Frames.assertSame;
import static auralis.dsp.engine.Frames.differenceDb;
import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import org.junit.jupiter.api.Test;

/** The real chain behind cached chunks, on music that every stage has something to do with. */
class CachedMasteringTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(44_100);
    private static final int FRAMES = 26 * FORMAT.sampleRate();

    @Test
    void goesOnBehindCachedChunksAsIfItHadRunFromTheStart() throws Exception {
        float[][] track = clipped(TestSignals.music(FORMAT, FRAMES));
        var analysis = TrackAnalyzer.analyze(new MemorySource(FORMAT, track), Progress.NONE);
        MasteringPlan plan = MasteringPlanner.provisional(analysis, MasteringSettings.ADAPTIVE);
        float[][] offline =
                MemorySource.readAll(
                        new ProcessedSource(
                                new MemorySource(FORMAT, track), new MasteringChain(plan)),
                        8192);
        RenderCache cache = new RenderCache(64 << 20);
        Listener first = play(track, plan, cache);
        first.readFrames(100_000);
        assertSame(first.mastered, 0, offline, 0, 100_000);
        PlaybackRenderer renderer = first.renderer();
        int ahead = (int) FORMAT.frames(Spans.AHEAD_SECONDS);
        Listener.await(() -> renderer.ready(renderer.generation(), ahead, true));
        int cached = ahead + 100_000;
        renderer.close();

        Listener second = play(track, plan, cache).playToEnd();
        assertThat(second.frames).isEqualTo(FRAMES);
        int joint = cached / Chunk.FRAMES * Chunk.FRAMES;
        assertSame(second.mastered, 0, offline, 0, joint);
        assertThat(differenceDb(second.mastered, 0, offline, 0, FRAMES)).isLessThan(NULL_DBFS);
        second.renderer().close();
    }

    private static Listener play(float[][] track, MasteringPlan plan, RenderCache cache) {
        PlaybackRenderer renderer =
                new PlaybackRenderer(new MemorySource(FORMAT, track), "track", cache, 0);
        renderer.chain(new MasteringChain(plan), plan);
        Listener.await(renderer::masteredReady);
        return new Listener(renderer, true);
    }

    private static float[][] clipped(float[][] planes) {
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.max(-1, Math.min(1, 2 * plane[i]));
            }
        }
        return planes;
    }
}
