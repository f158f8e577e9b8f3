package auralis.app.play;

import auralis.app.platform.SoundOutput;
import auralis.app.platform.SoundOutputs;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;

/**
 * Two quiet strokes of a bell, E5 and B5 with two partials each, which die away exponentially: work
 * has ended. Made anew each time, because that is cheaper than a file.
 */
public final class Chime {
    private static final StreamFormat FORMAT = StreamFormat.stereo(48_000);
    private static final double SECONDS = 1.4;
    private static final double PEAK_DBFS = -24;
    private static final double ATTACK_SECONDS = 0.004;
    private static final double DECAY_SECONDS = 0.22;

    /** No more at once than an output takes. */
    private static final double BLOCK_SECONDS = 0.02;

    private Chime() {}

    /** When each stroke begins, and its pitch. */
    private enum Stroke {
        E5(0, 659.26),
        B5(0.18, 987.77);

        private final double second;
        private final double hertz;

        Stroke(double second, double hertz) {
            this.second = second;
            this.hertz = hertz;
        }

        double at(double time) {
            double t = time - second;
            if (t < 0) {
                return 0;
            }
            double rise = Math.min(1, t / ATTACK_SECONDS);
            double partials =
                    Math.sin(2 * Math.PI * hertz * t) * Math.exp(-t / DECAY_SECONDS)
                            + 0.3
                                    * Math.sin(2 * Math.PI * 2 * hertz * t)
                                    * Math.exp(-2 * t / DECAY_SECONDS);
            return rise * partials;
        }
    }

    /** Sounds on the output that is chosen, and waits until it has; silent where there is none. */
    public static void sound(SoundOutputs outputs) {
        try (SoundOutput output = outputs.open(FORMAT)) {
            if (output.audible()) {
                play(output);
            }
        }
    }

    private static void play(SoundOutput output) {
        AudioBlock whole = samples();
        int step = (int) FORMAT.frames(BLOCK_SECONDS);
        for (int from = 0; from < whole.capacity(); from += step) {
            AudioBlock part = whole.window(from, Math.min(from + step, whole.capacity()));
            if (output.write(part) < part.frames()) {
                return;
            }
        }
        output.drain();
    }

    static AudioBlock samples() {
        AudioBlock block = new AudioBlock(FORMAT.channels(), (int) FORMAT.frames(SECONDS));
        double gain = Decibels.toGain(PEAK_DBFS) / 1.6; // what both strokes reach together
        for (int i = 0; i < block.capacity(); i++) {
            double time = FORMAT.seconds(i);
            double sample = gain * (Stroke.E5.at(time) + Stroke.B5.at(time));
            for (int channel = 0; channel < block.channels(); channel++) {
                block.plane(channel)[i] = (float) sample;
            }
        }
        return block;
    }
}
