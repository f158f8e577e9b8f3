package auralis.library.export;

import static org.assertj.core.api.Assertions.assertThat;

import auralis.dsp.master.MasteringSettings;
import auralis.dsp.master.Preset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MasterTagsTest {
    private static final Preset WARM =
            new Preset("warm", "Warm", "", MasteringSettings.ADAPTIVE.withIntensity(0.8));

    @Test
    void aMasterSaysItsLoudnessForPlayersAndHowItWasMade() {
        Map<String, List<String>> said =
                MasterTags.of(
                                measured(OptionalDouble.of(-14.04), OptionalDouble.of(-1)),
                                "flac",
                                WARM)
                        .values();
        assertThat(said)
                .containsEntry("REPLAYGAIN_TRACK_GAIN", List.of("-3.96 dB"))
                .containsEntry("REPLAYGAIN_TRACK_PEAK", List.of("0.891251"))
                .containsEntry("REPLAYGAIN_REFERENCE_LOUDNESS", List.of("-18.00 LUFS"))
                .containsOnlyKeys(
                        "MASTERED_WITH",
                        "REPLAYGAIN_TRACK_GAIN",
                        "REPLAYGAIN_TRACK_PEAK",
                        "REPLAYGAIN_REFERENCE_LOUDNESS");
        assertThat(said.get("MASTERED_WITH").get(0))
                .startsWith("Auralis")
                .endsWith("; preset warm; intensity 80 %");
    }

    /** RFC 7845, 5.2.1: towards -23 LUFS in 1/256 dB, and nothing of ReplayGain. */
    @Test
    void anOpusFileHasItsOwn() {
        assertThat(
                        MasterTags.of(
                                        measured(OptionalDouble.of(-14), OptionalDouble.of(-1)),
                                        "opus",
                                        WARM)
                                .values())
                .containsEntry("R128_TRACK_GAIN", List.of("-2304"))
                .containsOnlyKeys("MASTERED_WITH", "R128_TRACK_GAIN");
    }

    @Test
    void silenceHasNoGain() {
        assertThat(
                        MasterTags.of(
                                        measured(OptionalDouble.empty(), OptionalDouble.empty()),
                                        "wav",
                                        WARM)
                                .values())
                .containsOnlyKeys("MASTERED_WITH");
    }

    private static Measurement measured(OptionalDouble lufs, OptionalDouble peakDbtp) {
        OptionalDouble none = OptionalDouble.empty();
        return new Measurement(lufs, none, true, none, none, peakDbtp, none, none);
    }
}
