package auralis.dsp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import auralis.dsp.Decibels;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

class VoiceActivityTest {
    private static final int RATE = 16_000;

    @Test
    void findsTwoSentencesAndNothingElse() {
        float[] sound = new float[10 * RATE];
        Babble.speak(sound, RATE, 1, 3.5, -20);
        Babble.speak(sound, RATE, 5.2, 8, -20);

        List<Span> voice = heard(sound).voice();

        assertThat(voice).hasSize(2);
        near(voice.get(0), 1, 3.5);
        near(voice.get(1), 5.2, 8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -30, -60})
    void levelDoesNotMatter(double levelDb) {
        float[] sound = new float[10 * RATE];
        Babble.speak(sound, RATE, 2, 6, levelDb);

        List<Span> voice = heard(sound).voice();

        assertThat(voice).hasSize(1);
        near(voice.get(0), 2, 6);
    }

    @Test
    void hearsThroughNoise() {
        float[] sound = noise(20 * RATE, -50);
        Babble.speak(sound, RATE, 3, 8, -25);
        Babble.speak(sound, RATE, 12, 17, -25);

        List<Span> voice = heard(sound).voice();

        assertThat(voice).hasSize(2);
        near(voice.get(0), 3, 8);
        near(voice.get(1), 12, 17);
    }

    @Test
    void thereIsNoVoiceInSilenceInNoiseAndInDirectCurrent() {
        float[] current = new float[10 * RATE];
        Arrays.fill(current, 0.5f);

        assertThat(heard(new float[10 * RATE]).voice()).isEmpty();
        assertThat(heard(noise(10 * RATE, -20)).voice()).isEmpty();
        assertThat(heard(current).voice()).isEmpty();
        assertThat(heard(new float[0]).voice()).isEmpty();
    }

    @Test
    void speechWithoutPauseIsVoiceThroughout() {
        float[] sound = new float[30 * RATE];
        Babble.speak(sound, RATE, 0, 30, -20);

        double seconds = heard(sound).voice().stream().mapToDouble(Span::seconds).sum();

        assertThat(seconds).isGreaterThan(29);
    }

    @Test
    void followsALevelThatChanges() {
        float[] sound = noise(300 * RATE, -75);
        for (int second = 10; second < 290; second += 10) {
            Babble.speak(sound, RATE, second, second + 5, second < 150 ? -15 : -45);
        }

        List<Span> voice = heard(sound).voice();

        assertThat(voice).hasSize(28);
        near(voice.get(2), 30, 35);
        near(voice.get(27), 280, 285);
    }

    @Test
    void aLongSilenceInARecordingStaysSilence() {
        float[] sound = noise(300 * RATE, -60);
        Babble.speak(sound, RATE, 10, 60, -20);

        assertThat(heard(sound).voice()).allMatch(span -> span.end() < 61);
    }

    @Test
    void piecesMakeNoDifference() {
        float[] sound = noise(8 * RATE, -55);
        Babble.speak(sound, RATE, 2, 5, -20);
        VoiceActivity pieces = new VoiceActivity(RATE);
        Random random = new Random(3);
        for (int at = 0; at < sound.length; ) {
            int to = Math.min(sound.length, at + random.nextInt(2_000));
            pieces.add(sound, at, to);
            at = to;
        }

        VoiceActivity whole = heard(sound);

        assertThat(pieces.voice()).isEqualTo(whole.voice()).isNotEmpty();
        assertThat(pieces.levelDb(new Span(1, 7))).isEqualTo(whole.levelDb(new Span(1, 7)));
    }

    @Test
    void framesAreTwentyMillisecondsAtEveryRate() {
        int rate = 11_025;
        float[] sound = new float[600 * rate];
        Babble.speak(sound, rate, 590, 595, -20);
        VoiceActivity activity = new VoiceActivity(rate);
        activity.add(sound, 0, sound.length);

        assertThat(activity.seconds()).isEqualTo(600);
        near(activity.voice().get(0), 590, 595);
    }

    @Test
    void tellsWhatIsQuietAndHowLoudTheRestIs() {
        float[] sound = noise(10 * RATE, -60);
        Babble.speak(sound, RATE, 4, 6, -20);
        VoiceActivity activity = heard(sound);

        assertThat(activity.isQuiet(new Span(0, 3))).isTrue();
        assertThat(activity.isQuiet(new Span(4, 6))).isFalse();
        assertThat(activity.isQuiet(new Span(3.9, 8))).isFalse();
        assertThat(activity.isQuiet(new Span(5.9, 8))).isTrue();
        assertThat(activity.levelDb(new Span(4, 6))).isCloseTo(-20, within(2.0));
        assertThat(activity.levelDb(new Span(20, 30))).isEqualTo(-120);
    }

    @Test
    void cutsInTheMiddleOfTheLongestPause() {
        float[] sound = new float[30 * RATE];
        Babble.speak(sound, RATE, 0, 10, -20);
        Babble.speak(sound, RATE, 10.4, 20, -20);
        Babble.speak(sound, RATE, 22, 30, -20);
        VoiceActivity activity = heard(sound);

        assertThat(activity.quietestMoment(5, 28)).isCloseTo(21, within(0.2));
        assertThat(activity.quietestMoment(7, 15)).isCloseTo(10.2, within(0.1));
        assertThat(activity.quietestMoment(21, 21.1)).isCloseTo(21.05, within(1e-9));
    }

    @Test
    void ratesWithoutSpeechAreRefused() {
        assertThatThrownBy(() -> new VoiceActivity(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void near(Span span, double start, double end) {
        assertThat(span.start()).isCloseTo(start, within(0.15));
        assertThat(span.end()).isCloseTo(end, within(0.15));
    }

    private static VoiceActivity heard(float[] sound) {
        VoiceActivity activity = new VoiceActivity(RATE);
        activity.add(sound, 0, sound.length);
        return activity;
    }

    private static float[] noise(int length, double levelDb) {
        Random random = new Random(5);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) (Decibels.toGain(levelDb) * random.nextGaussian());
        }
        return noise;
    }
}
