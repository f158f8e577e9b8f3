package auralis.library.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import auralis.dsp.StreamFormat;
import auralis.dsp.analysis.TrackAnalysis;
import auralis.dsp.analysis.TrackAnalyzer;
import auralis.dsp.effect.EffectSettings;
import auralis.dsp.effect.RackSettings;
import auralis.dsp.master.MasteringPlan;
import auralis.dsp.master.MasteringPlanner;
import auralis.dsp.master.MasteringSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Test
    void settingsSurvive() throws IOException {
        String json = Json.write(MasteringSettings.ADAPTIVE);
        assertThat(Json.read(json, MasteringSettings.class)).isEqualTo(MasteringSettings.ADAPTIVE);
        assertThat(json).contains("\"ceilingDbtp\":-1.0");
    }

    @Test
    void analysesAndPlansSurvive() throws Exception {
        TrackAnalysis analysis = TrackAnalyzer.analyze(new Tone(), Progress.NONE);
        TrackAnalysis read = Json.read(Json.write(analysis), TrackAnalysis.class);
        assertThat(read).isEqualTo(analysis);
        MasteringPlan plan = MasteringPlanner.provisional(analysis, MasteringSettings.ADAPTIVE);
        String json = Json.write(plan);
        assertThat(Json.read(json, MasteringPlan.class)).isEqualTo(plan);
        assertThat(json).contains("\"region\":\"quiet\"").contains("\"limitedBy\":null");
    }

    @Test
    void dynamicsOfEarlierVersionsCanBeRead() throws IOException {
        String json = "{\"on\":true,\"amount\":0.5}";
        assertThat(Json.read(json, MasteringSettings.Dynamics.class))
                .isEqualTo(new MasteringSettings.Dynamics(true, 0.5, MasteringSettings.Shape.NONE));
    }

    @Test
    void racksSurvive() throws IOException {
        RackSettings rack =
                RackSettings.of(
                                new EffectSettings("reverb", true, Map.of("mix", 0.2)),
                                new EffectSettings("gain", false, Map.of()))
                        .withAmount(0.5);
        String json = Json.write(rack);
        assertThat(Json.read(json, RackSettings.class)).isEqualTo(rack);
        assertThat(json)
                .isEqualTo(
                        "{\"on\":true,\"amount\":0.5,\"effects\":["
                                + "{\"effect\":\"reverb\",\"on\":true,\"values\":{\"mix\":0.2}},"
                                + "{\"effect\":\"gain\",\"on\":false,\"values\":{}}]}");
    }

    @Test
    void racksMayBeWrittenShort() throws IOException {
        EffectSettings echo = new EffectSettings("delay", true, Map.of("pingPong", 1.0));
        String one = "{\"effect\": \"delay\", \"values\": {\"pingPong\": true}}";
        for (String json : List.of(one, "[" + one + "]", "{\"effects\": [" + one + "]}")) {
            assertThat(Json.read(json, RackSettings.class)).isEqualTo(RackSettings.of(echo));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"effect\": \"gain\", \"vlaues\": {}} | \"vlaues\" means nothing here",
                "{\"effects\": 3} | a list of effects",
                "[{\"on\": true}] | an effect needs its name",
                "[{\"effect\": \"gain\", \"values\": {\"gainDb\": \"3\"}}] | gainDb is a number",
                "{\"amount\": 3, \"effects\": []} | rack amount is 0 to 1",
                "[{\"effect\": \"gain\", \"on\": 2}] | on is true or false"
            })
    void slipsInRacksAreRefused(String json, String message) {
        assertThatThrownBy(() -> Json.read(json, RackSettings.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoNumberIsNull() {
        record Reading(double level, OptionalDouble range) {}
        assertThat(Json.write(new Reading(Double.NEGATIVE_INFINITY, OptionalDouble.empty())))
                .isEqualTo("{\"level\":null,\"range\":null}");
    }

    @Test
    void errorsSpeakOfTheTextAndNotOfTheReader() {
        assertThatThrownBy(() -> Json.read("[{\"effect\":", RackSettings.class))
                .hasMessageStartingWith("the JSON ends too early");
        assertThatThrownBy(() -> Json.read("{bad", MasteringSettings.class))
                .hasMessageStartingWith("this is not JSON");
        assertThatThrownBy(() -> Json.read("{\"ceilingDbtp\":9}", MasteringSettings.Limiter.class))
                .hasMessageStartingWith("ceilingDbtp is -12.0 to 0.0, not 9.0");
        assertThatThrownBy(() -> Json.read("{\"tone\":{\"on\":true}}", MasteringSettings.class))
                .hasMessageContaining("is missing or not what it should be");
    }

    @Test
    void errorsNameThePlace() {
        assertThatThrownBy(() -> Json.read("{\n \"intensity\": x}", MasteringSettings.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(
                        () ->
                                Json.read(
                                        Json.write(MasteringSettings.ADAPTIVE)
                                                .replace("\"intensity\":1.0", "\"intensity\":7"),
                                        MasteringSettings.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("intensity is 0.0 to 1.0, not 7.0");
    }

    /** Two seconds of a tone that swells. */
    private static final class Tone implements AudioSource {
        private static final int FRAMES = 88_200;
        private int position;

        @Override
        public StreamFormat format() {
            return StreamFormat.stereo(44_100);
        }

        @Override
        public OptionalLong frames() {
            return OptionalLong.of(FRAMES);
        }

        @Override
        public int read(AudioBlock block) {
            int frames = Math.min(block.frames(), FRAMES - position);
            for (int i = 0; i < frames; i++) {
                double gain = 0.1 * (position + i) / FRAMES;
                float sample = (float) (gain * Math.sin(0.05 * (position + i)));
                block.plane(0)[block.from() + i] = sample;
                block.plane(1)[block.from() + i] = sample;
            }
            position += frames;
            return frames == 0 ? -1 : frames;
        }

        @Override
        public void seek(long frame) {
            position = (int) frame;
        }

        @Override
        public void close() {}
    }
}
