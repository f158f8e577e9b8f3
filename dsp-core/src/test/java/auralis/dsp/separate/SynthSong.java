package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import java.util.List;
import java.util.Random;

/**
 * A song of four stems by simple synthesis: sung vowels with vibrato in the middle, a drum kit, a
 * bass line, and chords at the sides. Always the same for a seed.
 */
final class SynthSong {
    private static final double BEAT_SECONDS = 0.5;
    private static final int[] ROOTS = {0, 5, 7, 3};

    private final int rate;
    private final int frames;
    private final Random random;

    private SynthSong(int rate, double seconds, long seed) {
        this.rate = rate;
        this.frames = (int) (seconds * rate);
        this.random = new Random(seed);
    }

    /** As {@link ClassicSeparator#stems}, in stereo. */
    static List<AudioBlock> of(int rate, double seconds, long seed) {
        SynthSong song = new SynthSong(rate, seconds, seed);
        return List.of(song.vocals(), song.drums(), song.bass(), song.other());
    }

    static AudioBlock mix(List<AudioBlock> stems) {
        AudioBlock mix = new AudioBlock(stems.get(0).channels(), stems.get(0).frames());
        for (int c = 0; c < mix.channels(); c++) {
            for (AudioBlock stem : stems) {
                for (int i = 0; i < mix.frames(); i++) {
                    mix.plane(c)[i] += stem.plane(c)[i];
                }
            }
        }
        return mix;
    }

    private static double hertz(double semitones) {
        return 55 * Math.pow(2, semitones / 12);
    }

    private AudioBlock vocals() {
        AudioBlock out = new AudioBlock(2, frames);
        double at = 0.7;
        while (at < (double) frames / rate - 0.5) {
            double length = 0.3 + 0.7 * random.nextDouble();
            double pitch = hertz(24 + random.nextInt(12));
            double formant = 500 + 500 * random.nextDouble();
            sing(out, at, length, pitch, formant);
            at += length + (random.nextInt(3) == 0 ? 0.8 : 0.08);
        }
        return out;
    }

    private void sing(AudioBlock out, double at, double length, double pitch, double formant) {
        double phase = 0;
        int from = (int) (at * rate);
        int count = (int) (length * rate);
        for (int i = 0; i < count && from + i < frames; i++) {
            double t = (double) i / rate;
            double f = pitch * (1 + 0.012 * Math.sin(2 * Math.PI * 5.5 * t));
            phase += 2 * Math.PI * f / rate;
            double value = 0;
            for (int h = 1; h * f < 5_000; h++) {
                double near = (h * f - formant) / 300;
                double high = (h * f - 2_400) / 500;
                value +=
                        (1 / (1 + near * near) + 0.4 / (1 + high * high)) * Math.sin(h * phase) / 3;
            }
            double envelope = Math.min(1, Math.min(t / 0.04, (length - t) / 0.06));
            float sample = (float) (0.22 * envelope * value);
            out.plane(0)[from + i] += sample;
            out.plane(1)[from + i] += sample;
        }
    }

    private AudioBlock drums() {
        AudioBlock out = new AudioBlock(2, frames);
        for (int n = 0; n * BEAT_SECONDS / 2 < (double) frames / rate; n++) {
            double at = n * BEAT_SECONDS / 2 + 0.004 * random.nextGaussian();
            noise(out, at, 0.03, 0.08, 0.7);
            if (n % 4 == 0) {
                kick(out, at);
            }
            if (n % 4 == 2) {
                noise(out, at, 0.12, 0.25, 0);
            }
        }
        return out;
    }

    private void kick(AudioBlock out, double at) {
        double phase = 0;
        int from = Math.max(0, (int) (at * rate));
        for (int i = 0; i < 0.25 * rate && from + i < frames; i++) {
            double t = (double) i / rate;
            phase += 2 * Math.PI * (50 + 120 * Math.exp(-t / 0.02)) / rate;
            float sample = (float) (0.5 * Math.exp(-t / 0.07) * Math.sin(phase));
            out.plane(0)[from + i] += sample;
            out.plane(1)[from + i] += sample;
        }
    }

    /**
     * @param smooth how much of the sample before is taken off: 0 white, near 1 high
     */
    private void noise(AudioBlock out, double at, double decay, double level, double smooth) {
        int from = Math.max(0, (int) (at * rate));
        double before = 0;
        for (int i = 0; i < 6 * decay * rate && from + i < frames; i++) {
            double white = 2 * random.nextDouble() - 1;
            float sample =
                    (float) (level * Math.exp(-i / (decay * rate)) * (white - smooth * before));
            before = white;
            out.plane(0)[from + i] += 0.9f * sample;
            out.plane(1)[from + i] += sample;
        }
    }

    private AudioBlock bass() {
        AudioBlock out = new AudioBlock(2, frames);
        for (int n = 0; n * BEAT_SECONDS < (double) frames / rate; n++) {
            double pitch = hertz(ROOTS[n / 8 % ROOTS.length] + (n % 4 == 3 ? 7 : 0));
            tone(out, n * BEAT_SECONDS, 0.45, pitch, 4, 0.22, 1, 1);
        }
        return out;
    }

    private AudioBlock other() {
        AudioBlock out = new AudioBlock(2, frames);
        for (int n = 0; n * BEAT_SECONDS < (double) frames / rate; n += 2) {
            int root = ROOTS[n / 8 % ROOTS.length];
            int[] chord = {24, 28, 31};
            for (int voice = 0; voice < chord.length; voice++) {
                double pitch = hertz(root + chord[voice]);
                double pan = voice / 2.0;
                tone(out, n * BEAT_SECONDS, 0.95, pitch, 8, 0.08, 1 - 0.8 * pan, 0.2 + 0.8 * pan);
            }
        }
        return out;
    }

    private void tone(
            AudioBlock out,
            double at,
            double length,
            double pitch,
            int harmonics,
            double level,
            double left,
            double right) {
        int from = (int) (at * rate);
        for (int i = 0; i < length * rate && from + i < frames; i++) {
            double t = (double) i / rate;
            double value = 0;
            for (int h = 1; h <= harmonics; h++) {
                value += Math.sin(2 * Math.PI * h * pitch * t) / h;
            }
            double envelope = Math.min(1, Math.min(t / 0.01, (length - t) / 0.03));
            double sample = level * envelope * Math.exp(-t) * value;
            out.plane(0)[from + i] += (float) (left * sample);
            out.plane(1)[from + i] += (float) (right * sample);
        }
    }
}
