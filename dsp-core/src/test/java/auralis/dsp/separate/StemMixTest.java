package auralis.dsp.separate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import auralis.dsp.MemorySource;
import auralis.dsp.StreamFormat;
import auralis.dsp.separate.StemMix.Strip;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StemMixTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 20_000;
    private static final int STEMS = 3;

    private final float[][][] stems = stems();

    @Test
    void aNeutralMixIsTheSum() throws IOException {
        float[][] mixed = mixed(StemMix.neutral(STEMS), 4_096);
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < FRAMES; i++) {
                double sum = (double) stems[0][c][i] + stems[1][c][i] + stems[2][c][i];
                assertThat((double) mixed[c][i]).isCloseTo(sum, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 480, 4_096})
    void theSizeOfBlocksDoesNotMatter(int block) throws IOException {
        StemMix mix =
                StemMix.neutral(STEMS)
                        .with(1, Strip.NEUTRAL.withGain(-7).withTone(4, -3, 6).withPan(0.3));
        assertThat(mixed(mix, block)).isDeepEqualTo(mixed(mix, 1_000));
    }

    @Test
    void gainPanMuteAndSoloDoWhatTheySay() throws IOException {
        StemMix softer = StemMix.neutral(STEMS).with(0, Strip.NEUTRAL.withGain(-6).withPan(-0.5));
        StemMix muted = softer.with(1, Strip.NEUTRAL.withMute(true));
        assertThat(muted.isHeard(1)).isFalse();
        StemMix solo = muted.with(0, muted.strips().get(0).withSolo(true));
        assertThat(solo.isHeard(2)).isFalse();
        float[][] mixed = mixed(solo, 512);
        double gain = Math.pow(10, -6 / 20.0);
        for (int i = 0; i < FRAMES; i++) {
            assertThat((double) mixed[0][i]).isCloseTo(gain * stems[0][0][i], within(1e-6));
            assertThat((double) mixed[1][i]).isCloseTo(gain / 2 * stems[0][1][i], within(1e-6));
        }
        assertThat(mixed(StemMix.neutral(STEMS).with(0, Strip.NEUTRAL.withGain(-60)), 512)[0][99])
                .isEqualTo(stems[1][0][99] + stems[2][0][99]);
    }

    @Test
    void everyOneSoloIsAsNone() {
        StemMix mix = StemMix.neutral(2);
        assertThat(mix.isNeutral()).isTrue();
        assertThat(mix.with(0, Strip.NEUTRAL.withSolo(true)).isNeutral()).isFalse();
        StemMix all =
                mix.with(0, Strip.NEUTRAL.withSolo(true)).with(1, Strip.NEUTRAL.withSolo(true));
        assertThat(all.isNeutral()).isTrue();
    }

    @Test
    void toneActsInItsRange() throws IOException {
        StemMix dark =
                new StemMix(
                        List.of(
                                Strip.NEUTRAL.withTone(0, 0, -12),
                                Strip.NEUTRAL.withMute(true),
                                Strip.NEUTRAL.withMute(true)));
        assertThat(levelOf(50, dark)).isCloseTo(0, within(0.1));
        assertThat(levelOf(16_000, dark)).isCloseTo(-12, within(0.6));
        StemMix full = dark.with(0, Strip.NEUTRAL.withTone(6, 0, 0));
        assertThat(levelOf(30, full)).isCloseTo(6, within(0.3));
        assertThat(levelOf(8_000, full)).isCloseTo(0, within(0.1));
        StemMix middle = dark.with(0, Strip.NEUTRAL.withTone(0, 5, 0));
        assertThat(levelOf(1_000, middle)).isCloseTo(5, within(0.1));
    }

    /** In dB, of a tone in the first stem. */
    private double levelOf(double hz, StemMix mix) throws IOException {
        for (int i = 0; i < FRAMES; i++) {
            stems[0][0][i] = (float) (0.1 * Math.sin(2 * Math.PI * hz * i / RATE));
            stems[0][1][i] = stems[0][0][i];
        }
        float[][] mixed = mixed(mix, 4_096);
        return 20 * Math.log10(energy(mixed[0]) / energy(stems[0][0]));
    }

    private static double energy(float[] plane) {
        double sum = 0;
        for (int i = FRAMES / 2; i < FRAMES; i++) {
            sum += plane[i] * plane[i];
        }
        return Math.sqrt(sum);
    }

    @Test
    void changesAreWalkedToWithin20Milliseconds() {
        StemMixer mixer = new StemMixer(StemMix.neutral(1));
        mixer.prepare(RATE, FRAMES);
        AudioBlock in = new AudioBlock(2, FRAMES);
        for (int c = 0; c < 2; c++) {
            Arrays.fill(in.plane(c), 0.5f);
        }
        AudioBlock out = new AudioBlock(2, FRAMES);
        mixer.mix(in.first(100), out.first(100));
        mixer.set(StemMix.neutral(1).with(0, Strip.NEUTRAL.withMute(true)));
        mixer.mix(in.window(100, FRAMES), out.window(100, FRAMES));
        float[] left = out.plane(0);
        for (int i = 1; i < 2_000; i++) {
            assertThat(left[i - 1] - left[i]).isBetween(0f, 0.5f / 900);
        }
        assertThat(left[99]).isEqualTo(0.5f);
        assertThat(left[100 + 960]).isZero();
    }

    @Test
    void aChainHearsTheMix() throws IOException {
        StemMix mix = StemMix.neutral(STEMS).with(2, Strip.NEUTRAL.withGain(-3));
        StemChain chain = new StemChain(mix, new Doubling());
        chain.prepare(stack().format(), 500);
        float[][] mixed = mixed(mix, 500);
        AudioSource source = stack();
        AudioBlock block = new AudioBlock(2 * STEMS, 500);
        for (int at = 0; at < FRAMES; at += 500) {
            assertThat(source.read(block.first(500))).isEqualTo(500);
            chain.process(block.first(500));
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < 500; i++) {
                    assertThat(block.plane(c)[i]).isEqualTo(2 * mixed[c][at + i]);
                }
            }
        }
    }

    /** Makes everything twice as loud. */
    private static final class Doubling implements AudioProcessor {
        @Override
        public void prepare(StreamFormat format, int maxFrames) {
            assertThat(format).isEqualTo(StreamFormat.stereo(RATE));
        }

        @Override
        public void process(AudioBlock block) {
            for (int c = 0; c < 2; c++) {
                for (int i = block.from(); i < block.to(); i++) {
                    block.plane(c)[i] *= 2;
                }
            }
        }

        @Override
        public void reset() {}
    }

    @Test
    void aStackReadsAndSeeksAllAtOnce() throws IOException {
        AudioSource stack = stack();
        assertThat(stack.format().channels()).isEqualTo(2 * STEMS);
        assertThat(stack.frames()).hasValue(FRAMES);
        stack.seek(777);
        AudioBlock block = new AudioBlock(2 * STEMS, 10);
        assertThat(stack.read(block)).isEqualTo(10);
        for (int s = 0; s < STEMS; s++) {
            for (int c = 0; c < 2; c++) {
                assertThat(block.plane(2 * s + c)[3]).isEqualTo(stems[s][c][780]);
            }
        }
        stack.seek(FRAMES);
        assertThat(stack.read(block)).isEqualTo(-1);
    }

    @Test
    void monoStemsAreInTheMiddleAndSixFit() throws IOException {
        AudioBlock block = new AudioBlock(12, 5);
        assertThat(
                        new StemStack(List.of(mono(), mono(), mono(), mono(), mono(), mono()))
                                .read(block))
                .isEqualTo(5);
        for (int c = 0; c < 12; c++) {
            assertThat(block.plane(c)[4]).isEqualTo(stems[0][0][4]);
        }
    }

    private MemorySource mono() {
        return new MemorySource(StreamFormat.mono(RATE), new float[][] {stems[0][0]});
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> Strip.NEUTRAL.withGain(13))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Strip.NEUTRAL.withPan(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private float[][] mixed(StemMix mix, int blockFrames) throws IOException {
        try (AudioSource source = new StemMixSource(stack(), mix)) {
            AudioBlock out = new AudioBlock(2, FRAMES);
            int at = 0;
            for (int n = 0; n >= 0 && at < FRAMES; at += Math.max(0, n)) {
                n = source.read(out.window(at, Math.min(FRAMES, at + blockFrames)));
            }
            assertThat(at).isEqualTo(FRAMES);
            return new float[][] {out.plane(0), out.plane(1)};
        }
    }

    private StemStack stack() {
        StreamFormat format = StreamFormat.stereo(RATE);
        return new StemStack(
                List.of(
                        new MemorySource(format, stems[0]),
                        new MemorySource(format, stems[1]),
                        new MemorySource(format, stems[2])));
    }

    private static float[][][] stems() {
        Random random = new Random(9);
        float[][][] stems = new float[STEMS][2][FRAMES];
        for (float[][] stem : stems) {
            for (float[] plane : stem) {
                for (int i = 0; i < FRAMES; i++) {
                    plane[i] = (float) (0.2 * random.nextGaussian());
                }
            }
        }
        return stems;
    }
}
