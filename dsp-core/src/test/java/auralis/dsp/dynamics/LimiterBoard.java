package auralis.dsp.dynamics;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.TestSignals;
import auralis.dsp.filter.Biquad;
import auralis.dsp.filter.BiquadDesign;
import auralis.dsp.meter.TruePeakMeter;
import java.util.Arrays;
import java.util.Locale;

/**
 * The limiter driven 6 dB over its ceiling by tones and noise, against the numbers it must reach. A
 * program of the test tree: {@code docs/bench/scoreboard --limiter}.
 *
 * <p>Distortion is read from the second half of four seconds, when the release has settled: for one
 * tone all that is not the tone (THD+N); for two, the sidebands around the higher one (SMPTE RP
 * 120-1994: 60 Hz and 7 kHz, 4:1).
 */
public final class LimiterBoard {
    private static final int RATE = 44_100;
    private static final StreamFormat FORMAT = StreamFormat.mono(RATE);
    private static final int FRAMES = 4 * RATE;
    private static final double CEILING_DBTP = -1;
    private static final double DRIVE_DB = 6;
    private static final int GRID = 16;
    private static final int SIDEBANDS = 5;
    private static final int FADE = RATE / 10;

    private LimiterBoard() {}

    public static void main(String[] arguments) {
        System.out.println("THD+N, 6 dB over (goal: 30 Hz -60 dB, from 50 Hz -90 dB)");
        for (double hz : new double[] {30, 40, 50, 63, 80, 100, 1000}) {
            print(
                    "  %5.0f Hz  %7.1f dB, with the hold for this tone %7.1f dB",
                    hz, thd(hz, defaults()), thd(hz, defaults().holdingTone(hz)));
        }
        print("SMPTE IMD 60 Hz + 7 kHz 4:1 (goal -75 dB)");
        print(
                "  %7.1f dB, with the hold for 60 Hz %7.1f dB",
                imd(defaults()), imd(defaults().holdingTone(60)));
        print("True peak over the ceiling, 16x and 4x (goal 0.10 dB; noise 0.25 dB)");
        for (double share : new double[] {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45}) {
            printPeaks(
                    String.format(Locale.ROOT, "tone at %.2f fs", share), tone(share * RATE, 0.3));
        }
        printPeaks("fs/4 bursts", bursts());
        float[][] white = TestSignals.noise(FORMAT, FRAMES, 1, 5);
        printPeaks("white noise", white);
        for (double hz : new double[] {2000, 10_000, 16_000}) {
            printPeaks(
                    String.format(Locale.ROOT, "noise above %.0f Hz", hz), highPassed(white, hz));
        }
    }

    private static LimiterSettings defaults() {
        return LimiterSettings.defaults(CEILING_DBTP);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Faded at both ends: a wave that is cut off rings, which is no fault of the limiter. */
    private static void printPeaks(String name, float[][] signal) {
        float[][] faded = TestSignals.copy(signal);
        for (int i = 0; i < FADE; i++) {
            faded[0][i] *= (float) i / FADE;
            faded[0][FRAMES - 1 - i] *= (float) Math.max(0, i - FADE / 2) / (FADE / 2);
        }
        float[][] out = limited(faded, defaults());
        TruePeakMeter meter = new TruePeakMeter();
        meter.prepare(FORMAT, FRAMES);
        meter.process(AudioBlock.of(out));
        print(
                "  %-18s %+6.3f  %+6.3f dB",
                name,
                TruePeakReference.levelDbtp(out, GRID) - CEILING_DBTP,
                meter.result().truePeakDbtp().orElseThrow() - CEILING_DBTP);
    }

    /** The signal, its true peak brought to 6 dB over the ceiling, behind the limiter. */
    private static float[][] limited(float[][] signal, LimiterSettings settings) {
        double level = TruePeakReference.levelDbtp(signal, GRID);
        float gain = (float) Decibels.toGain(CEILING_DBTP + DRIVE_DB - level);
        float[][] out = TestSignals.copy(signal);
        for (int i = 0; i < out[0].length; i++) {
            out[0][i] *= gain;
        }
        AudioProcessor limiter = new TruePeakLimiter(settings);
        limiter.prepare(FORMAT, FRAMES);
        limiter.process(AudioBlock.of(out));
        return out;
    }

    private static double thd(double hz, LimiterSettings settings) {
        float[] out = settled(limited(tone(hz, 0), settings)[0]);
        double in = part(out, hz, 0);
        double quadrature = part(out, hz, Math.PI / 2);
        double rest = 0;
        for (int i = 0; i < out.length; i++) {
            double phase = 2 * Math.PI * hz * i / RATE;
            double x = out[i] - in * Math.cos(phase) + quadrature * Math.sin(phase);
            rest += x * x;
        }
        double tone = Math.hypot(in, quadrature);
        return Decibels.ofPower(rest / out.length / (tone * tone / 2));
    }

    private static double imd(LimiterSettings settings) {
        float[][] signal = tone(60, 0);
        float[][] high = tone(7000, 0);
        for (int i = 0; i < FRAMES; i++) {
            signal[0][i] = 0.8f * signal[0][i] + 0.2f * high[0][i];
        }
        float[] out = settled(limited(signal, settings)[0]);
        double sidebands = 0;
        for (int k = 1; k <= SIDEBANDS; k++) {
            double lower = amplitude(out, 7000 - 60 * k);
            double upper = amplitude(out, 7000 + 60 * k);
            sidebands += lower * lower + upper * upper;
        }
        return Decibels.ofPower(sidebands) - Decibels.ofGain(amplitude(out, 7000));
    }

    /** The second half: two seconds, in which every whole number of Hz has whole periods. */
    private static float[] settled(float[] out) {
        return Arrays.copyOfRange(out, FRAMES / 2, FRAMES);
    }

    private static double amplitude(float[] signal, double hz) {
        return Math.hypot(part(signal, hz, 0), part(signal, hz, Math.PI / 2));
    }

    /** How much of a cosine of this start phase is in the signal. */
    private static double part(float[] signal, double hz, double startPhase) {
        double sum = 0;
        for (int i = 0; i < signal.length; i++) {
            sum += signal[i] * Math.cos(2 * Math.PI * hz * i / RATE + startPhase);
        }
        return 2 * sum / signal.length;
    }

    private static float[][] tone(double hz, double phase) {
        float[][] planes = new float[1][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            planes[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE + phase));
        }
        return planes;
    }

    /** 5 ms of a tone at fs/4 whose samples all miss its crests, twenty times a second. */
    private static float[][] bursts() {
        float[][] planes = tone(RATE / 4.0, Math.PI / 4);
        for (int i = 0; i < FRAMES; i++) {
            if (i % (RATE / 20) > RATE / 200) {
                planes[0][i] = 0;
            }
        }
        return planes;
    }

    private static float[][] highPassed(float[][] noise, double hz) {
        float[][] out = TestSignals.copy(noise);
        for (double q : new double[] {0.541, 1.307}) {
            new Biquad(BiquadDesign.highPass(hz, q, RATE)).process(out[0], 0, FRAMES);
        }
        return out;
    }
}
