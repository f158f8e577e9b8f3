package auralis.dsp.effect;

import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import java.util.List;

/**
 * A room of eight parallel combs and four all-passes for each ear (M. Schroeder, "Natural sounding
 * artificial reverberation", JAES 10 (1962) 219; J. Moorer, "About this reverberation business",
 * CMJ 3 (1979) 13), with the delay lengths that Jezar's Freeverb made known.
 *
 * <p>Other than there, each comb has its own feedback g = 10^(-3 · delay / T60), so that all of
 * them fade equally fast and the room size is a known reverberation time; what goes in is scaled by
 * the energy the combs pile up, so that a larger room is not a louder one; and the lengths follow
 * the sample rate. Freezing moves every g to 1, by which that scale becomes 0: nothing comes in any
 * more and nothing fades.
 */
final class Reverb implements AudioEffect {
    /** T60 = 0.3 s · 33^size: 0.3 s to 10 s. */
    static final Parameter SIZE = Parameter.fraction("roomSize", "Room size", 0.5);

    static final Parameter DAMPING = Parameter.fraction("damping", "Damping", 0.4);
    static final Parameter WIDTH = Parameter.fraction("width", "Width", 1);
    static final Parameter MIX = Parameter.fraction("mix", "Mix", 0.25);
    static final Parameter FREEZE = Parameter.onOff("freeze", "Freeze", false);

    private static final double SMALLEST_T60 = 0.3;
    private static final double LARGEST_T60 = 10;

    /** In frames at 44.1 kHz; the right ear's are longer by {@link #SPREAD}. */
    static final int[] COMBS = {1116, 1188, 1277, 1356, 1422, 1491, 1557, 1617};

    static final int[] ALL_PASSES = {556, 441, 341, 225};
    static final int SPREAD = 23;
    static final double REFERENCE_RATE = 44_100;

    @Override
    public String id() {
        return "reverb";
    }

    @Override
    public String name() {
        return "Reverb";
    }

    @Override
    public String description() {
        return "Puts the sound into a room; freeze holds what rings in it for ever.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SIZE, DAMPING, WIDTH, MIX, FREEZE);
    }

    @Override
    public EffectProcessor create() {
        return new Processor();
    }

    /** The reverberation time of a room size, in seconds. */
    static double t60(double size) {
        return SMALLEST_T60 * Math.pow(LARGEST_T60 / SMALLEST_T60, size);
    }

    private final class Processor extends SmoothedProcessor {
        private final SmoothedValue size = value(SIZE);
        private final SmoothedValue damping = value(DAMPING);
        private final SmoothedValue width = value(WIDTH);
        private final SmoothedValue mix = value(MIX);
        private final SmoothedValue freeze = value(FREEZE);
        private ReverbTank[] tanks = {};
        private double[] input = {};
        private double[][] wet = {};
        private double sampleRate;

        Processor() {
            super(parameters());
        }

        @Override
        protected void allocate(StreamFormat format, int maxFrames) {
            sampleRate = format.sampleRate();
            tanks = new ReverbTank[format.channels()];
            for (int c = 0; c < tanks.length; c++) {
                tanks[c] = new ReverbTank(sampleRate, c * SPREAD);
            }
            input = new double[maxFrames];
            wet = new double[tanks.length][maxFrames];
        }

        @Override
        protected void clear() {
            for (ReverbTank tank : tanks) {
                tank.clear();
            }
        }

        @Override
        protected void design() {
            double t60 = t60(size.get());
            double pole = OnePole.decay(damping.get(), sampleRate) * (1 - freeze.get());
            for (ReverbTank tank : tanks) {
                tank.design(t60 * sampleRate, pole, freeze.get());
            }
        }

        @Override
        protected void run(AudioBlock block) {
            int frames = block.frames();
            listen(block, frames);
            for (int c = 0; c < tanks.length; c++) {
                tanks[c].run(input, wet[c], frames);
            }
            if (tanks.length == 1) {
                mix(block.plane(0), block.from(), frames, wet[0], wet[0], 1);
            } else {
                double own = (1 + width.get()) / 2;
                mix(block.plane(0), block.from(), frames, wet[0], wet[1], own);
                mix(block.plane(1), block.from(), frames, wet[1], wet[0], own);
            }
        }

        /** The mean of the channels. */
        private void listen(AudioBlock block, int frames) {
            float[] first = block.plane(0);
            float[] last = block.plane(block.channels() - 1);
            int from = block.from();
            for (int i = 0; i < frames; i++) {
                input[i] = ((double) first[from + i] + last[from + i]) / 2;
            }
        }

        private void mix(
                float[] plane, int from, int frames, double[] own, double[] other, double share) {
            double amount = mix.get();
            for (int i = 0; i < frames; i++) {
                double x = plane[from + i];
                double room = share * own[i] + (1 - share) * other[i];
                plane[from + i] = (float) (x + amount * (room - x));
            }
        }
    }
}
