package auralis.app.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.separate.StemMix;
import auralis.dsp.separate.StemMix.Strip;
import org.junit.jupiter.api.Test;

class StemLevelsTest {
    private static final int RATE = 44_100;
    private static final int BLOCK = 441;
    private static final StemMix ALL = StemMix.neutral(2);

    private final StemLevels levels = new StemLevels(2, RATE);

    @Test
    void areThoseOfThePlaceThatIsHeardAndNotOfWhatTheDeviceHasAlready() {
        for (int i = 0; i < 400; i++) {
            levels.write((long) i * BLOCK, block(i < 200 ? 0.5f : 0.1f));
        }
        assertThat(levels.peakDbfs(ALL, 0, 0, RATE)).isCloseTo(-6.02, within(0.01));
        assertThat(levels.peakDbfs(ALL, 0, 0, 3 * RATE)).isCloseTo(-20, within(0.01));
        assertThat(levels.peakDbfs(ALL, 1, 1, RATE)).isCloseTo(-12.04, within(0.01));
    }

    @Test
    void followTheFaderAtOnce() {
        levels.write(0, block(0.5f));
        StemMix mix = ALL.with(0, Strip.NEUTRAL.withGain(6).withPan(-0.5));
        assertThat(levels.peakDbfs(mix, 0, 0, 0)).isCloseTo(-0.02, within(0.01));
        assertThat(levels.peakDbfs(mix, 0, 1, 0)).isCloseTo(-6.04, within(0.01));
        StemMix solo = mix.with(1, Strip.NEUTRAL.withSolo(true));
        assertThat(levels.peakDbfs(solo, 0, 0, 0)).isLessThan(-100);
    }

    /** The first stem at a level, the second half as loud. */
    private static AudioBlock block(float level) {
        AudioBlock block = new AudioBlock(4, BLOCK);
        for (int c = 0; c < 4; c++) {
            block.plane(c)[17] = -level / (c < 2 ? 1 : 2);
        }
        return block;
    }
}
