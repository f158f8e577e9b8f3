package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * Echoes. The first comes after the delay time, to the nearest frame, each further one lower by the
 * feedback and duller by the damping (a one-pole low-pass inside the loop). Ping-pong throws the
 * sum of both channels to the left, its echo to the right, and so on.
 *
 * <p>A new delay time fades from the old place in the line to the new one; a moving place would
 * bend the pitch.
 */
final class Delay implements AudioEffect {
    static final Parameter TIME =
            Parameter.logarithmic("timeMs", "Time", Unit.MILLISECONDS, 1, 2_000, 350);
    static final Parameter FEEDBACK =
            Parameter.linear("feedback", "Feedback", Unit.FRACTION, 0, 0.95, 0.35);
    static final Parameter DAMPING = Parameter.fraction("damping", "Damping", 0.3);
    static final Parameter MIX = Parameter.fraction("mix", "Mix", 0.25);
    static final Parameter PING_PONG = Parameter.onOff("pingPong", "Ping-pong", false);

    @Override
    public String id() {
        return "delay";
    }

    @Override
    public String name() {
        return "Delay";
    }

    @Override
    public String description() {
        return "Repeats the sound as echoes that fade away.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(TIME, FEEDBACK, DAMPING, MIX, PING_PONG);
    }

    @Override
    public EffectProcessor create() {
        return new Processor();
    }

    private final class Processor extends SmoothedProcessor {
        private static final double FADE_SECONDS = 0.05;

        private final SmoothedValue time = value(TIME);
        private final SmoothedValue feedback = value(FEEDBACK);
        private final SmoothedValue damping = value(DAMPING);
        private final SmoothedValue mix = value(MIX);
        private final SmoothedValue pingPong = value(PING_PONG);

        private double sampleRate;
        private float[][] lines = {};
        private final double[] damped = new double[2];
        private final double[] echo = new double[2];
        private double pole;
        private int position;

        /** How many frames behind the writing the echo is taken: now, and where a fade goes. */
        private int tap;

        private int nextTap;
        private int fadeFrames;
        private int faded;

        Processor() {
            super(parameters());
        }

        @Override
        protected void allocate(StreamFormat format, int maxFrames) {
            sampleRate = format.sampleRate();
            fadeFrames = (int) format.frames(FADE_SECONDS);
            lines = new float[format.channels()][(int) format.frames(TIME.max() / 1000) + 1];
        }

        @Override
        protected void clear() {
            for (float[] line : lines) {
                Arrays.fill(line, 0);
            }
            Arrays.fill(damped, 0);
            position = 0;
            tap = wantedTap();
            nextTap = tap;
            faded = 0;
        }

        private int wantedTap() {
            return (int) Math.max(1, Math.round(time.target() * sampleRate / 1000));
        }

        @Override
        protected void design() {
            pole = OnePole.decay(damping.get(), sampleRate);
        }

        @Override
        protected void run(AudioBlock block) {
            for (int i = block.from(); i < block.to(); i++) {
                moveTap();
                for (int c = 0; c < lines.length; c++) {
                    echo[c] = read(lines[c]);
                    double smooth = echo[c] + pole * (damped[c] - echo[c]);
                    damped[c] = OnePole.flushed(smooth);
                }
                if (lines.length == 1) {
                    mono(block.plane(0), i);
                } else {
                    stereo(block.plane(0), block.plane(1), i);
                }
                position = position + 1 == lines[0].length ? 0 : position + 1;
            }
        }

        /** A fade once begun comes to its end before the next. */
        private void moveTap() {
            if (tap == nextTap) {
                nextTap = wantedTap();
            } else if (++faded == fadeFrames) {
                tap = nextTap;
                faded = 0;
            }
        }

        private double read(float[] line) {
            double old = line[index(tap, line.length)];
            return tap == nextTap
                    ? old
                    : old + (line[index(nextTap, line.length)] - old) * faded / fadeFrames;
        }

        private int index(int behind, int length) {
            int index = position - behind;
            return index < 0 ? index + length : index;
        }

        private void mono(float[] plane, int i) {
            double x = plane[i];
            lines[0][position] = (float) OnePole.flushed(x + feedback.get() * damped[0]);
            plane[i] = (float) (x + mix.get() * (echo[0] - x));
        }

        private void stereo(float[] left, float[] right, int i) {
            double l = left[i];
            double r = right[i];
            double cross = pingPong.get();
            double straight = 1 - cross;
            double toLeft = straight * damped[0] + cross * damped[1];
            double toRight = straight * damped[1] + cross * damped[0];
            double inLeft = straight * l + cross * (l + r) / 2;
            lines[0][position] = (float) OnePole.flushed(inLeft + feedback.get() * toLeft);
            lines[1][position] = (float) OnePole.flushed(straight * r + feedback.get() * toRight);
            left[i] = (float) (l + mix.get() * (echo[0] - l));
            right[i] = (float) (r + mix.get() * (echo[1] - r));
        }
    }
}
