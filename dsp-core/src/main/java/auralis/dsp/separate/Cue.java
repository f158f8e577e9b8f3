package auralis.dsp.separate;

/**
 * What is told about a point of a spectrogram, a number each, and how much it speaks for a stem:
 * the weights of {@link Fusion} for vocals, drums and bass, against the other instruments; three at
 * first look, and three with what that tells. Written by {@code docs/bench/stems fit}.
 */
enum Cue {
    /** 1: how much most music has of each stem. */
    ONE(0.449, 0.178, -1.406, -0.600, 0.257, -1.242),
    /** Log odds of {@link Percussion}. */
    STRIKES(0.408, 0.545, -0.061, 0.344, 0.455, 0.003),
    /** Log odds of the share that is common to both channels; 0 in mono. */
    CENTRED(-0.604, -0.264, 0.000, -0.435, -0.216, 0.000),
    /** The means of these two over the nearest points. */
    STRIKES_AROUND(-0.470, 0.030, 0.111, -0.119, 0.247, -0.142),
    CENTRED_AROUND(0.684, 0.475, 0.000, 0.434, 0.442, 0.000),
    /** Log odds of {@link Repetition} not being all there is, and {@link Steadiness}: means too. */
    NEW(0.461, 0.157, 0.148, 0.330, 0.115, 0.163),
    STEADY(-2.981, -1.449, -0.378, -2.034, -1.241, -0.308),
    /** How much more is in the middle than at other times at this frequency. */
    MORE_CENTRED(0.521, 0.226, 0.000, 0.343, 0.190, 0.000),
    /** Log magnitude against its mean at this frequency, and against two frames off. */
    LOUDER(1.440, 0.345, -0.698, 0.407, 0.349, -0.907),
    RISES(0.246, 0.070, 0.178, 0.003, -0.013, 0.073),
    FALLS(0.580, 0.391, 0.369, 0.263, 0.251, 0.369),
    /** Log magnitude against its mean over the nearest bins. */
    PEAK(-2.466, -1.074, 0.067, -1.439, -1.145, -0.185),
    /** How much of the frame strikes, 0..1. */
    STRUCK(-2.843, 0.435, 2.053, 0.174, 0.313, 2.181),
    /** Log of the mean magnitude at this frequency, against that of all. */
    LEVEL(0.856, 0.112, -0.367, 0.027, 0.203, -0.498),
    /** From 700 Hz, and its square. */
    OCTAVES(0.277, -0.068, -0.330, 0.062, 0.015, -0.103),
    OCTAVES_SQUARED(0.097, 0.230, 0.024, -0.190, 0.232, -0.007),
    /** 0..1: below 180 Hz, below 120 Hz, above 6 kHz. */
    LOW(-10.840, -0.220, 2.924, 1.890, -0.245, 3.138),
    LOWEST(-3.988, 2.587, 2.941, 1.554, 2.424, 3.268),
    HIGH(-3.495, 10.196, 0.930, -2.267, 9.398, 2.608),
    /** 1 where there is one channel only. */
    MONO(-0.101, -0.254, -0.540, -0.370, -0.099, -0.577),
    /** Products of two of them: what tells more at some frequencies than at others. */
    STRIKES_BY_OCTAVES(0.283, 0.162, 0.450, 0.248, 0.103, 0.340),
    NEW_BY_OCTAVES(-0.073, -0.006, 0.022, 0.025, -0.033, 0.019),
    CENTRED_BY_OCTAVES(0.165, 0.103, 0.000, 0.147, 0.088, 0.000),
    /** How surely this is a harmonic of the voice, and how surely there is a voice, 0..1. */
    VOICE_HARMONIC(0, 0, 0, 5.506, 0.579, -0.401),
    VOICE(0, 0, 0, -1.668, -0.256, 0.582),
    /** How surely this is a harmonic of the bass, and how surely there is one, 0..1. */
    BASS_HARMONIC(0, 0, 0, -1.718, 0.188, 2.535),
    BASS(0, 0, 0, 0.214, -0.008, -0.583),
    /** How much of the frame is vocals at first look, 0..1. */
    SUNG(0, 0, 0, 7.146, -1.036, -0.707);

    /** Those before are known at first look. */
    private static final Cue FIRST_OF_SECOND_LOOK = VOICE_HARMONIC;

    private final float[] atFirst;
    private final float[] atSecond;

    Cue(double... weights) {
        int stems = weights.length / 2;
        atFirst = new float[stems];
        atSecond = new float[stems];
        for (int stem = 0; stem < stems; stem++) {
            atFirst[stem] = (float) weights[stem];
            atSecond[stem] = (float) weights[stems + stem];
        }
    }

    static int count(boolean second) {
        return second ? values().length : FIRST_OF_SECOND_LOOK.ordinal();
    }

    /** By stem and cue. */
    static float[][] weights(boolean second) {
        float[][] weights = new float[Estimates.OTHER][count(second)];
        for (int cue = 0; cue < weights[0].length; cue++) {
            float[] ofCue = second ? values()[cue].atSecond : values()[cue].atFirst;
            for (int stem = 0; stem < weights.length; stem++) {
                weights[stem][cue] = ofCue[stem];
            }
        }
        return weights;
    }
}
