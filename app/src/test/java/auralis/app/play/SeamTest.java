package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering.Rendering;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import auralis.dsp.StreamFormat;
import auralis.dsp.engine.FollowingSource;
import auralis.dsp.master.MasteringChain;
import auralis.library.media.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is heard where one track follows the other. */
class SeamTest {
    private static final int FRAMES = 60_007;
    private static final float[][] FIRST_TRACK = Tracks.grid(FRAMES, 24, 1);
    private static final float[][] SECOND_TRACK = Tracks.grid(FRAMES, 24, 2);
    private static final Path FIRST = Path.of("first.wav");
    private static final Path SECOND = Path.of("second.wav");
    private static final Path BEFORE = Path.of("before.wav");

    private final Map<Path, Tracks.Memory> files = new ConcurrentHashMap<>();
    private final List<Tracks.Memory> opened = new CopyOnWriteArrayList<>();
    private final List<RecordingOutput> devices = new CopyOnWriteArrayList<>();
    private final Player player = new Player(new SoundOutputs(this::device), new Album());

    /** On which the second track stands behind the first. */
    private final class Album implements TrackOpener {
        @Override
        public MediaSource open(Path file) throws IOException {
            return SeamTest.this.open(file);
        }

        @Override
        public Optional<Path> before(Path file) {
            files.put(BEFORE, new Tracks.Memory(FIRST_TRACK, 24));
            return file.equals(SECOND) ? Optional.of(BEFORE) : Optional.empty();
        }
    }

    SeamTest() {
        files.put(FIRST, new Tracks.Memory(FIRST_TRACK, 24));
        files.put(SECOND, new Tracks.Memory(SECOND_TRACK, 24));
    }

    private SoundOutput device(StreamFormat format) {
        RecordingOutput device = new RecordingOutput(format, 24, 1764);
        devices.add(device);
        return device;
    }

    private Tracks.Memory open(Path file) throws IOException {
        Tracks.Memory media = files.get(file);
        if (media == null) {
            throw new IOException(file + ": there is no such file. Look for it elsewhere.");
        }
        opened.add(media);
        return media;
    }

    @AfterEach
    void closeLetsGoOfEverything() {
        player.close();
        Listening.await(() -> opened.stream().allMatch(media -> media.closed));
    }

    @Test
    void theNextTrackGoesOnWithTheNextFrame() {
        player.open(FIRST, true);
        long second = player.follow(Optional.of(PlayItem.of(SECOND)));
        awaitEnd();
        assertHeard(joined(FIRST_TRACK, SECOND_TRACK));
        PlayerState state = player.state();
        assertThat(state.track()).isEqualTo(second);
        assertThat(state.file()).hasValue(SECOND);
        assertThat(state.positionFrames()).isEqualTo(FRAMES);
    }

    @Test
    void aTrackMayFollowItself() {
        player.open(FIRST, true);
        Listening.await(() -> opened.size() == 1);
        files.put(FIRST, new Tracks.Memory(FIRST_TRACK, 24));
        player.follow(Optional.of(PlayItem.of(FIRST)));
        awaitEnd();
        assertHeard(joined(FIRST_TRACK, FIRST_TRACK));
    }

    @Test
    void pausesAroundTheSeamLoseNoFrame() {
        player.open(FIRST, true);
        long second = player.follow(Optional.of(PlayItem.of(SECOND)));
        pauseOften(second, FRAMES - 6_000, 6_000);
        awaitEnd();
        // On a busy machine the last play may come behind the end, and begin anew.
        float[] expected = joined(FIRST_TRACK, SECOND_TRACK)[0];
        assertThat(Arrays.mismatch(heard(0)[0], expected)).isIn(-1, expected.length);
    }

    @Test
    void theMasteredSideOfTheNextTrackIsThereFromItsFirstFrame() {
        player.side(Side.MASTERED);
        long first = player.open(FIRST, false);
        long second = player.follow(Optional.of(PlayItem.of(SECOND)));
        player.mastering(first, Mastering.exact(new Rendering(new Half(), "Half", false)));
        player.mastering(second, Mastering.exact(new Rendering(new Half(), "Half", false)));
        Listening.await(() -> player.state().masteredReady());
        player.play();
        awaitEnd();
        assertHeard(
                joined(
                        Listening.quantized(Half.of(FIRST_TRACK), 24),
                        Listening.quantized(Half.of(SECOND_TRACK), 24)));
    }

