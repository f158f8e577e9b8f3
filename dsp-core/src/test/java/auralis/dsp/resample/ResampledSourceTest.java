package auralis.dsp.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.Decibels;
import auralis.dsp.SpectralLine;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampledSourceTest {
    @ParameterizedTest
    @CsvSource({
        "44100, 48000",
        "48000, 44100",
        "44100, 96000",
        "96000, 44100",
        "48000, 96000",
        "96000, 48000",
        "192000, 44100"
    })
    void passesTonesTo20KilohertzAndNothingElse(int from, int to) throws IOException {
        for (double hz : new double[] {20, 1000, 10_000, 18_000, 20_000}) {
            float[] out = convert(from, to, TestSignals.sine(mono(from), from / 2, hz, 0.5)[0]);
            int frames = to / 5;
            double amplitude = SpectralLine.amplitude(out, to / 10, frames, hz, to);
            assertThat(Decibels.ofGain(amplitude / 0.5)).isCloseTo(0, within(0.0001));
            assertThat(SpectralLine.restDb(out, to / 10, frames, hz, to)).isLessThan(-140);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "96000, 44100, 22100",
        "96000, 44100, 24000",
        "96000, 44100, 40000",
        "96000, 48000, 24050",
        "48000, 44100, 22100",
        "48000, 44100, 23900",
        "192000, 44100, 90000"
    })
    void tonesAboveTheNewNyquistFrequencyVanish(int from, int to, double hz) throws IOException {
        float[] out = convert(from, to, TestSignals.sine(mono(from), from / 2, hz, 1)[0]);
        float[] middle = Arrays.copyOfRange(out, to / 10, to * 4 / 10);
        assertThat(Decibels.ofGain(AudioBlock.of(middle).peak())).isLessThan(-140);
    }

    /** Also rates without a common factor, and one whose rows are not stored. */
    @ParameterizedTest
    @CsvSource({
        "44100, 48000",
        "8000, 384000",
        "384000, 8000",
        "44100, 16000",
        "8000, 8009",
        "8001, 20011"
    })
    void framesLieAtTheirExactMoment(int from, int to) throws IOException {
        double hz = 1234.5;
        float[] out = convert(from, to, TestSignals.sine(mono(from), from / 4, hz, 0.9)[0]);
        for (int i = to / 16; i < to * 3 / 16; i++) {
            double expected = 0.9 * Math.sin(2 * Math.PI * hz * i / to);
            assertThat((double) out[i]).isCloseTo(expected, within(3e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100", "96000, 44100", "44100, 192000"})
    void lengthIsExact(int from, int to) throws IOException {
        for (int frames : new int[] {0, 1, 2, 3, 147, 1000, 44_100, 50_001}) {
            long expected = Math.round((double) frames * to / from);
            for (boolean tellsLength : new boolean[] {true, false}) {
                float[][] silence = new float[1][frames];
                AudioSource source =
                        ResampledSource.of(new PlaneSource(mono(from), silence, tellsLength), to);
                assertThat(source.frames().orElse(expected)).isEqualTo(expected);
                assertThat(readAll(source, 999)[0]).hasSize((int) expected);
                assertThat(source.read(new AudioBlock(1, 10))).isEqualTo(-1);
            }
        }
    }

    @Test
    void seekingGivesTheFramesOfReadingThrough() throws IOException {
        StreamFormat format = StreamFormat.stereo(44_100);
        float[][] music = TestSignals.music(format, 100_000);
        float[][] whole = readAll(ResampledSource.of(new PlaneSource(format, music), 48_000), 4096);
        AudioSource source = ResampledSource.of(new PlaneSource(format, music, false), 48_000);
        Random random = new Random(3);
        AudioBlock block = new AudioBlock(2, 500);
        for (int round = 0; round < 200; round++) {
            int at = random.nextInt(whole[0].length);
            source.seek(at);
            int count = source.read(block.first(random.nextInt(500) + 1));
            assertThat(count).isEqualTo(Math.min(block.frames(), whole[0].length - at));
            for (int c = 0; c < 2; c++) {
                assertThat(Arrays.copyOf(block.plane(c), count))
                        .isEqualTo(Arrays.copyOfRange(whole[c], at, at + count));
            }
            if (round % 20 == 0) {
                source.seek(whole[0].length + 1L + random.nextInt(200_000));
                assertThat(source.read(block)).isEqualTo(-1);
            }
        }
    }

    @Test
    void blockSizeDoesNotMatter() throws IOException {
        StreamFormat format = StreamFormat.stereo(48_000);
        float[][] music = TestSignals.music(format, 20_000);
        float[][] expected =
                readAll(ResampledSource.of(new PlaneSource(format, music), 44_100), 100_000);
        for (int block : new int[] {1, 63, 4096}) {
            AudioSource source = ResampledSource.of(new PlaneSource(format, music), 44_100);
            assertThat(readAll(source, block)).isDeepEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "44100, 96000", "48000, 44100"})
    void thereAndBackIsTheSame(int from, int over) throws IOException {
        float[] in = new float[from / 2];
        for (double hz : new double[] {50, 440, 3000, 12_000, 19_500}) {
            float[] tone = TestSignals.sine(mono(from), in.length, hz, 0.15)[0];
            for (int i = 0; i < in.length; i++) {
                in[i] += tone[i];
            }
        }
        float[] back = convert(over, from, convert(from, over, in));
        assertThat(back).hasSize(in.length);
        double error = 0;
        for (int i = 1000; i < in.length - 1000; i++) {
            error = Math.max(error, Math.abs(back[i] - in[i]));
        }
        assertThat(Decibels.ofGain(error)).isLessThan(-135);
    }

    @Test
    void aBrokenReadIsToldAndTheNextOneIsRight() throws IOException {
        float[] music = TestSignals.music(mono(44_100), 100_000)[0];
        float[] expected = convert(44_100, 48_000, music);
        PlaneSource breaking =
                new PlaneSource(mono(44_100), music) {
                    private boolean broken;

                    @Override
                    public int read(AudioBlock block) throws IOException {
                        int count = super.read(block);
                        if (!broken) {
                            broken = true;
                            throw new IOException("music.wav breaks off");
                        }
                        return count;
                    }

                    @Override
                    public List<Damage> damage() {
                        return List.of(new Damage(44_100, 441));
                    }
                };
        AudioSource source = ResampledSource.of(breaking, 48_000);
        assertThat(source.damage()).containsExactly(new Damage(48_000, 480));
        assertThatThrownBy(() -> source.read(new AudioBlock(1, 100)))
                .isInstanceOf(IOException.class);
        assertThat(readAll(source, 4096)[0]).isEqualTo(expected);
    }

    @Test
    void refusesWhatItCannotConvert() {
        PlaneSource source = new PlaneSource(mono(44_100), new float[10]);
        assertThat(ResampledSource.of(source, 44_100)).isSameAs(source);
        assertThatThrownBy(() -> ResampledSource.of(source, 7_999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7999 Hz");
        assertThatThrownBy(() -> ResampledSource.of(source, 384_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StreamFormat mono(int rate) {
        return StreamFormat.mono(rate);
    }

    private static float[] convert(int from, int to, float[] in) throws IOException {
        return readAll(ResampledSource.of(new PlaneSource(mono(from), in), to), 4096)[0];
    }

    private static float[][] readAll(AudioSource source, int blockFrames) throws IOException {
        AudioBlock block = new AudioBlock(source.format().channels(), blockFrames);
        float[][] all = new float[block.channels()][0];
        int length = 0;
        for (int count = source.read(block); count >= 0; count = source.read(block.all())) {
            for (int c = 0; c < all.length; c++) {
                if (all[c].length < length + count) {
                    all[c] = Arrays.copyOf(all[c], 2 * (length + count));
                }
                System.arraycopy(block.plane(c), 0, all[c], length, count);
            }
            length += count;
        }
        for (int c = 0; c < all.length; c++) {
            all[c] = Arrays.copyOf(all[c], length);
        }
        return all;
    }
}
