package auralis.dsp.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsrTest {
    private static final StreamFormat FORMAT = StreamFormat.stereo(48_000);

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void aToneAtTheSameLevelInPeakAndLoudness(int rate) {
        // A stereo sine of 1 kHz has as many LUFS as its peak has dBFS (EBU Tech 3341, case 1).
        StreamFormat format = StreamFormat.stereo(rate);
        float[][] tone = TestSignals.sine(format, 6 * rate, 1000, 0.1);
        PeakToLoudness psr = measure(format, tone, 4096);
        assertThat(psr.medianDb().orElseThrow()).isCloseTo(0, within(0.02));
        assertThat(psr.lowDb().orElseThrow()).isCloseTo(0, within(0.02));
    }

    @Test
    void oneClickRaisesTheWindowsThatHoldIt() {
        // 20 s of tone at -20 with a click 14 dB over it at 10 s: in 3 of 17 s of windows.
        float[][] tone = TestSignals.sine(FORMAT, 20 * 48_000, 1000, 0.1);
        tone[0][10 * 48_000] = 0.5f;
        PeakToLoudness psr = measure(FORMAT, tone, 1000);
        assertThat(psr.medianDb().orElseThrow()).isCloseTo(0, within(0.02));
        float[][] clicks = TestSignals.sine(FORMAT, 20 * 48_000, 1000, 0.1);
        for (int i = 24_000; i < clicks[0].length; i += 48_000) {
            clicks[1][i] = 0.5f;
        }
        psr = measure(FORMAT, clicks, 1000);
        assertThat(psr.lowDb().orElseThrow()).isCloseTo(13.98, within(0.02));
    }

    @Test
    void blockSizesDoNotMatterAndSilenceHasNone() {
        float[][] music = TestSignals.music(FORMAT, 5 * 48_000);
        assertThat(measure(FORMAT, music, 77)).isEqualTo(measure(FORMAT, music, 240_000));
        assertThat(measure(FORMAT, new float[2][240_000], 4096).medianDb()).isEmpty();
    }

    private static PeakToLoudness measure(StreamFormat format, float[][] planes, int frames) {
        Psr psr = new Psr();
        psr.prepare(format, frames);
        AudioBlock block = AudioBlock.of(planes);
        for (int from = 0; from < planes[0].length; from += frames) {
            psr.process(block.window(from, Math.min(planes[0].length, from + frames)));
        }
        return psr.result();
    }
}