    @Test
    void tracksMayOverlapWithEqualPower() {
        openBothOverlapping();
        player.play();
        awaitEnd();
        float[] heard = heard(0)[0];
        int length = 2 * FRAMES - heard.length;
        assertThat(length).isBetween(1, 22_050);
        int start = FRAMES - length;
        for (int i = 0; i < heard.length; i++) {
            double angle = Math.PI / 2 * Math.min(1, Math.max(0, (i - start + 1.0) / (length + 1)));
            double out = i < FRAMES ? Math.cos(angle) * FIRST_TRACK[0][i] : 0;
            double in = i >= start ? Math.sin(angle) * SECOND_TRACK[0][i - start] : 0;
            assertThat(heard[i]).isCloseTo((float) (out + in), within24Bits());
        }
    }

    @Test
    void pausesWithinAnOverlapLoseNoFrame() {
        long second = openBothOverlapping();
        player.play();
        pauseOften(second, FRAMES - 28_000, 25_000);
        awaitEnd();
        float[] heard = heard(0)[0];
        assertThat(heard.length).as("not played anew behind the end").isLessThan(2 * FRAMES);
        int overlapped = 2 * FRAMES - heard.length;
        int behind = FRAMES - 22_050;
        assertThat(overlapped).isBetween(1, 22_050);
        for (int i = 0; i < behind; i++) {
            assertThat(heard[i]).isEqualTo(FIRST_TRACK[0][i]);
            assertThat(heard[heard.length - 1 - i]).isEqualTo(SECOND_TRACK[0][FRAMES - 1 - i]);
        }
    }

    @Test
    void tracksOfOneAlbumDoNotOverlap() {
        player.crossfade(0.5);
        player.open(FIRST, true);
        player.follow(Optional.of(new PlayItem(SECOND, true, false)));
        awaitEnd();
        assertHeard(joined(FIRST_TRACK, SECOND_TRACK));
    }

    @Test
    void masteringGoesOnOverTheSeamOfAnAlbum() throws IOException {
        player.side(Side.MASTERED);
        long second = player.open(new PlayItem(SECOND, false, true), false);
        player.mastering(second, Mastering.exact(new Rendering(new Sum(), "sum", false)));
        Listening.await(() -> player.state().masteredReady());
        player.play();
        awaitEnd();
        float[][] expected = new float[2][];
        try (AudioSource track =
                new FollowingSource(
                        new Tracks.Memory(FIRST_TRACK, 24),
                        new Tracks.Memory(SECOND_TRACK, 24),
                        new Sum(),
                        MasteringChain.PREROLL_SECONDS)) {
            AudioBlock all = new AudioBlock(2, FRAMES);
            int at = 0;
            for (int n = 0; n >= 0 && at < FRAMES; at += n) {
                n = track.read(all.window(at, FRAMES));
            }
            expected[0] = all.plane(0);
            expected[1] = all.plane(1);
        }
        assertHeard(Listening.quantized(expected, 24));
    }

    @Test
    void aTrackOfAnotherRateIsPlayedOnALineOfItsOwn() {
        StreamFormat other = StreamFormat.stereo(48_000);
        files.put(SECOND, new Tracks.Memory(other, SECOND_TRACK, 24));
        player.open(FIRST, true);
        player.follow(Optional.of(PlayItem.of(SECOND)));
        awaitEnd();
        assertThat(devices).hasSize(2);
        assertThat(devices.get(0).closed).isTrue();
        assertThat(devices.get(1).format()).isEqualTo(other);
        assertThat(heard(0)[0]).isEqualTo(FIRST_TRACK[0]);
        assertThat(heard(1)[0]).isEqualTo(SECOND_TRACK[0]);
    }

    @Test
    void whatIsSaidLastFollows() {
        player.open(FIRST, true);
        files.put(Path.of("third.wav"), new Tracks.Memory(Tracks.grid(FRAMES, 24, 3), 24));
        for (int i = 0; i < 50; i++) {
            player.follow(Optional.of(PlayItem.of(Path.of("third.wav"))));
            player.follow(Optional.empty());
        }
        player.follow(Optional.of(PlayItem.of(SECOND)));
        awaitEnd();
        assertHeard(joined(FIRST_TRACK, SECOND_TRACK));
    }

