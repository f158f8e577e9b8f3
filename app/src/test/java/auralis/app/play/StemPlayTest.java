package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.Mastering.Rendering;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import auralis.dsp.separate.StemStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is heard of stems. */
class StemPlayTest {
    private static final int FRAMES = 120_007;
    private static final Path SONG = Path.of("song.wav");
    private static final int HELD_AT = 30_000;

    /** Half a step of 24 bits and the dither. */
    private static final float ROUNDING = 3f / (1 << 23);

    private final float[][] voice = quarter(Tracks.grid(FRAMES, 24, 1));
    private final float[][] drums = quarter(Tracks.grid(FRAMES, 24, 2));
    private volatile StemMix mix = StemMix.neutral(2);
    private final AtomicLong given = new AtomicLong();
    private volatile RecordingOutput device;
    private final Player player =
            new Player(
                    new SoundOutputs(this::device),
                    file -> {
                        throw new IOException("nobody asks for " + file);
                    });

    private final StemFeed feed =
            new StemFeed() {
                @Override
                public StemStack open() {
                    return new StemStack(
                            List.of(new Tracks.Memory(voice, 24), new Tracks.Memory(drums, 24)));
                }

                @Override
                public StemMix mix() {
                    return mix;
                }

                @Override
                public void gives(long frame, AudioBlock stems) {
                    given.addAndGet(stems.frames());
                }
            };

    private SoundOutput device(StreamFormat format) {
        assertThat(format).isEqualTo(StreamFormat.stereo(44_100));
        RecordingOutput fresh = new RecordingOutput(format, 24, 1764);
        fresh.holdsAt = HELD_AT;
        device = fresh;
        return fresh;
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void theyAreHeardTogetherWithoutAGap() {
        player.open(PlayItem.of(SONG, feed), true);
        awaitHeld();
        awaitEnd();
        assertHeard(0, FRAMES, 1, 1, 1);
        assertThat(given).as("meters see each frame").hasValue(FRAMES);
        assertThat(player.state().file()).hasValue(SONG);
        assertThat(player.state().totalFrames()).hasValue(FRAMES);
    }

    @Test
    void aChangeOfTheMixIsHeardAtOnceAndLosesNoFrame() {
        player.open(PlayItem.of(SONG, feed), true);
        awaitHeld();
        mix = mix.with(0, Strip.NEUTRAL.withMute(true));
        awaitEnd();
        int changed = firstWithout();
        assertThat(changed).isBetween(HELD_AT, HELD_AT + 2_000);
        assertHeard(0, changed - 900, 1, 1, 1);
        assertHeard(changed, FRAMES, 0, 1, 1);
    }

    /** The first frame from which on the voice is gone. */
    private int firstWithout() {
        float[] left = device.heard()[0];
        for (int i = FRAMES - 1; i > 0; i--) {
            if (Math.abs(left[i] - drums[0][i]) > ROUNDING) {
                return i + 1;
            }
        }
        return 0;
    }

    @Test
    void theMasteredSideFollowsTheMix() {
        player.side(Side.MASTERED);
        mix = mix.with(1, Strip.NEUTRAL.withGain(-60));
        long track = player.open(PlayItem.of(SONG, feed), false);
        player.mastering(track, Mastering.exact(new Rendering(new Half(), "Half", false)));
        Listening.await(() -> player.state().masteredReady());
        player.play();
        awaitHeld();
        player.pause();
        device.holdsAt = Long.MAX_VALUE;
        Listening.await(() -> !player.state().playing());
        float[] before = device.heard()[0];
        mix = mix.with(1, Strip.NEUTRAL);
        player.seek(FRAMES - 20_000);
        Listening.await(() -> player.state().masteredReady());
        player.play();
        awaitEnd();
        for (int i = 0; i < before.length - 1_000; i++) {
            assertThat(before[i]).isCloseTo(0.5f * voice[0][i], within(ROUNDING));
        }
        float[] after = device.heard()[0];
        for (int i = 1; i <= 15_000; i++) {
            float sum = voice[0][FRAMES - i] + drums[0][FRAMES - i];
            assertThat(after[after.length - i]).isCloseTo(0.5f * sum, within(ROUNDING));
        }
    }

    @Test
    void aPauseAndASeekKeepThemTogether() {
        player.open(PlayItem.of(SONG, feed), true);
        awaitHeld();
        player.pause();
        device.holdsAt = Long.MAX_VALUE;
        Listening.await(() -> !player.state().playing());
        player.seek(100_000);
        player.play();
        awaitEnd();
        float[] left = device.heard()[0];
        for (int i = 1; i <= 15_000; i++) {
            float sum = voice[0][FRAMES - i] + drums[0][FRAMES - i];
            assertThat(left[left.length - i]).isCloseTo(sum, within(ROUNDING));
        }
    }

    private void assertHeard(int from, int to, float voiceGain, float drumsGain, float gain) {
        float[][] heard = device.heard();
        assertThat(heard[0]).hasSize(FRAMES);
        for (int c = 0; c < 2; c++) {
            for (int i = from; i < to; i++) {
                float sum = gain * (voiceGain * voice[c][i] + drumsGain * drums[c][i]);
                if (Math.abs(heard[c][i] - sum) > ROUNDING) {
                    fail("frame " + i + ": " + heard[c][i] + " instead of " + sum);
                }
            }
        }
    }

    private static float[][] quarter(float[][] planes) {
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] /= 4;
            }
        }
        return planes;
    }

    /** Until the device has so much that nothing happens any more, until the end is awaited. */
    private void awaitHeld() {
        Listening.await(() -> device != null && device.written() >= HELD_AT);
    }

    private void awaitEnd() {
        device.holdsAt = Long.MAX_VALUE;
        Listening.await(() -> player.state().ended());
    }
}
