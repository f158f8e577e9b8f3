package auralis.app.play;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.app.platform.SoundOutputs;
import auralis.dsp.Decibels;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What tells by ear that all jobs are done. */
class ChimeTest {

    @Test
    void itIsQuietAndBeginsAndEndsInSilence() {
        float[] samples = Chime.samples().plane(0);
        float peak = Chime.samples().peak();
        assertThat(Decibels.ofGain(peak)).isBetween(-30.0, -24.0);
        assertThat(samples[0]).isZero();
        assertThat(Decibels.ofGain(Math.abs(samples[samples.length - 1]))).isLessThan(-60);
    }

    @Test
    void allOfItIsHeardOnTheOutputThatWasChosen() {
        AtomicReference<RecordingOutput> device = new AtomicReference<>();
        Chime.sound(
                new SoundOutputs(
                        format -> {
                            device.set(new RecordingOutput(format, 24, 4_096));
                            return device.get();
                        }));
        assertThat(device.get().heard()[1]).isEqualTo(Chime.samples().plane(1));
        assertThat(device.get().closed).isTrue();
    }

    @Test
    void withoutSoundNothingHappens() {
        Chime.sound(
                new SoundOutputs(
                        format -> {
                            throw new IOException("There is no sound output.");
                        }));
    }
}
