package auralis.dsp.separate;

/**
 * What is told about a point of a spectrogram, a number each, and how much it speaks for a stem:
 * the weights of {@link Fusion} for vocals, drums and bass, against the other instruments; three
 * while no pitch is known, and three with pitches. Written by {@code docs/bench/stems fit}.
 */
enum Cue {
    /** 1: how much most music has of each stem. */
    ONE(0.271, -0.964, -0.771, 0.270, -1.052, -0.957),
    /** Log odds of {@link Percussion}. */
    STRIKES(0.721, 0.749, -0.228, 0.521, 0.696, 0.043),
    /** Log odds of {@link Repetition} not being all there is. */
    NEW(-0.250, -0.086, 0.011, -0.143, -0.088, -0.061),
    /** Log odds of the share that is common to both channels; 0 in mono. */
    CENTRED(-0.498, -0.173, 0.000, -0.315, -0.091, 0.000),
    /** The means of these three over the nearest points. */
    STRIKES_AROUND(-0.410, 0.014, 0.504, -0.172, 0.092, 0.048),
    NEW_AROUND(0.685, 0.252, 0.264, 0.426, 0.229, 0.309),
    CENTRED_AROUND(0.446, 0.328, 0.000, 0.301, 0.282, 0.000),
    /** How much more is in the middle than at other times at this frequency. */
    MORE_CENTRED(0.402, 0.124, 0.000, 0.239, 0.070, 0.000),
    /** Log magnitude against its mean at this frequency, and against two frames off. */
    LOUDER(1.507, 0.335, -0.619, 0.548, 0.153, -0.854),
    RISES(0.211, 0.029, 0.376, -0.029, -0.073, 0.219),
    FALLS(0.427, 0.430, 0.348, 0.152, 0.322, 0.317),
    /** How much of the frame strikes, 0..1. */
    STRUCK(-1.567, 2.779, 0.778, 0.524, 2.702, 1.717),
    /** Log of the mean magnitude at this frequency, against that of all. */
    LEVEL(0.497, -0.150, -0.298, -0.261, -0.051, -0.627),
    /** From 700 Hz, and their powers. */
    OCTAVES(0.338, -0.113, -0.510, 0.168, -0.019, -0.237),
    OCTAVES_SQUARED(-0.020, 0.215, 0.057, -0.278, 0.231, 0.025),
    OCTAVES_CUBED(-0.007, -0.002, 0.001, 0.008, 0.004, 0.003),
    /** 0..1: below 180 Hz, below 120 Hz, above 6 kHz. */
    LOW(-9.954, 0.205, 2.788, 2.804, 0.384, 3.164),
    LOWEST(-3.700, 2.317, 2.485, 2.057, 2.197, 2.858),
    HIGH(-6.524, 10.089, 1.271, -3.619, 8.855, 3.854),
    /** 1 where there is one channel only. */
    MONO(-0.373, -0.431, -0.546, -0.645, -0.301, -0.487),
    /** Products of two of them: what tells more at some frequencies than at others. */
    STRIKES_BY_OCTAVES(0.186, 0.046, 0.414, 0.222, 0.006, 0.310),
    NEW_BY_OCTAVES(0.008, 0.001, 0.025, 0.090, -0.031, 0.004),
    CENTRED_BY_OCTAVES(0.184, 0.076, 0.000, 0.176, 0.073, 0.000),
    /** And what tells more where something else is told as well. */
    CENTRED_STRIKES(-0.019, -0.018, 0.000, -0.004, -0.012, 0.000),
    CENTRED_NEW(-0.025, 0.004, 0.000, -0.022, 0.005, 0.000),
    /** How surely this is a harmonic of the voice, and how surely there is a voice, 0..1. */
    VOICE_HARMONIC(0, 0, 0, 5.503, 0.940, -0.043),
    VOICE(0, 0, 0, 0.071, -0.229, 0.381),
    /** How surely this is a harmonic of the bass, and how surely there is one, 0..1. */
    BASS_HARMONIC(0, 0, 0, -1.363, 1.366, 3.504),
    BASS(0, 0, 0, -0.318, -0.501, -0.039);

    /** Those before are known without any pitch. */
    private static final Cue FIRST_OF_PITCH = VOICE_HARMONIC;

    private final float[] unpitched;
    private final float[] pitched;

    Cue(double... weights) {
        int stems = weights.length / 2;
        unpitched = new float[stems];
        pitched = new float[stems];
        for (int stem = 0; stem < stems; stem++) {
            unpitched[stem] = (float) weights[stem];
            pitched[stem] = (float) weights[stems + stem];
        }
    }

    static int count(boolean pitched) {
        return pitched ? values().length : FIRST_OF_PITCH.ordinal();
    }

    /** By stem and cue. */
    static float[][] weights(boolean pitched) {
        float[][] weights = new float[Estimates.OTHER][count(pitched)];
        for (int cue = 0; cue < weights[0].length; cue++) {
            float[] ofCue = pitched ? values()[cue].pitched : values()[cue].unpitched;
            for (int stem = 0; stem < weights.length; stem++) {
                weights[stem][cue] = ofCue[stem];
            }
        }
        return weights;
    }
}
