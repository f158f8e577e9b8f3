package auralis.dsp.stereo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;

class StereoMeterTest {
    private static final StreamFormat STEREO = StreamFormat.stereo(44_100);
    private static final int FRAMES = 44_100;

    private static StereoImage measured(StreamFormat format, float[]... planes) {
        StereoMeter meter = new StereoMeter();
        meter.prepare(format, planes[0].length);
        meter.process(AudioBlock.of(planes));
        return meter.result();
    }

    private static void assertImage(StereoImage image, double width, double correlation) {
        assertThat(image.width().orElseThrow()).isCloseTo(width, within(1e-6));
        assertThat(image.correlation().orElseThrow()).isCloseTo(correlation, within(1e-6));
    }

    private static float[] inverted(float[] plane) {
        float[] inverted = plane.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = -inverted[i];
        }
        return inverted;
    }

    @Test
    void knownImages() {
        float[] music = TestSignals.music(STEREO, FRAMES)[0];
        assertImage(measured(STEREO, music, music), 0, 1);
        assertImage(measured(StreamFormat.mono(44_100), music), 0, 1);
        assertImage(measured(STEREO, music, inverted(music)), 1, -1);
    }

    @Test
    void independentNoiseIsHalfWideAndUncorrelated() {
        StereoImage image = measured(STEREO, TestSignals.noise(STEREO, FRAMES, 0.5, 3));
        assertThat(image.width().orElseThrow()).isCloseTo(0.5, within(0.01));
        assertThat(image.correlation().orElseThrow()).isCloseTo(0, within(0.01));
    }

    @Test
    void oneSideAloneIsHalfWideWithoutCorrelation() {
        float[] music = TestSignals.music(STEREO, FRAMES)[0];
        StereoImage image = measured(STEREO, music, new float[FRAMES]);
        assertThat(image.width().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(image.correlation()).isEmpty();
    }

    @Test
    void silenceHasNoImage() {
        StereoImage image = measured(STEREO, new float[2][FRAMES]);
        assertThat(image.width()).isEmpty();
        assertThat(image.correlation()).isEmpty();
    }

    @Test
    void anOffsetDoesNotCorrelate() {
        float[][] noise = TestSignals.noise(STEREO, FRAMES, 0.3, 3);
        double correlation = measured(STEREO, noise).correlation().orElseThrow();
        for (float[] plane : noise) {
            for (int i = 0; i < FRAMES; i++) {
                plane[i] += 0.25f;
            }
        }
        assertThat(measured(STEREO, noise).correlation().orElseThrow())
                .isCloseTo(correlation, within(1e-4));
        assertThat(measured(STEREO, TestSignals.constant(STEREO, FRAMES, 0.1)).correlation())
                .isEmpty();
    }

    @Test
    void blocksDoNotMatter() {
        float[][] music = TestSignals.music(STEREO, FRAMES);
        StereoMeter meter = new StereoMeter();
        meter.prepare(STEREO, 65);
        AudioBlock block = AudioBlock.of(music);
        for (int from = 0; from < FRAMES; from += 65) {
            meter.process(block.window(from, Math.min(FRAMES, from + 65)));
        }
        assertThat(meter.result()).isEqualTo(measured(STEREO, music));
    }
}
