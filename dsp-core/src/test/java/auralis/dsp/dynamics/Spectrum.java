package auralis.dsp.dynamics;

import auralis.dsp.Decibels;

/** Single lines of a spectrum, measured over a whole number of periods. */
final class Spectrum {
    private Spectrum() {}

    /** Peak amplitude of the line at {@code hz}, over the frames from {@code from} on. */
    static double amplitude(float[] samples, int from, int frames, double hz, int sampleRate) {
        double[] line = line(samples, from, frames, hz, sampleRate);
        return Math.hypot(line[0], line[1]);
    }

    /** All that is not the line at {@code hz}, relative to it, in dB. */
    static double distortionAndNoiseDb(
            float[] samples, int from, int frames, double hz, int sampleRate) {
        double[] line = line(samples, from, frames, hz, sampleRate);
        double rest = 0;
        for (int i = 0; i < frames; i++) {
            double phase = 2 * Math.PI * hz * i / sampleRate;
            double tone = line[0] * Math.cos(phase) + line[1] * Math.sin(phase);
            rest += Math.pow(samples[from + i] - tone, 2);
        }
        double power = (line[0] * line[0] + line[1] * line[1]) / 2;
        return Decibels.ofPower(rest / frames / power);
    }

    private static double[] line(float[] samples, int from, int frames, double hz, int rate) {
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
