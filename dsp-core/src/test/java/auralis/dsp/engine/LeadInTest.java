package auralis.dsp.engine;

import static auralis.dsp.engine.Frames.NULL_DBFS;
import static auralis.dsp.engine.Frames.assertSame;
import static auralis.dsp.engine.Frames.differenceDb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import auralis.dsp.AudioProcessor;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.master.MasteringChain;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard of an album is what is exported of it. */
class LeadInTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(22_050);
    private static final double SECONDS = MasteringChain.PREROLL_SECONDS;
    private static final int JOIN = 100_001;
    private static final int FRAMES = 250_000;
    private static final float[][] ALBUM = quiet(TestSignals.music(FORMAT, JOIN + FRAMES));

    private final RenderCache cache = new RenderCache(64 << 20);
    private PlanesSource before;
    private PlanesSource source;
    private PlaybackRenderer renderer;

    @AfterEach
    void close() {
        if (renderer != null) {
            renderer.close();
            Listener.await(() -> source.closed && before.closed);
        }
    }

    private static float[][] quiet(float[][] planes) {
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= 0.3f;
            }
        }
        return planes;
    }

    private static float[][] part(int from, int to) {
        return new float[][] {
            Arrays.copyOfRange(ALBUM[0], from, to), Arrays.copyOfRange(ALBUM[1], from, to)
        };
    }

    private static float[][] exported(AudioProcessor chain, int join) throws Exception {
        return MemorySource.readAll(
                new FollowingSource(
                        new MemorySource(FORMAT, part(JOIN - join, JOIN)),
                        new MemorySource(FORMAT, part(JOIN, JOIN + FRAMES)),
                        chain,
                        SECONDS),
                4096);
    }

    private void open(int join, long frame) {
        before = new PlanesSource(FORMAT, part(JOIN - join, JOIN));
        source = new PlanesSource(FORMAT, part(JOIN, JOIN + FRAMES));
        renderer =
                new PlaybackRenderer(
                        source, "second", cache, new LeadIn(before, "first", SECONDS), frame);
    }

    @ParameterizedTest
    @ValueSource(ints = {JOIN, 100, 0})
    void theMasteredSideIsTheExportedOneBitForBit(int join) throws Exception {
        float[][] expected = exported(new SlowGain(0.3), join);
        open(join, 0);
        renderer.chain(new SlowGain(0.3), "A");
        Listener.await(renderer::masteredReady);
        Listener heard = new Listener(renderer, true).readToEnd();
        assertThat(heard.frames).isEqualTo(FRAMES);
        assertSame(heard.dry, 0, part(JOIN, JOIN + FRAMES), 0, FRAMES);
        assertSame(heard.mastered, 0, expected, 0, FRAMES);
    }

    @Test
    void soItIsWithTheRealChainAndNearlySoAfterASeek() throws Exception {
        var analysis = TrackAnalyzer.analyze(new MemorySource(FORMAT, ALBUM), Progress.NONE);
        MasteringPlan plan = MasteringPlanner.provisional(analysis, MasteringSettings.ADAPTIVE);
        Supplier<AudioProcessor> chain = () -> new MasteringChain(plan);
        float[][] expected = exported(chain.get(), JOIN);
        open(JOIN, 0);
        renderer.chain(chain.get(), null);
        Listener.await(renderer::masteredReady);
        Listener heard = new Listener(renderer, true).readToEnd();
        assertSame(heard.mastered, 0, expected, 0, FRAMES);
        for (int frame : new int[] {10_000, 180_000}) {
            renderer.seek(frame);
            heard.forget();
            Listener.await(renderer::settled);
            heard.readFrames(40_000);
            assertThat(differenceDb(heard.mastered, 0, expected, frame, 40_000))
                    .isLessThan(NULL_DBFS);
        }
    }

    @Test
    void anotherPredecessorIsAnotherRendering() throws Exception {
        open(JOIN, 0);
        renderer.chain(new SlowGain(0.3), "A");
        new Listener(renderer, true).readFrames(100_000);
        close();
        source = new PlanesSource(FORMAT, part(JOIN, JOIN + FRAMES));
        renderer = new PlaybackRenderer(source, "second", cache, 0);
        renderer.chain(new SlowGain(0.3), "A");
        Listener.await(renderer::masteredReady);
        Listener heard = new Listener(renderer, true).readToEnd();
        float[][] alone = SlowGain.offline(0.3, FORMAT, part(JOIN, JOIN + FRAMES));
        assertSame(heard.mastered, 0, alone, 0, 100_000);
    }

    @Test
    void aPredecessorThatCannotBeReadIsDoneWithout() {
        before = new PlanesSource(FORMAT, part(0, JOIN));
        before.breaksAt = JOIN - 1_000;
        source = new PlanesSource(FORMAT, part(JOIN, JOIN + FRAMES));
        renderer =
                new PlaybackRenderer(
                        source, "second", cache, new LeadIn(before, "first", SECONDS), 0);
        renderer.chain(new SlowGain(0.3), "A");
        Listener.await(renderer::masteredReady);
        Listener heard = new Listener(renderer, true).readToEnd();
        float[][] alone = SlowGain.offline(0.3, FORMAT, part(JOIN, JOIN + FRAMES));
        assertSame(heard.mastered, 0, alone, 0, FRAMES);
    }

    @Test
    void anotherFormatIsRefused() {
        MemorySource mono = new MemorySource(StreamFormat.mono(22_050), new float[1][10]);
        LeadIn leadIn = new LeadIn(mono, "first", SECONDS);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PlaybackRenderer(
                                        new MemorySource(FORMAT, ALBUM), "x", cache, leadIn, 0));
    }
}
