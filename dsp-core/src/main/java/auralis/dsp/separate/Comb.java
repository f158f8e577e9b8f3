package auralis.dsp.separate;

/**
 * Soft teeth at the harmonics of a pitch.
 *
 * @param halfBins half the width of a tooth, of which the window makes most
 * @param spread by which part of its frequency a tooth is wider, as vibrato moves harmonics
 */
record Comb(double halfBins, double spread) {
    /** 1 at a harmonic, 0 far from all. */
    double tooth(int bin, double pitchBins) {
        double harmonic = Math.max(1, Math.rint(bin / pitchBins)) * pitchBins;
        double away = (bin - harmonic) / (halfBins + spread * harmonic);
        return Math.exp(-away * away);
    }
}
