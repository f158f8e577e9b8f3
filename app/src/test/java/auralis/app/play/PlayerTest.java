package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering.Rendering;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private static final int FRAMES = 100_003;
    private static final float[][] TRACK = Tracks.grid(FRAMES, 24, 1);
    private static final int FADE = 441;
    private static final Path FILE = Path.of("song.wav");
    private static final double LSB = Math.pow(2, -23);

    private final Map<Path, Tracks.Memory> files = new ConcurrentHashMap<>();
    private final List<Tracks.Memory> opened = new CopyOnWriteArrayList<>();
    private RecordingOutput device = new RecordingOutput(Tracks.FORMAT, 24, 1764);
    private final Tracks.Memory song = new Tracks.Memory(TRACK, 24);
    private Player player = new Player(new SoundOutputs(format -> device), this::open);

    PlayerTest() {
        files.put(FILE, song);
    }

    private Tracks.Memory open(Path file) throws IOException {
        Tracks.Memory media = files.get(file);
        if (media == null) {
            throw new IOException(file + ": there is no such file. Look for it elsewhere.");
        }
        opened.add(media);
        return media;
    }

    private void on(RecordingOutput other) {
        player.close();
        device = other;
        player = new Player(new SoundOutputs(format -> device), this::open);
    }

    @AfterEach
    void closeLetsGoOfEverything() {
        player.close();
        Listening.await(() -> opened.stream().allMatch(media -> media.closed));
    }

    // ---- content

    @Test
    void theOriginalIsPlayedBitForBit() {
        player.open(FILE, true);
        awaitEnd();
        assertHeard(TRACK);
        PlayerState state = player.state();
        assertThat(state.positionFrames()).isEqualTo(FRAMES);
        assertThat(state.totalFrames()).hasValue(FRAMES);
        assertThat(state.playing()).isFalse();
        assertThat(state.outputName()).isEqualTo("recorder");
        assertThat(state.message()).isEmpty();
    }

    @Test
    void aDeeperFileThanTheDeviceIsDithered() {
        on(new RecordingOutput(Tracks.FORMAT, 16, 0));
        player.open(FILE, true);
        awaitEnd();
        assertHeard(Listening.quantized(TRACK, 16));
    }

    @Test
    void masteredIsTheOfflineRunBitForBit() {
        openMastered(Side.MASTERED);
        player.play();
        awaitEnd();
        assertHeard(Listening.quantized(Half.of(TRACK), 24));
    }

    @Test
    void aMasteredSideThatChangesNothingIsNotDithered() {
        long track = player.open(FILE, false);
        player.side(Side.MASTERED);
        player.mastering(track, Mastering.exact(new Rendering(new Nothing(), "Nothing", true)));
        Listening.await(() -> player.state().masteredReady());
        player.play();
        awaitEnd();
        assertHeard(TRACK);
    }

    @Test
    void theSwitchFadesInPlace() {
        openMastered(Side.MASTERED);
        player.play();
        Listening.await(() -> player.state().positionFrames() > 20_000);
        player.side(Side.ORIGINAL);
        awaitEnd();
        float[][] heard = heard();
        assertThat(heard[0]).hasSize(FRAMES);
        int end = FRAMES - 1;
        while (Math.abs(heard[0][end] - TRACK[0][end]) < 4 * LSB) {
            end--;
        }
        assertThat(end).isBetween(20_000, FRAMES - 1_000);
        // The last frame of the fade is the original already.
        double fade = Math.rint(0.015 * 44_100);
        double start = end + 1 - fade;
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < FRAMES; i++) {
                double share = Math.max(0, Math.min(1, (i - start) / fade));
                double expected = TRACK[c][i] * (0.5 + 0.5 * share);
                assertThat(Math.abs(heard[c][i] - expected)).isLessThan(2 * LSB);
            }
        }
    }

    @Test
    void volumeAndMatchGainScale() {
        long track = openMastered(Side.ORIGINAL);
        player.volume(0.5);
        player.match(track, -6.0, 0);
        player.play();
        awaitEnd();
        double gain = 0.5 * Math.pow(10, -6.0 / 20);
        float[][] heard = heard();
        for (int i = 0; i < FRAMES; i++) {
            assertThat(Math.abs(heard[1][i] - gain * TRACK[1][i])).isLessThan(2 * LSB);
        }
    }

    @Test
    void aTurnedVolumeMakesNoStep() {
        float[][] steady = new float[2][FRAMES];
        Arrays.fill(steady[0], 0.5f);
        Arrays.fill(steady[1], 0.5f);
        files.put(FILE, new Tracks.Memory(steady, 24));
        player.open(FILE, true);
        Listening.await(() -> player.state().positionFrames() > 10_000);
        player.volume(0.1);
        awaitEnd();
        float[] heard = heard()[0];
        assertThat(heard[0]).isEqualTo(0.5f);
        assertThat(Math.abs(heard[FRAMES - 1] - 0.05)).isLessThan(2 * LSB);
        for (int i = 1; i < FRAMES; i++) {
            assertThat(Math.abs(heard[i] - heard[i - 1])).isLessThan(0.5f / 600);
        }
    }

    @Test
    void matchingNeverBoostsAndIsOfOneTrack() {
        long track = player.open(FILE, false);
        assertThatThrownBy(() -> player.match(track, 0.1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> player.volume(1.1)).isInstanceOf(IllegalArgumentException.class);
        Path other = Path.of("other.wav");
        files.put(other, new Tracks.Memory(TRACK, 24));
        long next = player.open(other, false);
        player.match(track, -20, -20);
        assertThat(next).isGreaterThan(track);
        player.play();
        awaitEnd();
        assertHeard(TRACK);
    }

    // ---- transport

    @Test
    void pausesLoseNoFrame() {
        player.open(FILE, true);
        for (int i = 1; i <= 5; i++) {
            long goal = 15_000L * i;
            Listening.await(() -> player.state().positionFrames() > goal);
            player.toggle();
            Listening.await(() -> !player.state().playing());
            player.toggle();
        }
        awaitEnd();
        assertHeard(TRACK);
    }

    @Test
    void aSeekContinuesThereBehindAShortFade() {
        player.open(FILE, true);
        Listening.await(() -> player.state().positionFrames() > 5_000);
        player.seek(70_000);
        awaitEnd();
        float[] heard = heard()[0];
        float[] end = Arrays.copyOfRange(TRACK[0], 70_000 + FADE, FRAMES);
        int fadedIn = heard.length - end.length;
        assertThat(Arrays.copyOfRange(heard, fadedIn, heard.length)).isEqualTo(end);
        int fadedOut = fadedIn - 2 * FADE + 1; // which ends with a zero
        assertThat(Arrays.copyOf(heard, fadedOut)).isEqualTo(Arrays.copyOf(TRACK[0], fadedOut));
    }

    @Test
    void aSeekWhilePausedMovesThePositionAndStaysPaused() {
        player.open(FILE, false);
        player.seek(4_321);
        assertThat(player.state().positionFrames()).isEqualTo(4_321);
        Listening.await(() -> player.state().sampleRate() == 44_100);
        assertThat(player.state().positionFrames()).isEqualTo(4_321);
        assertThat(player.state().playing()).isFalse();
        player.play();
        awaitEnd();
        assertThat(heard()[0]).isEqualTo(Arrays.copyOfRange(TRACK[0], 4_321, FRAMES));
    }

    @Test
    void afterTheEndItPlaysFromTheStartAndSeeksPaused() {
        player.open(FILE, true);
        awaitEnd();
        player.seek(FRAMES - 10);
        assertThat(player.state().ended()).isFalse();
        assertThat(player.state().playing()).isFalse();
        player.play();
        awaitEnd();
        player.play();
        Listening.await(() -> !player.state().ended());
        awaitEnd();
        assertThat(heard()[0]).hasSize(2 * FRAMES + 10);
    }

    @Test
    void stopGoesToTheStart() {
        player.open(FILE, true);
        Listening.await(() -> player.state().positionFrames() > 3_000);
        player.stop();
        assertThat(player.state().positionFrames()).isZero();
        assertThat(player.state().playing()).isFalse();
    }

    @Test
    void theLastOfManyOpensWins() {
        for (int i = 0; i < 50; i++) {
            files.put(Path.of(i + ".wav"), new Tracks.Memory(Tracks.grid(20_000, 24, i), 24));
        }
        for (int i = 0; i < 50; i++) {
            player.open(Path.of(i + ".wav"), true);
        }
        assertThat(player.state().file()).hasValue(Path.of("49.wav"));
        awaitEnd();
        float[] heard = heard()[0];
        float[] last = files.get(Path.of("49.wav")).planes[0];
        assertThat(Arrays.copyOfRange(heard, heard.length - 20_000, heard.length)).isEqualTo(last);
        Listening.await(() -> opened.stream().filter(media -> !media.closed).count() == 1);
    }

    @Test
    void aSlowFileMakesSilenceAndLosesNothing() {
        on(new RecordingOutput(Tracks.FORMAT, 24, 0));
        song.permits.drainPermits();
        song.permits.release(30_000);
        player.open(FILE, true);
        Listening.await(() -> device.heard()[0].length > 40_000);
        song.permits.release(FRAMES);
        awaitEnd();
        assertThat(device.heard()[0].length).isGreaterThan(FRAMES + 8_000);
        assertHeard(TRACK);
    }

    // ---- what can be missing

    @Test
    void withoutDeviceItPlaysOnInSilenceAndSaysSo() {
        files.put(FILE, new Tracks.Memory(Tracks.grid(9_000, 24, 3), 24));
        player.close();
        player =
                new Player(
                        new SoundOutputs(
                                format -> {
                                    throw new IOException("There is no sound device.");
                                }),
                        this::open);
        player.open(FILE, true);
        awaitEnd();
        assertThat(player.state().audible()).isFalse();
        assertThat(player.state().outputName()).isEqualTo("no sound output");
        assertThat(player.state().message()).isEqualTo("There is no sound device.");
        assertThat(player.state().positionFrames()).isEqualTo(9_000);
    }

    @Test
    void aDeviceThatGoesAwayIsReplacedBySilenceThenByTheNext() {
        device.goneAfter = 30_000;
        player.open(FILE, true);
        Listening.await(() -> !player.state().audible());
        assertThat(player.state().message()).contains("went away");
        RecordingOutput first = device;
        player.pause();
        Listening.await(() -> first.closed && !player.state().playing());
        long from = player.state().positionFrames();
        assertThat(from).isGreaterThanOrEqualTo(first.position());
        device = new RecordingOutput(Tracks.FORMAT, 24, 0);
        player.play();
        awaitEnd();
        assertThat(player.state().audible()).isTrue();
        float[] rest = heard()[0];
        assertThat(rest).isEqualTo(Arrays.copyOfRange(TRACK[0], FRAMES - rest.length, FRAMES));
    }

    @Test
    void aDeviceThatThrowsIsGoneToo() {
        AtomicInteger defects = new AtomicInteger();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> defects.incrementAndGet());
        try {
            device.throwsAfter = 20_000;
            player.open(FILE, true);
            Listening.await(() -> !player.state().audible());
            assertThat(defects.get()).isEqualTo(1);
            assertThat(player.state().playing()).isTrue();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsNamed() {
        player.open(Path.of("gone.wav"), true);
        Listening.await(() -> !player.state().message().isEmpty());
        assertThat(player.state().message()).startsWith("gone.wav: there is no such file");
        Listening.await(() -> !player.state().playing());
        player.open(FILE, true);
        awaitEnd();
        assertThat(player.state().message()).isEmpty();
    }

    @Test
    void aFileThatBreaksOffIsPlayedUpToThere() {
        song.breaksAt = 50_000;
        player.open(FILE, true);
        awaitEnd();
        assertThat(player.state().message()).contains("ends early");
        assertThat(heard()[0]).isEqualTo(Arrays.copyOf(TRACK[0], 50_000));
    }

    // ---- mastering

    @Test
    void answersForAnOlderTrackAreDropped() {
        long old = player.open(FILE, false);
        long track = player.open(FILE, false);
        player.mastering(old, Mastering.exact(new Rendering(new Half(), "Half", false)));
        assertThat(player.state().mastering()).isEqualTo(PlanState.NONE);
        player.mastering(track, Mastering.preparing());
        assertThat(player.state().mastering()).isEqualTo(PlanState.PREPARING);
        player.mastering(track, Mastering.failed("Too short."));
        assertThat(player.state().mastering()).isEqualTo(PlanState.FAILED);
        assertThat(player.state().masteringProblem()).isEqualTo("Too short.");
    }

    @Test
    void whileANewPlanIsMadeTheOldIsHeard() {
        long track = openMastered(Side.MASTERED);
        player.mastering(track, Mastering.preparing());
        player.play();
        awaitEnd();
        assertThat(player.state().mastering()).isEqualTo(PlanState.PREPARING);
        assertHeard(Listening.quantized(Half.of(TRACK), 24));
    }

    @Test
    void aChainThatFailsLeavesTheOriginal() {
        long track = player.open(FILE, false);
        player.side(Side.MASTERED);
        player.mastering(track, Mastering.exact(new Rendering(new Broken(), "Broken", false)));
        Listening.await(() -> player.state().mastering() == PlanState.FAILED);
        assertThat(player.state().masteringProblem()).isEqualTo("the chain broke");
        player.play();
        awaitEnd();
        assertHeard(TRACK);
    }

    // ---- being told

    @Test
    void listenersAreToldUntilTheyLeave() throws InterruptedException {
        CountDownLatch playing = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Runnable leave =
                player.onChange(
                        () -> {
                            calls.incrementAndGet();
                            if (player.state().playing()) {
                                playing.countDown();
                            }
                        });
        player.open(FILE, true);
        playing.await();
        leave.run();
        awaitEnd();
        assertThat(calls.get()).isLessThan(10);
        CountDownLatch volume = new CountDownLatch(1);
        player.onChange(volume::countDown);
        int before = calls.get();
        player.volume(0.3);
        volume.await();
        assertThat(calls.get()).isEqualTo(before);
    }

    // ---- helpers

    private long openMastered(Side side) {
        long track = player.open(FILE, false);
        player.side(side);
        player.mastering(track, Mastering.exact(new Rendering(new Half(), "Half", false)));
        Listening.await(() -> player.state().masteredReady());
        return track;
    }

    /**
     * The music that was heard. The device of the test plays a hundred times too fast, so on a busy
     * machine there may be gaps in it; no track here has a silent frame.
     */
    private float[][] heard() {
        float[][] all = device.heard();
        int frames = 0;
        for (int i = 0; i < all[0].length; i++) {
            if (all[0][i] != 0 || all[1][i] != 0) {
                all[0][frames] = all[0][i];
                all[1][frames] = all[1][i];
                frames++;
            }
        }
        return new float[][] {Arrays.copyOf(all[0], frames), Arrays.copyOf(all[1], frames)};
    }

    private void assertHeard(float[][] expected) {
        float[][] heard = heard();
        assertThat(heard[0]).isEqualTo(expected[0]);
        assertThat(heard[1]).isEqualTo(expected[1]);
    }

    private void awaitEnd() {
        Listening.await(() -> player.state().ended() && !player.state().playing());
    }

    private static class Nothing implements AudioProcessor {
        @Override
        public void prepare(StreamFormat format, int maxFrames) {}

        @Override
        public void process(AudioBlock block) {}

        @Override
        public void reset() {}
    }

    private static final class Broken extends Nothing {
        @Override
        public void process(AudioBlock block) {
            throw new IllegalStateException("the chain broke");
        }
    }
}
