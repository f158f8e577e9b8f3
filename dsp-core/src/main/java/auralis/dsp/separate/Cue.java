package auralis.dsp.separate;

/**
 * What is told about a point of a spectrogram, a number each, and how much it speaks for a stem: the
 * weights of {@link Fusion}, for vocals, drums and bass, against the other instruments. Written by
 * {@code docs/bench/stems fit}.
 */
enum Cue {
    /** 1: how much most music has of each stem. */
    ONE(0.309, -0.448, -0.781, 0.149, -0.474, -0.959),
    /** Log odds of {@link Percussion}. */
    STRIKES(0.642, 0.664, -0.257, 0.451, 0.658, 0.036),
    /** Log odds of {@link Repetition} not being all there is. */
    NEW(-0.208, -0.021, 0.046, -0.124, -0.075, -0.067),
    /** Log odds of the share that is common to both channels; 0 in mono. */
    CENTRED(-0.397, -0.168, 0.000, -0.281, -0.117, 0.000),
    /** The means of these three over the nearest points. */
    STRIKES_AROUND(-0.342, 0.343, 0.211, -0.043, 0.358, -0.172),
    NEW_AROUND(0.603, 0.225, 0.247, 0.326, 0.253, 0.305),
    CENTRED_AROUND(0.304, 0.105, 0.000, 0.149, 0.091, 0.000),
    /** How much more is in the middle than at other times at this frequency. */
    MORE_CENTRED(0.354, 0.137, 0.000, 0.222, 0.105, 0.000),
    /** Log magnitude against its mean at this frequency, and against two frames off. */
    LOUDER(1.662, 0.364, -0.605, 0.849, 0.275, -0.844),
    RISES(0.177, -0.009, 0.290, -0.101, -0.126, 0.153),
    FALLS(0.349, 0.336, 0.284, 0.022, 0.238, 0.282),
    /** How much of the frame strikes, 0..1. */
    STRUCK(-1.806, 2.632, 0.309, -0.135, 2.461, 1.181),
    /** Log of the mean magnitude at this frequency, against that of all. */
    LEVEL(0.589, -0.156, -0.197, -0.139, -0.086, -0.551),
    /** From 700 Hz, and their powers. */
    OCTAVES(0.512, 0.032, -0.643, 0.265, 0.186, -0.329),
    OCTAVES_SQUARED(-0.135, 0.174, 0.050, -0.267, 0.187, 0.016),
    OCTAVES_CUBED(-0.002, 0.003, -0.004, 0.009, 0.008, 0.000),
    /** 0..1: below 180 Hz, below 120 Hz, above 6 kHz. */
    LOW(-13.841, 0.826, 3.042, 1.528, 0.447, 3.076),
    LOWEST(-4.677, 2.947, 1.894, 3.001, 2.763, 2.334),
    HIGH(-5.936, 8.573, -3.951, -2.802, 7.590, -3.803),
    /** 1 where there is one channel only. */
    MONO(-0.628, -0.793, -0.741, -0.778, -0.587, -0.641),
    /** How surely this is a harmonic of the voice, and how surely there is a voice, 0..1. */
    VOICE_HARMONIC(0, 0, 0, 5.507, 1.244, 0.181),
    VOICE(0, 0, 0, 0.271, -0.198, 0.264),
    /** How surely this is a harmonic of the bass, and how surely there is one, 0..1. */
    BASS_HARMONIC(0, 0, 0, -1.594, 2.165, 4.208),
    BASS(0, 0, 0, -0.340, -0.538, -0.141);

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
