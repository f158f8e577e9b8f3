package auralis.dsp.master;

import auralis.dsp.effect.RackSettings;

/**
 * All that the user decides about mastering, as one immutable value: the same value is the preset,
 * the undo step, the A/B side, the job's payload and the head of the report. A view replaces it
 * whole.
 *
 * @param intensity 0..1: mixes everything between the untouched source (0) and the full plan (1)
 * @param effects what the user put between dynamics and width
 * @param reference music to be matched; {@link Reference#NONE}: the content decides alone
 */
public record MasteringSettings(
        double intensity,
        Tone tone,
        Dynamics dynamics,
        Width width,
        Loudness loudness,
        Limiter limiter,
        RackSettings effects,
        Reference reference) {

    /** Content decides; −14 LUFS, −1 dBTP. */
    public static final MasteringSettings ADAPTIVE =
            new MasteringSettings(
                    1,
                    new Tone(true, 1, 0, 0, 0),
                    new Dynamics(true, 1, new Shape(0, 0.5, 0)),
                    new Width(true, 1, 1),
                    new Loudness(true, 1, -14, false),
                    new Limiter(-1),
                    RackSettings.NONE,
                    Reference.NONE);

    public MasteringSettings {
        requireFraction("intensity", intensity);
        // Presets of earlier versions do not have these.
        effects = effects == null ? RackSettings.NONE : effects;
        reference = reference == null ? Reference.NONE : reference;
    }

    /**
     * Spectral balance.
     *
     * @param amount 0..1: how much of the correction towards the target curve is made
     * @param bassDb character: bends the target curve below 200 Hz, ±12 dB
     * @param presenceDb the same at 2-6 kHz
     * @param airDb the same above 8 kHz
     */
    public record Tone(boolean on, double amount, double bassDb, double presenceDb, double airDb) {
        public Tone {
            requireFraction("tone amount", amount);
            requireWithin("bassDb", bassDb, -12, 12);
            requireWithin("presenceDb", presenceDb, -12, 12);
            requireWithin("airDb", airDb, -12, 12);
        }
    }

    /**
     * Dynamics: restored where they were taken, shaped where there is room.
     *
     * @param amount 0..1 of all of it
     */
    public record Dynamics(boolean on, double amount, Shape shape) {
        public Dynamics {
            requireFraction("dynamics amount", amount);
            // Presets of earlier versions do not have it.
            shape = shape == null ? Shape.NONE : shape;
        }
    }

    /**
     * What is done to dynamics that lack nothing.
     *
     * @param attack 0..1: how much attacks are brought forward
     * @param compression 0..1: how soon and how much uneven material is evened in four bands
     * @param softClipDb 0..1.5: what may be taken off peaks in front of the limiter, at loud
     *     targets only
     */
    public record Shape(double attack, double compression, double softClipDb) {
        public static final Shape NONE = new Shape(0, 0, 0);

        public Shape {
            requireFraction("attack", attack);
            requireFraction("compression", compression);
            requireWithin("softClipDb", softClipDb, 0, 1.5);
        }
    }

    /**
     * Stereo image.
     *
     * @param amount 0..1: how much of the way to {@code width} is gone
     * @param width gain of the side signal above 300 Hz, 0.7..1.4; 1 leaves the image alone
     */
    public record Width(boolean on, double amount, double width) {
        public Width {
            requireFraction("width amount", amount);
            requireWithin("width", width, 0.7, 1.4);
        }
    }

    /**
     * Level.
     *
     * @param amount 0..1: how much of the make-up gain is applied
     * @param targetLufs integrated loudness to reach, −40..−5 LUFS
     * @param firm whether the user asked for this very target; otherwise it gives way to the
     *     loudness of dynamic, loud material
     */
    public record Loudness(boolean on, double amount, double targetLufs, boolean firm) {
        public Loudness {
            requireFraction("loudness amount", amount);
            requireWithin("targetLufs", targetLufs, -40, -5);
        }
    }

    /**
     * The last stage.
     *
     * @param ceilingDbtp highest true peak of the result, −12..0 dBTP
     */
    public record Limiter(double ceilingDbtp) {
        public Limiter {
            requireWithin("ceilingDbtp", ceilingDbtp, -12, 0);
        }
    }

    public MasteringSettings withIntensity(double intensity) {
        return new MasteringSettings(
                intensity, tone, dynamics, width, loudness, limiter, effects, reference);
    }

    public MasteringSettings withTone(Tone tone) {
        return new MasteringSettings(
                intensity, tone, dynamics, width, loudness, limiter, effects, reference);
    }

    public MasteringSettings withDynamics(Dynamics dynamics) {
        return new MasteringSettings(
                intensity, tone, dynamics, width, loudness, limiter, effects, reference);
    }

    public MasteringSettings withWidth(Width width) {
        return new MasteringSettings(
                intensity, tone, dynamics, width, loudness, limiter, effects, reference);
    }

    public MasteringSettings withLoudness(Loudness loudness) {
        return new MasteringSettings(
                intensity, tone, dynamics, width, loudness, limiter, effects, reference);
    }

    public MasteringSettings withEffects(RackSettings effects) {
        return new MasteringSettings(
                intensity, tone, dynamics, width, loudness, limiter, effects, reference);
    }

    public MasteringSettings withReference(Reference reference) {
        return new MasteringSettings(
                intensity, tone, dynamics, width, loudness, limiter, effects, reference);
    }

    /** The same with a loudness the user asked for. */
    public MasteringSettings withTarget(double targetLufs) {
        return withLoudness(new Loudness(true, loudness.amount, targetLufs, true));
    }

    public MasteringSettings withCeiling(double ceilingDbtp) {
        return new MasteringSettings(
                intensity,
                tone,
                dynamics,
                width,
                loudness,
                new Limiter(ceilingDbtp),
                effects,
                reference);
    }

    private static void requireFraction(String name, double value) {
        requireWithin(name, value, 0, 1);
    }

    private static void requireWithin(String name, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    name + " is " + min + " to " + max + ", not " + value);
        }
    }
}
