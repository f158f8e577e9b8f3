package auralis.dsp;

/** Single lines of a spectrum by direct correlation, over a whole number of periods. */
public final class SpectralLine {
    private SpectralLine() {}

    /** Peak amplitude of the line at {@code hz} in {@code from <= frame < from + frames}. */
    public static double amplitude(float[] samples, int from, int frames, double hz, double rate) {
        double[] line = line(samples, from, frames, hz, rate);
        return Math.hypot(line[0], line[1]);
    }

    /** All that is not the line at {@code hz}, relative to it, in dB. */
    public static double restDb(float[] samples, int from, int frames, double hz, double rate) {
        double[] line = line(samples, from, frames, hz, rate);
        double rest = 0;
        for (int i = 0; i < frames; i++) {
            double phase = 2 * Math.PI * hz * i / rate;
            double tone = line[0] * Math.cos(phase) + line[1] * Math.sin(phase);
            rest += Math.pow(samples[from + i] - tone, 2);
        }
        double power = (line[0] * line[0] + line[1] * line[1]) / 2;
        return Decibels.ofPower(rest / frames / power);
    }

    private static double[] line(float[] samples, int from, int frames, double hz, double rate) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < frames; i++) {
            double phase = 2 * Math.PI * hz * i / rate;
            cosine += samples[from + i] * Math.cos(phase);
            sine += samples[from + i] * Math.sin(phase);
        }
        return new double[] {2 * cosine / frames, 2 * sine / frames};
    }
}
