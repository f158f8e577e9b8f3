package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.effect.Parameter.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * Two voices in each channel that sound a little later and, because their delay swings by a sine, a
 * little off pitch; those of the right channel swing a quarter later, which makes it wide. The
 * voices are read between the samples by the cubic of Catmull and Rom.
 */
final class Chorus implements AudioEffect {
    static final Parameter RATE = Parameter.logarithmic("rateHz", "Rate", Unit.HERTZ, 0.05, 5, 0.6);
    static final Parameter DEPTH = Parameter.fraction("depth", "Depth", 0.4);
    static final Parameter MIX = Parameter.fraction("mix", "Mix", 0.5);

    /** Middle of the swing, and the swing at full depth. */
    static final double DELAY_SECONDS = 0.015;

    static final double SWING_SECONDS = 0.008;

    @Override
    public String id() {
        return "chorus";
    }

    @Override
    public String name() {
        return "Chorus";
    }

    @Override
    public String description() {
        return "Makes one voice sound like several.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(RATE, DEPTH, MIX);
    }

    @Override
    public EffectProcessor create() {
        return new Processor();
    }

    private final class Processor extends SmoothedProcessor {
        private final SmoothedValue rate = value(RATE);
        private final SmoothedValue depth = value(DEPTH);
        private final SmoothedValue mix = value(MIX);
        private double sampleRate;
        private float[][] lines = {};
        private int mask;
        private int position;
        private double delayFrames;
        private double swingFrames;

        /** The oscillator, a pointer on the unit circle, and what turns it on by a frame. */
        private double cosine;

        private double sine;
        private double turnCosine;
        private double turnSine;

        Processor() {
            super(parameters());
        }

        @Override
        protected void allocate(StreamFormat format, int maxFrames) {
            sampleRate = format.sampleRate();
            delayFrames = DELAY_SECONDS * sampleRate;
            int needed = (int) format.frames(DELAY_SECONDS + SWING_SECONDS) + 4;
            int length = Integer.highestOneBit(needed) * 2;
            lines = new float[format.channels()][length];
            mask = length - 1;
        }

        @Override
        protected void clear() {
            for (float[] line : lines) {
                Arrays.fill(line, 0);
            }
            position = 0;
            cosine = 1;
            sine = 0;
        }

        @Override
        protected void design() {
            double angle = 2 * Math.PI * rate.get() / sampleRate;
            turnCosine = Math.cos(angle);
            turnSine = Math.sin(angle);
            swingFrames = depth.get() * SWING_SECONDS * sampleRate;
        }

        @Override
        protected void run(AudioBlock block) {
            for (int i = block.from(); i < block.to(); i++) {
                for (int c = 0; c < lines.length; c++) {
                    double swing = swingFrames * (c == 0 ? sine : cosine);
                    float[] plane = block.plane(c);
                    lines[c][position & mask] = plane[i];
                    double later = voice(lines[c], delayFrames + swing);
                    double sooner = voice(lines[c], delayFrames - swing);
                    double x = plane[i];
                    plane[i] = (float) (x + mix.get() * ((later + sooner) / 2 - x));
                }
                turn();
                position++;
            }
        }

        private void turn() {
            double c = cosine * turnCosine - sine * turnSine;
            double s = sine * turnCosine + cosine * turnSine;
            // One Newton step back to the circle, so that the pointer keeps its length for ever.
            double correction = 1.5 - 0.5 * (c * c + s * s);
            cosine = c * correction;
            sine = s * correction;
        }

        /** The line so many frames ago. */
        private double voice(float[] line, double behind) {
            int whole = (int) behind;
            double t = behind - whole;
            int at = position - whole;
            double y0 = line[(at + 1) & mask];
            double y1 = line[at & mask];
            double y2 = line[(at - 1) & mask];
            double y3 = line[(at - 2) & mask];
            double a = 3 * (y1 - y2) + y3 - y0;
            double b = 2 * y0 - 5 * y1 + 4 * y2 - y3;
            return y1 + t / 2 * (y2 - y0 + t * (b + t * a));
        }
    }
}