    @Test
    void whatWasToFollowMayBeOpenedAtOnce() {
        player.open(FIRST, true);
        long second = player.follow(Optional.of(PlayItem.of(SECOND)));
        Listening.await(() -> player.state().positionFrames() > 10_000);
        assertThat(player.open(SECOND, true)).isEqualTo(second);
        awaitEnd();
        float[] heard = heard(0)[0];
        int of = heard.length - FRAMES;
        assertThat(of).isBetween(8_000, FRAMES - 1);
        assertThat(Arrays.copyOf(heard, of)).isEqualTo(Arrays.copyOf(FIRST_TRACK[0], of));
        assertThat(Arrays.copyOfRange(heard, of, heard.length)).isEqualTo(SECOND_TRACK[0]);
        assertThat(opened).hasSize(2);
    }

    @Test
    void whatCannotBeOpenedDoesNotFollow() {
        player.open(FIRST, true);
        player.follow(Optional.of(PlayItem.of(Path.of("gone.wav"))));
        awaitEnd();
        assertHeard(FIRST_TRACK);
        assertThat(player.state().file()).hasValue(FIRST);
    }

    @Test
    void aSeekBackFromTheEndIsFollowedByTheSameTrack() {
        player.open(FIRST, true);
        player.follow(Optional.of(PlayItem.of(SECOND)));
        Listening.await(() -> player.state().positionFrames() > FRAMES - 30_000);
        player.seek(10);
        awaitEnd();
        float[] heard = heard(0)[0];
        int faded = 10 + 441;
        float[] end = joined(Arrays.copyOfRange(FIRST_TRACK[0], faded, FRAMES), SECOND_TRACK[0]);
        assertThat(Arrays.copyOfRange(heard, heard.length - end.length, heard.length))
                .isEqualTo(end);
    }

    // ---- helpers

    /** Ten pauses from a frame of the first track on, before and behind the seam. */
    private void pauseOften(long second, long from, long to) {
        for (int i = 0; i < 10; i++) {
            long goal = from + (FRAMES - from + to) * i / 10;
            Listening.await(() -> framesFromTheStart(second) > goal);
            player.pause();
            Listening.await(() -> !player.state().playing());
            if (!player.state().ended()) {
                player.play();
            }
        }
    }

    private long framesFromTheStart(long second) {
        PlayerState state = player.state();
        return state.positionFrames() + (state.track() == second ? FRAMES : 0);
    }

    /** So that the second is ready when the first nears its end. */
    private long openBothOverlapping() {
        player.crossfade(0.5);
        player.open(FIRST, false);
        long second = player.follow(Optional.of(PlayItem.of(SECOND)));
        Listening.await(() -> files.get(SECOND).isRead());
        return second;
    }

    private static Offset<Float> within24Bits() {
        return Offset.offset((float) (2 * Math.pow(2, -23)));
    }

    /** What was heard, without the gaps that a busy machine may cause: no frame here is silent. */
    private float[][] heard(int device) {
        float[][] all = devices.get(device).heard();
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
        float[][] heard = heard(0);
        assertThat(Arrays.mismatch(heard[0], expected[0]))
                .as("first frame that differs of %d and %d", heard[0].length, expected[0].length)
                .isEqualTo(-1);
        assertThat(heard[1]).hasSameSizeAs(expected[1]);
        assertThat(Arrays.mismatch(heard[1], expected[1])).isEqualTo(-1);
    }

    private static float[][] joined(float[][] a, float[][] b) {
        return new float[][] {joined(a[0], b[0]), joined(a[1], b[1])};
    }

    private static float[] joined(float[] a, float[] b) {
        float[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private void awaitEnd() {
        Listening.await(() -> player.state().ended() && !player.state().playing());
    }

    /** Remembers the frame before. */
    private static final class Sum implements AudioProcessor {
        private final float[] last = new float[2];

        @Override
        public void prepare(StreamFormat format, int maxFrames) {
            reset();
        }

        @Override
        public void process(AudioBlock block) {
            for (int c = 0; c < 2; c++) {
                float[] plane = block.plane(c);
                for (int i = block.from(); i < block.to(); i++) {
                    float now = plane[i];
                    plane[i] = 0.25f * now + 0.5f * last[c];
                    last[c] = now;
                }
            }
        }

        @Override
        public void reset() {
            Arrays.fill(last, 0);
        }
    }
}
