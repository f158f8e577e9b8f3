package auralis.library.separate.neural;

import static auralis.dsp.separate.Stem.BASS;
import static auralis.dsp.separate.Stem.DRUMS;
import static auralis.dsp.separate.Stem.GUITAR;
import static auralis.dsp.separate.Stem.INSTRUMENTAL;
import static auralis.dsp.separate.Stem.OTHER;
import static auralis.dsp.separate.Stem.PIANO;
import static auralis.dsp.separate.Stem.VOCALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Progress;
import auralis.dsp.separate.Stem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeuralSeparatorTest {
    private static final int SEGMENT = 32_768;
    private static final int RATE = 44_100;
    private static final List<Stem> FOUR = List.of(DRUMS, BASS, OTHER, VOCALS);
    private static final List<Stem> SIX = List.of(DRUMS, BASS, OTHER, VOCALS, GUITAR, PIANO);
    private static final NeuralSettings BARE = NeuralSettings.USUAL.withAddUp(false);

    @TempDir Path folder;

    private NeuralSeparator separator(byte[] model, NeuralSettings settings) throws Exception {
        return separator(Files.write(folder.resolve("model.onnx"), model), settings);
    }

    private static NeuralSeparator separator(Path model, NeuralSettings settings) throws Exception {
        return new NeuralSeparator(model, ModelInspection.inspect(model, Progress.NONE), settings);
    }

    private Separated separate(byte[] model, NeuralSettings settings, ArraySource source)
            throws Exception {
        try (NeuralSeparator separator = separator(model, settings)) {
            return Separated.by(separator, source);
        }
    }

    /** A tone in the band of each stem. */
    private static ArraySource tones(List<Stem> stems, int rate, int frames) {
        return ArraySource.stereo(
                rate,
                frames,
                i -> {
                    double sum = 0;
                    for (int s = 0; s < stems.size(); s++) {
                        sum += tone(s, stems.size(), rate, i);
                    }
                    return sum;
                });
    }

    private static double tone(int stem, int stems, int rate, int i) {
        return 0.1 * Math.sin(2 * Math.PI * GeneratedModels.toneHz(stem, stems) * i / rate + stem);
    }

    private static float[] tone(int stem, int stems, int rate, int frames, double gain) {
        float[] tone = new float[frames];
        for (int i = 0; i < frames; i++) {
            tone[i] = (float) (gain * tone(stem, stems, rate, i));
        }
        return tone;
    }

    /** Each tone in its stem, more than 40 dB above all else, on both sides. */
    private static void assertTonesApart(Separated separated, List<Stem> stems, int rate) {
        int frames = separated.frames();
        int edge = rate / 10;
        for (int s = 0; s < stems.size(); s++) {
            for (int c = 0; c < 2; c++) {
                float[] wanted = tone(s, stems.size(), rate, frames, c == 0 ? 1 : 0.5);
                float[] got = separated.plane(stems.get(s), c);
                assertThat(Separated.ratioDb(wanted, got, edge, frames - edge))
                        .as("%s, channel %d", stems.get(s), c)
                        .isGreaterThan(40);
            }
        }
    }

    static Stream<Arguments> dialects() {
        return Stream.of(
                dialect("A", GeneratedModels.waveform(SEGMENT, 4)),
                dialect("B", GeneratedModels.hybrid(SEGMENT, 4)),
                dialect(
                        "C",
                        GeneratedModels.hybrid(SEGMENT, 4, "mix", "mag", "spec_out", "wave_out")),
                dialect("D", GeneratedModels.flattened(SEGMENT)),
                dialect("E", GeneratedModels.transposed(SEGMENT)),
                dialect("F", GeneratedModels.pairs(SEGMENT)),
                dialect("G", GeneratedModels.soundFirst(SEGMENT)),
                dialect("H", GeneratedModels.waveform(SEGMENT, 4, "input", "sources")));
    }

    private static Arguments dialect(String letter, byte[] model) {
        return Arguments.of(Named.of(letter, model));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void tonesLandInTheirStems(byte[] model) throws Exception {
        ArraySource source = tones(FOUR, RATE, 60_000);
        Separated separated = separate(model, BARE, source);
        assertThat(separated.frames()).isEqualTo(60_000);
        assertTonesApart(separated, FOUR, RATE);
    }

    @Test
    void sixStems() throws Exception {
        for (byte[] model :
                List.of(GeneratedModels.waveform(SEGMENT, 6), GeneratedModels.hybrid(SEGMENT, 6))) {
            assertTonesApart(separate(model, BARE, tones(SIX, RATE, 50_000)), SIX, RATE);
        }
    }

    @Test
    void hybridAtFullSizeAddsUp() throws Exception {
        ArraySource source = tones(FOUR, RATE, GeneratedModels.SEGMENT + 1);
        Separated separated =
                separate(GeneratedModels.hybrid(GeneratedModels.SEGMENT, 4), BARE, source);
        assertTonesApart(separated, FOUR, RATE);
        // The transform alone loses nothing but the ends, where Demucs drops frames.
        int edge = RATE / 10;
        assertThat(
                        Separated.ratioDb(
                                source.plane(0), separated.sum(0), edge, separated.frames() - edge))
                .isGreaterThan(80);
        assertThat(Separated.ratioDb(source.plane(0), separated.sum(0))).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.75})
    void seamsAreNotHeard(double overlap) throws Exception {
        ArraySource source = ArraySource.noise(RATE, 2, 100_000);
        Separated separated =
                separate(GeneratedModels.waveform(SEGMENT, 4), BARE.withOverlap(overlap), source);
        for (int s = 0; s < FOUR.size(); s++) {
            float[] wanted = filtered(source.plane(1), GeneratedModels.filter(s, 4));
            float[] got = separated.plane(FOUR.get(s), 1);
            // Without overlap the filter starts anew at each seam.
            assertThat(Separated.ratioDb(wanted, got)).isGreaterThan(overlap == 0 ? 25 : 60);
        }
    }

    /** One filter over the whole track. */
    private static float[] filtered(float[] sound, float[] filter) {
        float[] filtered = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double sum = 0;
            int first = i - filter.length / 2;
            int to = Math.min(filter.length, sound.length - first);
            for (int k = Math.max(0, -first); k < to; k++) {
                sum += sound[first + k] * filter[k];
            }
            filtered[i] = (float) sum;
        }
        return filtered;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4410, SEGMENT - 1, SEGMENT, SEGMENT + 1, 61 * RATE})
    void anyLengthComesOutAsLongAndComplete(int frames) throws Exception {
        ArraySource source = ArraySource.noise(RATE, 2, frames);
        byte[] model = GeneratedModels.gains(SEGMENT, 0.4f, 0.3f, 0.2f, 0.1f);
        Separated separated = separate(model, BARE, source);
        assertThat(separated.frames()).isEqualTo(frames);
        float[] drums = new float[frames];
        for (int i = 0; i < frames; i++) {
            drums[i] = 0.4f * source.plane(0)[i];
        }
        if (frames > 2) {
            assertThat(Separated.ratioDb(drums, separated.plane(DRUMS, 0))).isGreaterThan(100);
        }
        for (Stem stem : separated.stems()) {
            float sum = 0;
            for (float value : separated.plane(stem, 0)) {
                sum += value;
            }
            assertThat(sum).isFinite();
        }
    }

    @Test
    void shortTracksLieInTheMiddleOfTheirSegment() throws Exception {
        ArraySource source = ArraySource.noise(RATE, 2, 4410);
        Separated separated = separate(GeneratedModels.waveform(SEGMENT, 4), BARE, source);
        float[] wanted = filtered(source.plane(0), GeneratedModels.filter(3, 4));
        assertThat(Separated.ratioDb(wanted, separated.plane(VOCALS, 0))).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 22_050, 48_000, 96_000})
    void otherRatesComeBackAtTheirOwn(int rate) throws Exception {
        int frames = rate + 13;
        List<Stem> heard = rate == 8000 ? List.of(BASS, VOCALS) : List.of(BASS, VOCALS, OTHER);
        ArraySource source =
                ArraySource.stereo(
                        rate,
                        frames,
                        i -> {
                            double sum = 0;
                            for (Stem stem : heard) {
                                sum += tone(FOUR.indexOf(stem), 4, rate, i);
                            }
                            return sum;
                        });
        Separated separated =
                separate(GeneratedModels.hybrid(SEGMENT, 4), NeuralSettings.USUAL, source);
        assertThat(separated.frames()).isEqualTo(frames);
        for (Stem stem : heard) {
            float[] wanted = tone(FOUR.indexOf(stem), 4, rate, frames, 1);
            assertThat(
                            Separated.ratioDb(
                                    wanted,
                                    separated.plane(stem, 0),
                                    rate / 10,
                                    frames - rate / 10))
                    .as(stem.word())
                    .isGreaterThan(40);
        }
        assertThat(Separated.ratioDb(source.plane(1), separated.sum(1))).isGreaterThan(120);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void aFewFramesOfAFastRateAreNotLost(int frames) throws Exception {
        ArraySource source = ArraySource.stereo(192_000, frames, i -> 0.5 - i * 0.01);
        byte[] model = GeneratedModels.gains(SEGMENT, 0.4f, 0.3f, 0.2f, 0.1f);
        Separated separated = separate(model, NeuralSettings.USUAL, source);
        assertThat(separated.frames()).isEqualTo(frames);
        assertThat(Separated.ratioDb(source.plane(0), separated.sum(0))).isGreaterThan(100);
    }

    @Test
    void monoStaysMono() throws Exception {
        float[] left = tones(FOUR, RATE, 90_000).plane(0);
        Separated separated =
                separate(
                        GeneratedModels.hybrid(SEGMENT, 4),
                        NeuralSettings.USUAL,
                        new ArraySource(RATE, left));
        float[] wanted = tone(3, 4, RATE, 90_000, 1);
        assertThat(Separated.ratioDb(wanted, separated.plane(VOCALS, 0), 4410, 80_000))
                .isGreaterThan(40);
        assertThat(Separated.ratioDb(left, separated.sum(0))).isGreaterThan(120);
    }

    @Test
    void theLevelOfTheWholeTrackGoesInAndComesBackOnEveryStem() throws Exception {
        // A mean of 0.25, of which the middle of both sides has 0.1875.
        ArraySource source =
                ArraySource.stereo(RATE, 100_000, i -> 0.25 + 1e-3 * Math.sin(i * 0.05));
        byte[] model = GeneratedModels.gains(SEGMENT, 0.4f, 0.3f, 0.2f, 0.1f);
        Separated separated = separate(model, BARE, source);
        for (int s = 0; s < FOUR.size(); s++) {
            double gain = 0.4 - 0.1 * s;
            double expected = gain * (source.plane(0)[50_000] - 0.1875) + 0.1875;
            assertThat((double) separated.plane(FOUR.get(s), 0)[50_000])
                    .isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void stemsAddUpWhenTheyShould() throws Exception {
        ArraySource source = ArraySource.noise(RATE, 2, 80_000);
        byte[] model = GeneratedModels.gains(SEGMENT, 0.3f, 0.3f, 0.05f, 0.2f);
        assertThat(Separated.ratioDb(source.plane(0), separate(model, BARE, source).sum(0)))
                .isLessThan(20);
        Separated complete = separate(model, NeuralSettings.USUAL, source);
        assertThat(Separated.ratioDb(source.plane(0), complete.sum(0))).isGreaterThan(120);
        // The others stay as they are.
        float[] drums = new float[80_000];
        for (int i = 0; i < drums.length; i++) {
            drums[i] = 0.3f * source.plane(0)[i];
        }
        assertThat(Separated.ratioDb(drums, complete.plane(DRUMS, 0))).isGreaterThan(100);
    }

    @Test
    void silenceStaysSilence() throws Exception {
        ArraySource source = ArraySource.stereo(RATE, 100_000, i -> 0);
        Separated separated =
                separate(GeneratedModels.hybrid(SEGMENT, 4), NeuralSettings.USUAL, source);
        for (Stem stem : FOUR) {
            assertThat(separated.plane(stem, 0)).containsOnly(0f);
        }
    }

    @Test
    void mdxKeepsItsBandAndTheRestIsTheRest() throws Exception {
        Files.writeString(
                folder.resolve("model.json"),
                "{\"stems\": [\"vocals\"], \"nFft\": 6144, \"compensate\": 1.25}");
        // 6144 bins over 44 100 Hz: the vocals are 1 to 3 kHz.
        byte[] model = GeneratedModels.mdx(3072, 64, 139, 418, 0.8f);
        ArraySource source = tones(FOUR, RATE, 200_000);
        try (NeuralSeparator separator = separator(model, NeuralSettings.USUAL)) {
            assertThat(separator.stems()).containsExactly(VOCALS, INSTRUMENTAL);
            Separated separated = Separated.by(separator, source);
            float[] wanted = tone(3, 4, RATE, 200_000, 1);
            // No frames are missing at the ends: they are mirrored silence there.
            assertThat(Separated.ratioDb(wanted, separated.plane(VOCALS, 0), 4410, 195_590))
                    .isGreaterThan(40);
            assertThat(Separated.ratioDb(source.plane(1), separated.sum(1))).isGreaterThan(120);
        }
    }

    @Test
    void mdxHasNoSeams() throws Exception {
        Files.writeString(
                folder.resolve("model.json"), "{\"stems\": [\"vocals\"], \"nFft\": 6144}");
        byte[] model = GeneratedModels.mdx(3072, 32, 0, 3072, 1);
        ArraySource source =
                ArraySource.stereo(RATE, 80_000, i -> 0.1 * Math.sin(i * 0.2) * Math.cos(i * 0.7));
        Separated separated = separate(model, BARE, source);
        assertThat(Separated.ratioDb(source.plane(0), separated.plane(VOCALS, 0)))
                .isGreaterThan(60);
    }

    @Test
    void aBagIsAveragedByItsWeights() throws Exception {
        write("a.onnx", GeneratedModels.gains(SEGMENT, 0.4f, 0.3f, 0.2f, 0.1f));
        // Of another length, and so on another grid.
        write("b.onnx", GeneratedModels.gains(50_000, 0.1f, 0.2f, 0.3f, 0.4f));
        Files.writeString(
                folder.resolve("bag.json"),
                "{\"models\": [\"a.onnx\", \"b.onnx\"],"
                        + " \"weights\": [[1, 0, 3, 1], [0, 1, 1, 1]]}");
        ArraySource source = ArraySource.noise(RATE, 2, 160_000);
        double[] gains = {0.4, 0.2, (3 * 0.2 + 0.3) / 4, 0.25};
        try (NeuralSeparator separator = separator(folder, BARE)) {
            Separated separated = Separated.by(separator, source);
            for (int s = 0; s < 4; s++) {
                float[] wanted = new float[160_000];
                for (int i = 0; i < wanted.length; i++) {
                    wanted[i] = (float) (gains[s] * source.plane(0)[i]);
                }
                assertThat(Separated.ratioDb(wanted, separated.plane(FOUR.get(s), 0)))
                        .isGreaterThan(80);
            }
        }
    }

    private void write(String name, byte[] model) throws IOException {
        Files.write(folder.resolve(name), model);
    }

    @Test
    void passesAreShiftedAlwaysTheSameWay() throws Exception {
        ArraySource source = ArraySource.noise(RATE, 2, 80_000);
        byte[] model = GeneratedModels.waveform(SEGMENT, 4);
        NeuralSettings bare = BARE.withOverlap(0);
        NeuralSettings three = bare.withPasses(3);
        Separated once = separate(model, three, source);
        Separated again = separate(model, three, source);
        Separated other = separate(model, new NeuralSettings(3, 99, 0, false, 0), source);
        assertThat(once.plane(DRUMS, 0)).isEqualTo(again.plane(DRUMS, 0));
        assertThat(once.plane(DRUMS, 0)).isNotEqualTo(other.plane(DRUMS, 0));
        float[] wanted = filtered(source.plane(0), GeneratedModels.filter(0, 4));
        double single = Separated.ratioDb(wanted, separate(model, bare, source).plane(DRUMS, 0));
        // Seams lie elsewhere in each pass, so they matter less.
        assertThat(Separated.ratioDb(wanted, once.plane(DRUMS, 0))).isGreaterThan(single + 2);
    }

    @Test
    void progressCountsWhatTheModelsRunOver() throws Exception {
        Told told = new Told();
        byte[] model = GeneratedModels.gains(SEGMENT, 0.4f, 0.3f, 0.2f, 0.1f);
        try (NeuralSeparator separator = separator(model, BARE.withPasses(2))) {
            Separated.by(separator, ArraySource.noise(48_000, 2, 100_000), told);
        }
        assertThat(told.phases).containsExactly("loading", "measuring", "separating");
        assertThat(told.total).isPositive();
        assertThat(told.done).isEqualTo(told.total);
    }

    @Test
    void aSegmentCanBeCancelled() throws Exception {
        // Would take minutes.
        Path model = folder.resolve("slow.onnx");
        Files.write(model, GeneratedModels.slow(GeneratedModels.SEGMENT, 1000));
        ModelPart part;
        try (Onnx onnx = Onnx.load(model, 0)) {
            part = ShapeDetection.of("slow.onnx", onnx.signature(), ModelHints.NONE);
        }
        ModelContract contract = new ModelContract(RATE, List.of(part));
        try (NeuralSeparator separator =
                new NeuralSeparator(model, contract, NeuralSettings.USUAL)) {
            Told told = new Told();
            told.patience = 4;
            ArraySource source = ArraySource.noise(RATE, 2, 50_000);
            assertThatThrownBy(() -> Separated.by(separator, source, told))
                    .isInstanceOf(InterruptedException.class);
            assertThat(told.done).isZero();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Separated.by(separator, source))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void onlyMonoAndStereo() throws Exception {
        byte[] model = GeneratedModels.gains(SEGMENT, 0.4f, 0.3f, 0.2f, 0.1f);
        try (NeuralSeparator separator = separator(model, BARE)) {
            assertThatThrownBy(() -> Separated.by(separator, ArraySource.noise(RATE, 3, 10)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Separated.by(separator, ArraySource.noise(4000, 2, 10)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("4000 Hz");
        }
    }

    @Test
    void aModelThatIsGoneIsNamed() throws Exception {
        byte[] bytes = GeneratedModels.gains(SEGMENT, 0.4f, 0.3f, 0.2f, 0.1f);
        Path model = Files.write(folder.resolve("model.onnx"), bytes);
        try (NeuralSeparator separator = separator(model, BARE)) {
            Files.delete(model);
            assertThatThrownBy(() -> Separated.by(separator, ArraySource.noise(RATE, 2, 10)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("model.onnx is not there");
        }
    }

    @Test
    void memoryDoesNotDependOnTheLength() throws Exception {
        assertThat(capacities(10 * RATE)).isEqualTo(capacities(25 * RATE));
    }

    /** Of the stretches in memory, after a separation with conversion of the rate. */
    private List<Integer> capacities(int frames) throws Exception {
        Path model = folder.resolve("model.onnx");
        Files.write(model, GeneratedModels.gains(8192, 0.4f, 0.3f, 0.2f, 0.1f));
        ModelContract contract = ModelInspection.inspect(model, Progress.NONE);
        try (NeuralSeparator separator = new NeuralSeparator(model, contract, BARE)) {
            TrackSeparation track =
                    separator.begin(ArraySource.noise(48_000, 2, frames), Progress.NONE);
            track.run(stems -> {});
            assertThat(track.capacities()).allMatch(capacity -> capacity < 10 * RATE);
            return track.capacities();
        }
    }

    /** Keeps what it is told, and cancels after some looks at the last phase. */
    private static final class Told implements Progress {
        private final List<String> phases = new ArrayList<>();
        private long total;
        private long done;
        private int patience = Integer.MAX_VALUE;

        @Override
        public void total(long units) {
            total = units;
        }

        @Override
        public void advance(long units) {
            done += units;
        }

        @Override
        public void phase(String key) {
            phases.add(key);
        }

        @Override
        public void checkpoint() throws InterruptedException {
            if (phases.contains("separating") && patience-- == 0) {
                throw new InterruptedException();
            }
        }
    }
}
