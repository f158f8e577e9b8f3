package auralis.library.separate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.separate.ClassicSeparator;
import auralis.dsp.separate.Stem;
import auralis.library.media.Encoding;
import auralis.library.media.Media;
import auralis.library.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeparationsTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(8_000);
    private static final int FRAMES = 3 * FORMAT.sampleRate();
    private static final SeparationSettings CLASSIC = SeparationSettings.CLASSIC;
    private static final SeparationSettings OTHER = SeparationSettings.with("other");

    @TempDir private Path folder;
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void stemsAddUpToTheFile() throws Exception {
        Path song = song("song.wav", 1);
        Stems stems = library().of(song, CLASSIC, Progress.NONE);

        assertThat(stems.set().stems())
                .containsExactly(Stem.VOCALS, Stem.DRUMS, Stem.BASS, Stem.OTHER);
        assertThat(stems.set().frames()).isEqualTo(FRAMES);
        assertThat(stems.set().residualDbfs()).isLessThan(-120);
        float[] sum = new float[FRAMES];
        for (Stem stem : stems.set().stems()) {
            float[] samples = read(stems.open(stem));
            for (int i = 0; i < FRAMES; i++) {
                sum[i] += samples[i];
            }
        }
        float[] mix = read(Media.open(song));
        for (int i = 0; i < FRAMES; i++) {
            assertThat(sum[i]).isCloseTo(mix[i], within(1e-6f));
        }
    }

    @Test
    void knowsEqualContentUnderAnyNameAndAfterARestart() throws Exception {
        Path song = song("song.wav", 1);
        Separations first = separations(Long.MAX_VALUE);
        assertThat(first.find(song, CLASSIC)).isEmpty();
        first.of(song, CLASSIC, Progress.NONE);

        Path copy = Files.copy(song, folder.resolve("copy.wav"));
        Separations second = separations(Long.MAX_VALUE);
        second.of(copy, CLASSIC, Progress.NONE);
        assertThat(made).hasValue(1);
        assertThat(second.find(copy, CLASSIC)).isPresent();
        second.of(copy, OTHER, Progress.NONE);
        assertThat(made).hasValue(2);
    }

    @Test
    void leavesNothingOfAFailure() throws Exception {
        Path song = song("song.wav", 1);
        StemStore store = new StemStore(folder.resolve("stems"), Long.MAX_VALUE);
        Engine broken =
                new Working() {
                    @Override
                    public void separate(Path source, Path part, Progress progress)
                            throws IOException {
                        Files.writeString(part.resolve("vocals.wav"), "half");
                        throw new IOException("the model failed");
                    }
                };
        assertThatThrownBy(() -> store.obtain(song, CLASSIC, broken, Progress.NONE))
                .hasMessage("the model failed");
        assertThat(folders()).isEmpty();
        store.obtain(song, CLASSIC, new Working(), Progress.NONE);
        assertThat(folders()).hasSize(1);
    }

    @Test
    void removesWhatAKilledProcessLeft() throws Exception {
        Path song = song("song.wav", 1);
        StemStore store = new StemStore(folder.resolve("stems"), Long.MAX_VALUE);
        Stems stems = store.obtain(song, CLASSIC, new Working(), Progress.NONE);
        Path part = Path.of(stems.folder() + ".part");
        Files.move(stems.folder(), part);

        store.cleanUp();
        assertThat(part).doesNotExist();

        Files.createDirectory(part);
        Files.writeString(part.resolve("vocals.wav"), "half");
        Path ofAnother = part.resolveSibling("0123456789abcdef01234567-0123456789ab.part");
        Files.createDirectory(ofAnother);
        Path foreign = Files.createDirectory(part.resolveSibling("of somebody.part"));
        store.obtain(song, CLASSIC, new Working(), Progress.NONE);
        assertThat(ofAnother).doesNotExist();
        Files.delete(foreign);
        assertThat(folders()).containsExactly(stems.folder());
        assertThat(folder.resolve("stems"))
                .as("one file that all share says who works")
                .isDirectoryContaining(file -> file.endsWith("stems.lock"));
        try (Stream<Path> all = Files.list(folder.resolve("stems"))) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void doesNotRemoveWhatIsBeingMade() throws Exception {
        Path song = song("song.wav", 1);
        StemStore store = new StemStore(folder.resolve("stems"), Long.MAX_VALUE);
        Engine slow =
                new Working() {
                    @Override
                    public void separate(Path source, Path part, Progress progress)
                            throws IOException, InterruptedException {
                        store.cleanUp();
                        assertThat(part).isDirectory();
                        super.separate(source, part, progress);
                    }
                };
        assertThat(store.obtain(song, CLASSIC, slow, Progress.NONE).set().frames())
                .isEqualTo(FRAMES);
    }

    @Test
    void forgetsWhatAModelMadeThatWasRemoved() throws Exception {
        Path song = song("song.wav", 1);
        StemStore store = new StemStore(folder.resolve("stems"), Long.MAX_VALUE);
        Engine gone =
                new Working() {
                    @Override
                    public String identity() {
                        return "gone";
                    }
                };
        Stems kept = store.obtain(song, CLASSIC, new Working(), Progress.NONE);
        Stems old = store.obtain(song, CLASSIC, gone, Progress.NONE);
        store.forget("gone");
        assertThat(old.folder()).as("in use").isDirectory();
        Instant longAgo = Instant.now().minus(Duration.ofDays(1));
        for (Stems stems : List.of(kept, old)) {
            Files.setLastModifiedTime(Stems.index(stems.folder()), FileTime.from(longAgo));
        }
        store.forget("gone");
        assertThat(folders()).containsExactly(kept.folder());
    }

    @Test
    void twoWhoWantTheSameGetItFromOne() throws Exception {
        Path song = song("song.wav", 1);
        StemStore store = new StemStore(folder.resolve("stems"), Long.MAX_VALUE);
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Stems>> answers =
                    threads.invokeAll(
                            List.of(
                                    () -> together(store, song, both),
                                    () -> together(store, song, both)));
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
            assertThat(made).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private Stems together(StemStore store, Path song, CountDownLatch both) throws Exception {
        both.countDown();
        both.await();
        return store.obtain(song, CLASSIC, new Working(), Progress.NONE);
    }

    @Test
    void keepsWithinItsRoomWhatWasUsedLast() throws Exception {
        long room = 5L * 4 * 2 * FRAMES;
        StemStore store = new StemStore(folder.resolve("stems"), room);
        Path old = song("old.wav", 1);
        Stems first = store.obtain(old, CLASSIC, new Working(), Progress.NONE);
        Path young = song("young.wav", 2);
        store.obtain(young, CLASSIC, new Working(), Progress.NONE);
        assertThat(store.find(old, CLASSIC, new Working())).as("in use").isPresent();

        Instant longAgo = Instant.now().minus(Duration.ofDays(1));
        Files.setLastModifiedTime(Stems.index(first.folder()), FileTime.from(longAgo));
        store.obtain(song("third.wav", 3), CLASSIC, new Working(), Progress.NONE);
        assertThat(store.find(old, CLASSIC, new Working())).isEmpty();
        assertThat(store.find(young, CLASSIC, new Working())).isPresent();
    }

    @Test
    void unknownModelsAreTold() throws Exception {
        Path song = song("song.wav", 1);
        assertThatThrownBy(() -> library().of(song, OTHER, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"other\"");
    }

    private Separations library() {
        ModelStore models = new ModelStore(folder.resolve("models"), Map.of());
        return new Separations(folder.resolve("stems"), models, List.of());
    }

    private Separations separations(long mostBytes) {
        return new Separations(
                new StemStore(folder.resolve("stems"), mostBytes), settings -> new Working());
    }

    /** Counts how often it is asked. */
    private class Working implements Engine {
        @Override
        public String identity() {
            return "test";
        }

        @Override
        public List<Stem> stems() {
            return List.of(Stem.VOCALS);
        }

        @Override
        public void separate(Path source, Path part, Progress progress)
                throws IOException, InterruptedException {
            made.incrementAndGet();
            Separation.run(source, new ClassicSeparator(), "test", part, progress);
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("stems"))) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private Path song(String name, int seed) throws IOException {
        Random random = new Random(seed);
        AudioBlock block = new AudioBlock(2, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            double tone = 0.2 * Math.sin(2 * Math.PI * 440 * i / FORMAT.sampleRate());
            block.plane(0)[i] = (float) (tone + 0.05 * random.nextGaussian());
            block.plane(1)[i] = (float) (tone + 0.05 * random.nextGaussian());
        }
        Path file = folder.resolve(name);
        try (AudioSink sink = Media.create(file, FORMAT, new Encoding.Wav(32))) {
            sink.write(block);
            sink.commit();
        }
        return file;
    }

    /** The left channel. */
    private static float[] read(AudioSource source) throws IOException {
        try (source) {
            AudioBlock block = new AudioBlock(2, FRAMES);
            for (int at = 0; at < FRAMES; ) {
                at += source.read(block.window(at, FRAMES));
            }
            return block.plane(0);
        }
    }
}
