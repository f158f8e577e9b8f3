package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformAnalyzerTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(44_100);

    private static WaveformSummary summary(float[][] planes, int blockFrames) {
        WaveformAnalyzer analyzer = new WaveformAnalyzer();
        analyzer.prepare(STEREO, blockFrames);
        AudioBlock block = AudioBlock.of(planes);
        for (int from = 0; from < block.capacity(); from += blockFrames) {
            analyzer.process(block.window(from, Math.min(block.capacity(), from + blockFrames)));
        }
        return analyzer.result();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2048, 2049, 131_072, 131_073})
    void partsOfAStreamHaveBucketsAsLongAsItsOwn(int frames) {
        float[][] track = TestSignals.music(STEREO, frames);
        WaveformAnalyzer analyzer = new WaveformAnalyzer(frames);
        analyzer.prepare(STEREO, frames);
        analyzer.process(AudioBlock.of(track));
        assertThat(analyzer.result()).isEqualTo(summary(track, 4096));
        analyzer.reset();
        analyzer.process(AudioBlock.of(track).first(1));
        assertThat(analyzer.result().bucketFrames()).isEqualTo(summary(track, 4096).bucketFrames());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "1, 1, 1",
        "2048, 2048, 1",
        "2049, 1025, 2",
        "100000, 1563, 64",
        "131072, 2048, 64",
        "131073, 1025, 128"
    })
    void bucketsGrowWithTheStream(int frames, int buckets, int bucketFrames) {
        WaveformSummary summary = summary(TestSignals.music(STEREO, frames), 4096);
        assertThat(summary.frames()).isEqualTo(frames);
        assertThat(summary.buckets()).isEqualTo(buckets);
        assertThat(summary.bucketFrames()).isEqualTo(bucketFrames);
    }

    @Test
    void eachBucketHasTheExtremesAndTheRmsOfItsFrames() {
        float[][] planes = TestSignals.noise(STEREO, 30_011, 0.8, 1);
        WaveformSummary summary = summary(planes, 1000);
        int length = (int) summary.bucketFrames();
        for (int bucket = 0; bucket < summary.buckets(); bucket++) {
            float min = Float.MAX_VALUE;
            float max = -Float.MAX_VALUE;
            double sum = 0;
            int from = bucket * length;
            int to = Math.min(planes[0].length, from + length);
            for (float[] plane : planes) {
                for (int i = from; i < to; i++) {
                    min = Math.min(min, plane[i]);
                    max = Math.max(max, plane[i]);
                    sum += (double) plane[i] * plane[i];
                }
            }
            assertThat(summary.min()[bucket]).isEqualTo(min);
            assertThat(summary.max()[bucket]).isEqualTo(max);
            assertThat((double) summary.rms()[bucket])
                    .isCloseTo(Math.sqrt(sum / (to - from) / 2), within(1e-6));
        }
    }

    @Test
    void blocksDoNotMatter() {
        float[][] planes = TestSignals.music(STEREO, 20_000);
        WaveformSummary whole = summary(planes, 20_000);
        for (int frames : new int[] {1, 64, 65, 4096}) {
            assertThat(summary(planes, frames)).isEqualTo(whole);
        }
    }

    @Test
    void aPictureInTheMiddleOfTheStreamDoesNotDisturbIt() {
        float[][] planes = TestSignals.music(STEREO, 5_000);
        WaveformAnalyzer analyzer = new WaveformAnalyzer();
        analyzer.prepare(STEREO, 5_000);
        AudioBlock block = AudioBlock.of(planes);
        analyzer.process(block.window(0, 2_501));
        assertThat(analyzer.result().frames()).isEqualTo(2_501);
        analyzer.process(block.window(2_501, 5_000));
        assertThat(analyzer.result()).isEqualTo(summary(planes, 5_000));
        analyzer.reset();
        analyzer.process(block.all());
        assertThat(analyzer.result()).isEqualTo(summary(planes, 5_000));
    }
}
