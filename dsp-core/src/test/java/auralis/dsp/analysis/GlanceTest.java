package auralis.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.MemorySource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import auralis.dsp.meter.LoudnessMeter;
import auralis.dsp.spectrum.Bands;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private static final int RATE = 22_050;
    private static final StreamFormat STEREO = StreamFormat.stereo(RATE);
    private static final StreamFormat MONO = StreamFormat.mono(RATE);
    private static final int MINUTE = 60 * RATE;

    @Test
    void ofSteadyNoiseItIsTheAnalysis() throws Exception {
        isNear(STEREO, TestSignals.noise(STEREO, MINUTE, 0.3, 7));
    }

    @Test
    void ofSteadyMusicItIsTheAnalysis() throws Exception {
        isNear(STEREO, TestSignals.music(STEREO, MINUTE));
    }

    @Test
    void ofMonoToo() throws Exception {
        isNear(MONO, TestSignals.music(MONO, MINUTE));
        assertThat(glance(MONO, TestSignals.music(MONO, MINUTE)).stereo().widestDb()).isEmpty();
    }

    private static void isNear(StreamFormat format, float[][] track) throws Exception {
        Glance glance = glance(format, track);
        TrackAnalysis analysis = analysis(format, track);
        isWithin(1, glance.loudness().integratedLufs(), analysis.loudness().integratedLufs());
        // The highest peak of all is rarely among what is heard.
        double peakDbtp = glance.peaks().truePeakDbtp().orElseThrow();
        double highestDbtp = analysis.peaks().truePeakDbtp().orElseThrow();
        assertThat(peakDbtp).isBetween(highestDbtp - 1.5, highestDbtp + 0.01);
        isWithin(1.5, glance.crestDb(), analysis.crestDb());
        isWithin(0.01, glance.stereoWidth(), analysis.stereoWidth());
        double loudest = analysis.tone().bandDb().stream().mapToDouble(db -> db).max().orElse(0);
        for (int band = 0; band < Bands.BARK.count(); band++) {
            double db = analysis.tone().bandDb().get(band);
            if (db > loudest - 30) {
                assertThat(glance.tone().bandDb().get(band))
                        .as("band %d", band)
                        .isCloseTo(db, within(1.0));
            }
        }
        MasteringPlan plan = provisional(glance);
        assertThat(plan.exact()).isFalse();
        assertThat(plan.gainDb()).isCloseTo(provisional(analysis).gainDb(), within(0.5));
    }

    @Test
    void aQuietIntroductionDoesNotFoolIt() throws Exception {
        float[][] track = TestSignals.music(STEREO, MINUTE);
        for (float[] plane : track) {
            for (int i = 0; i < MINUTE / 3; i++) {
                plane[i] *= 0.03f;
            }
        }
        OptionalDouble lufs = glance(STEREO, track).loudness().integratedLufs();
        isWithin(1, lufs, analysis(STEREO, track).loudness().integratedLufs());
    }

    /** Cut without a fade, a deep tone would click into every band above it. */
    @Test
    void joinsAreNotHeard() throws Exception {
        float[][] tone = TestSignals.sine(STEREO, MINUTE, 63.7, 0.9);
        Glance glance = glance(STEREO, tone);
        List<Double> bands = glance.tone().bandDb();
        double toneDb = bands.get(0);
        for (int band = 0; band < bands.size(); band++) {
            if (Bands.BARK.lowHz(band) > 1000) {
                assertThat(bands.get(band)).as("band %d", band).isLessThan(toneDb - 90);
            }
        }
        assertThat(glance.peaks().truePeakDbtp().orElseThrow())
                .isCloseTo(20 * Math.log10(0.9), within(0.02));
    }

    @Test
    void aShortTrackIsMeasuredWhole() throws Exception {
        float[][] track = TestSignals.music(STEREO, 10 * RATE + 77);
        Glance glance = glance(STEREO, track);
        TrackAnalysis analysis = analysis(STEREO, track);
        assertThat(glance)
                .isEqualTo(
                        new Glance(
                                STEREO,
                                analysis.loudness(),
                                analysis.peaks(),
                                analysis.crestDb(),
                                analysis.stereoWidth(),
                                analysis.tone(),
                                analysis.stereo(),
                                analysis.flatTopsPerSecond(),
                                analysis.bandMedianDb(),
                                analysis.waveform()));
        assertThat(provisional(glance)).isEqualTo(provisional(analysis));
    }

    @Test
    void silenceAndNothingHaveAPlan() throws Exception {
        for (int frames : new int[] {0, 1, MINUTE}) {
            Glance glance = glance(STEREO, new float[2][frames]);
            assertThat(glance.loudness().integratedLufs()).isEmpty();
            assertThat(provisional(glance).targetLufs()).isEmpty();
        }
    }

    /** Of an unknown length twenty seconds are heard, from the start. */
    @Test
    void theLengthMayBeUnknown() throws Exception {
        float[][] track = TestSignals.music(STEREO, MINUTE);
        for (float[] plane : track) {
            Arrays.fill(plane, 20 * RATE, MINUTE, 0f);
        }
        AtomicLong heard = new AtomicLong();
        Glance glance = TrackAnalyzer.glance(new Endless(STEREO, track), counting(heard));
        assertThat(heard).hasValue(20L * RATE);
        float[][] start = {Arrays.copyOf(track[0], 20 * RATE), Arrays.copyOf(track[1], 20 * RATE)};
        assertThat(glance.loudness()).isEqualTo(analysis(STEREO, start).loudness());
    }

    @Test
    void anUnknownLengthMayBeShort() throws Exception {
        float[][] track = TestSignals.music(STEREO, 3 * RATE);
        Glance glance = TrackAnalyzer.glance(new Endless(STEREO, track), Progress.NONE);
        assertThat(glance.loudness()).isEqualTo(analysis(STEREO, track).loudness());
    }

    @Test
    void theSameTrackLooksTheSame() throws Exception {
        float[][] track = TestSignals.music(STEREO, MINUTE);
        assertThat(glance(STEREO, track)).isEqualTo(glance(STEREO, track));
    }

    @Test
    void itIsCancelledWithinABlock() {
        AtomicInteger blocks = new AtomicInteger();
        Progress cancelled =
                new Quiet() {
                    @Override
                    public void checkpoint() throws InterruptedException {
                        if (blocks.incrementAndGet() == 3) {
                            throw new InterruptedException("cancelled");
                        }
                    }
                };
        float[][] track = TestSignals.music(STEREO, MINUTE);
        assertThatThrownBy(() -> TrackAnalyzer.glance(new MemorySource(STEREO, track), cancelled))
                .isInstanceOf(InterruptedException.class);
        assertThat(blocks).hasValue(3);
    }

    @Test
    void aFileThatBreaksOffIsTold() {
        float[][] track = TestSignals.music(STEREO, MINUTE);
        AudioSource broken =
                new Endless(STEREO, track) {
                    @Override
                    public int read(AudioBlock block) throws IOException {
                        throw new IOException("the file ends early");
                    }
                };
        assertThatThrownBy(() -> TrackAnalyzer.glance(broken, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("the file ends early");
    }

    /** It is what its parts measure of the excerpts. */
    @Test
    void loudnessIsThatOfTheExcerpts() throws Exception {
        float[][] track = TestSignals.music(STEREO, MINUTE);
        LoudnessMeter meter = new LoudnessMeter();
        Listening.listen(
                new Excerpts(new MemorySource(STEREO, track)), List.of(meter), Progress.NONE);
        assertThat(glance(STEREO, track).loudness()).isEqualTo(meter.result());
    }

    private static void isWithin(double range, OptionalDouble value, OptionalDouble expected) {
        assertThat(value.orElseThrow()).isCloseTo(expected.orElseThrow(), within(range));
    }

    private static MasteringPlan provisional(Measurements measurements) {
        return MasteringPlanner.provisional(measurements, MasteringSettings.ADAPTIVE);
    }

    private static Glance glance(StreamFormat format, float[][] track) throws Exception {
        return TrackAnalyzer.glance(new MemorySource(format, track), Progress.NONE);
    }

    private static TrackAnalysis analysis(StreamFormat format, float[][] track) throws Exception {
        return TrackAnalyzer.analyze(new MemorySource(format, track), Progress.NONE);
    }

    private static Progress counting(AtomicLong frames) {
        return new Quiet() {
            @Override
            public void advance(long units) {
                frames.addAndGet(units);
            }
        };
    }

    private static class Quiet implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void phase(String key) {}

        @Override
        public void checkpoint() throws InterruptedException {}
    }

    /** Keeps its length to itself. */
    private static class Endless implements AudioSource {
        private final MemorySource source;

        Endless(StreamFormat format, float[][] track) {
            source = new MemorySource(format, track);
        }

        @Override
        public StreamFormat format() {
            return source.format();
        }

        @Override
        public OptionalLong frames() {
            return OptionalLong.empty();
        }

        @Override
        public int read(AudioBlock block) throws IOException {
            return source.read(block);
        }

        @Override
        public void seek(long frame) {
            source.seek(frame);
        }

        @Override
        public void close() {}
    }
}
