package auralis.library.score;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.PowerSpectrum;
import auralis.dsp.spectrum.Stft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The powers of all third octaves from 25 Hz to 20 kHz in every three seconds. A shorter stream is
 * one such window.
 */
final class Tone implements Analyzer<Tone.Windows> {
    private static final double SPAN_SECONDS = 0.35;
    private static final double WINDOW_SECONDS = 3;

    private final List<double[]> windows = new ArrayList<>();
    private Stft stft;
    private double[] power;
    private int framesPerWindow;
    private int frames;

    /**
     * @param powers per window and band, linear
     */
    record Windows(List<double[]> powers) {
        /** Bands that are so far under the strongest do not count. */
        private static final double BAND_RANGE_DB = 60;

        /** Windows that are so far under the loudest do not count. */
        private static final double WINDOW_RANGE_DB = 20;

        /**
         * How different another sound of the same music is in tone: rms over the third octaves of
         * the difference of their levels in dB, its mean taken out. Every window of the other is
         * brought to the power it has here first: a limiter that lowers the loud passages changes
         * how much these weigh in a mean over the whole, which is no change of tone.
         */
        OptionalDouble distanceDb(Windows other) {
            int bands = Bands.THIRD_OCTAVE.count();
            double loudest = powers.stream().mapToDouble(Windows::sum).max().orElse(0);
            double[] here = new double[bands];
            double[] there = new double[bands];
            for (int w = 0; w < Math.min(powers.size(), other.powers.size()); w++) {
                double weight = sum(powers.get(w));
                double otherWeight = sum(other.powers.get(w));
                if (weight > loudest * Decibels.toPower(-WINDOW_RANGE_DB) && otherWeight > 0) {
                    for (int band = 0; band < bands; band++) {
                        here[band] += powers.get(w)[band];
                        there[band] += other.powers.get(w)[band] * weight / otherWeight;
                    }
                }
            }
            return spread(here, there);
        }

        private static OptionalDouble spread(double[] here, double[] there) {
            double floor = 0;
            for (double power : here) {
                floor = Math.max(floor, power * Decibels.toPower(-BAND_RANGE_DB));
            }
            Numbers differences = new Numbers();
            for (int band = 0; band < here.length; band++) {
                if (here[band] > floor && there[band] > 0) {
                    differences.add(Decibels.ofPower(there[band] / here[band]));
                }
            }
            return differences.count() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(differences.deviation());
        }

        private static double sum(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum;
        }

        /** The level of each band over the whole. */
        double[] levelsDb() {
            double[] levels = new double[Bands.THIRD_OCTAVE.count()];
            for (int band = 0; band < levels.length; band++) {
                for (double[] window : powers) {
                    levels[band] += window[band] / powers.size();
                }
                levels[band] = Decibels.ofPower(levels[band]);
            }
            return levels;
        }
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        stft = new Stft(format, SPAN_SECONDS, SPAN_SECONDS / 2, this::add);
        power = new double[stft.bins()];
        framesPerWindow = (int) Math.round(WINDOW_SECONDS * stft.framesPerSecond());
    }

    private void add(float[] frame) {
        for (int k = 0; k < power.length; k++) {
            power[k] += frame[k];
        }
        if (++frames == framesPerWindow) {
            endWindow();
        }
    }

    private void endWindow() {
        windows.add(new PowerSpectrum(power, stft.binHz()).powers(Bands.THIRD_OCTAVE));
        Arrays.fill(power, 0);
        frames = 0;
    }

    @Override
    public void process(AudioBlock block) {
        stft.process(block);
    }

    @Override
    public Windows result() {
        if (windows.isEmpty() && frames > 0) {
            endWindow();
        }
        return new Windows(windows);
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("made for one stream");
    }
}
