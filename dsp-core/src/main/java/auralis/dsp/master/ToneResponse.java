package auralis.dsp.master;

import auralis.dsp.Decibels;
import auralis.dsp.filter.BiquadCoefficients;

/**
 * The magnitude response of the stages that realise a plan's tone, rumble filter and equaliser
 * together: what the chain does, not what was asked of it.
 */
public final class ToneResponse {
    private final BiquadCoefficients rumbleFilter;
    private final float[] taps;
    private final int sampleRate;

    public ToneResponse(MasteringPlan.Tone tone, int sampleRate) {
        this.sampleRate = sampleRate;
        rumbleFilter =
                tone.highPassHz() > 0
                        ? MasteringChain.rumbleFilter(tone, sampleRate)
                        : BiquadCoefficients.IDENTITY;
        taps = tone.isFlat() ? new float[] {1} : new ToneCurve(tone).taps(sampleRate);
    }

    /**
     * The gain at a frequency in dB.
     *
     * @param hz up to half of the sample rate
     */
    public double gainDb(double hz) {
        return Decibels.ofGain(rumbleFilter.magnitude(hz, sampleRate) * equaliser(hz));
    }

    /** The sum of the taps on a turning pointer. */
    private double equaliser(double hz) {
        double stepRe = Math.cos(2 * Math.PI * hz / sampleRate);
        double stepIm = -Math.sin(2 * Math.PI * hz / sampleRate);
        double re = 1;
        double im = 0;
        double sumRe = 0;
        double sumIm = 0;
        for (float tap : taps) {
            sumRe += tap * re;
            sumIm += tap * im;
            double next = re * stepRe - im * stepIm;
            im = re * stepIm + im * stepRe;
            re = next;
        }
        return Math.hypot(sumRe, sumIm);
    }
}
