package auralis.dsp.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceGateTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(10_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 4096, 5000, 200_000})
    void takesPausesOutAndKeepsRests(int blockFrames) {
        float[][] planes = new float[2][100_000];
        // A lead-in, sound, a rest of 2 s, sound on the other side, a pause of 2.0001 s, sound, a
        // tail.
        sound(planes[0], 7000, 9000);
        sound(planes[1], 29_000, 30_000);
        sound(planes[0], 50_001, 60_000);
        List<Float> kept = gated(planes, blockFrames);
        assertThat(kept).hasSize(2000 + 20_000 + 1000 + 9999);
        assertThat(kept.get(0)).isEqualTo(7001f);
        assertThat(kept.get(2000)).isZero();
        assertThat(kept.get(22_000)).isEqualTo(29_001f);
        assertThat(kept.get(23_000)).isEqualTo(50_002f);
    }

    @Test
    void silenceIsNothing() {
        assertThat(gated(new float[2][50_000], 1000)).isEmpty();
    }

    private static void sound(float[] plane, int from, int to) {
        for (int i = from; i < to; i++) {
            plane[i] = i + 1;
        }
    }

    private static List<Float> gated(float[][] planes, int blockFrames) {
        List<Float> kept = new ArrayList<>();
        SilenceGate gate =
                new SilenceGate(
                        FORMAT,
                        sound -> {
                            for (int i = sound.from(); i < sound.to(); i++) {
                                kept.add(sound.plane(0)[i] + sound.plane(1)[i]);
                            }
                        });
        AudioBlock block = AudioBlock.of(planes);
        for (int at = 0; at < block.capacity(); at += blockFrames) {
            int to = Math.min(block.capacity(), at + blockFrames);
            gate.process(block.window(at, to));
            assertThat(block.from()).isEqualTo(at);
            assertThat(block.to()).isEqualTo(to);
        }
        return kept;
    }
}
