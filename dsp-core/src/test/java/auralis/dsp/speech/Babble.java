package auralis.dsp.speech;

import auralis.dsp.Decibels;

import java.util.Random;

/**
 * Sounds that go up and down like speech: four to five syllables in a second, each a buzz of some
 * pitch with a formant, with little between them.
 */
final class Babble {
    private Babble() {}

    /** Adds syllables to a sound, of this RMS in dBFS, from one time to another in seconds. */
    static void speak(float[] sound, int rate, double from, double to, double levelDb) {
        int first = (int) (from * rate);
        int length = Math.min(sound.length, (int) (to * rate)) - first;
        float[] spoken = new float[length];
        Random random = new Random(Math.round(100 * from));
        int most = rate / 4;
        for (int at = 0; at < length; ) {
            int syllable = Math.min(length - at, most * 3 / 4 + random.nextInt(most / 4));
            syllable(spoken, at, syllable, rate, 100 + random.nextInt(80), random);
            at += syllable;
        }
        double square = 0;
        for (float sample : spoken) {
            square += sample * sample;
        }
        double gain = Decibels.toGain(levelDb) / Math.sqrt(square / length);
        for (int i = 0; i < length; i++) {
            sound[first + i] += (float) (gain * spoken[i]);
        }
    }

    private static void syllable(
            float[] spoken, int at, int length, int rate, double hz, Random random) {
        double formantHz = 300 + random.nextInt(1_500);
        for (int i = 0; i < length; i++) {
            double t = (double) i / rate;
            double envelope = 0.02 + Math.sin(Math.PI * i / length);
            double since = t * hz % 1 / hz;
            double ring = Math.exp(-300 * since) * Math.sin(2 * Math.PI * formantHz * since);
            spoken[at + i] = (float) (envelope * ring);
        }
    }
}
