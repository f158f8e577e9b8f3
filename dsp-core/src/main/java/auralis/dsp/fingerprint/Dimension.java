package auralis.dsp.fingerprint;

/**
 * The 25 dimensions of a {@link Fingerprint}, in their order. Whatever stores, compares or explains
 * fingerprints walks over these.
 *
 * <p>Spectral dimensions regard 20 Hz to 20 kHz and only frames that pass a gate 10 dB under the
 * mean power.
 */
public enum Dimension {
    /** Share of the power in 20..60 Hz. */
    SUB_BASS("subBass", "", 0, 1),
    /** Share of the power in 60..250 Hz. */
    BASS("bass", "", 0, 1),
    /** Share of the power in 250..500 Hz. */
    LOW_MID("lowMid", "", 0, 1),
    /** Share of the power in 500..2000 Hz. */
    MID("mid", "", 0, 1),
    /** Share of the power in 2000..4000 Hz. */
    UPPER_MID("upperMid", "", 0, 1),
    /** Share of the power in 4000..8000 Hz. */
    PRESENCE("presence", "", 0, 1),
    /** Share of the power in 8000..20 000 Hz. */
    AIR("air", "", 0, 1),
    /** Integrated loudness after ITU-R BS.1770-5. */
    LUFS("lufs", "LUFS", -70, 100),
    /** Sample peak over the RMS of the 400 ms blocks that pass the relative loudness gate. */
    CREST_DB("crestDb", "dB", 0, 100),
    /** Power of 20..250 Hz over that of 250..2000 Hz. */
    BASS_MID_RATIO_DB("bassMidRatioDb", "dB", -60, 60),
    /** Beats per minute. */
    TEMPO_BPM("tempoBpm", "BPM", 60, 200),
    /** 1 / (1 + coefficient of variation of the intervals between beats); 0 with too few beats. */
    RHYTHM_STABILITY("rhythmStability", "", 0, 1),
    /** Onsets per second of sound / 10. */
    TRANSIENT_DENSITY("transientDensity", "", 0, 1),
    /** Share of 100 ms frames that are silent or 40 dB under the loudest 3 s. */
    SILENCE_RATIO("silenceRatio", "", 0, 1),
    /** Mean over frames of the power-weighted mean frequency. */
    SPECTRAL_CENTROID_HZ("spectralCentroidHz", "Hz", 0, 20_000),
    /** The frequency under which 85 % of the power lies. */
    SPECTRAL_ROLLOFF_HZ("spectralRolloffHz", "Hz", 0, 20_000),
    /** Median over frames of the geometric over the arithmetic mean of power, 20 Hz..16 kHz. */
    SPECTRAL_FLATNESS("spectralFlatness", "", 0, 1),
    /** Harmonic share of the energy that is harmonic or percussive. */
    HARMONIC_RATIO("harmonicRatio", "", 0, 1),
    /** Share of active frames with a pitch within 50 cents of the pitches around it. */
    PITCH_STABILITY("pitchStability", "", 0, 1),
    /** How much of the power stands on one pitch class: 0 spread evenly, 1 on one alone. */
    CHROMA_ENERGY("chromaEnergy", "", 0, 1),
    /** Standard deviation of the crest factor of 3 s windows. */
    DYNAMIC_RANGE_VARIATION_DB("dynamicRangeVariationDb", "dB", 0, 100),
    /** Standard deviation of gated short-term loudness. */
    LOUDNESS_VARIATION_LU("loudnessVariationLu", "LU", 0, 100),
    /** 1 / (1 + coefficient of variation of the peaks of each second). */
    PEAK_CONSISTENCY("peakConsistency", "", 0, 1),
    /** RMS of the side over the sum of the RMS of mid and side. */
    STEREO_WIDTH("stereoWidth", "", 0, 1),
    /** Pearson correlation of left and right; none when one is silent. */
    PHASE_CORRELATION("phaseCorrelation", "", -1, 1);

    private final String key;
    private final String unit;
    private final double min;
    private final double max;

    Dimension(String key, String unit, double min, double max) {
        this.key = key;
        this.unit = unit;
        this.min = min;
        this.max = max;
    }

    /** The name under which it is stored. */
    public String key() {
        return key;
    }

    /** The unit as printed behind a value; empty for a plain number. */
    public String unit() {
        return unit;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    boolean contains(double value) {
        return value >= min && value <= max;
    }

    double limit(double value) {
        return Math.max(min, Math.min(max, value));
    }
}
