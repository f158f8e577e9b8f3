package auralis.library.score;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.PowerSpectrum;
import auralis.dsp.spectrum.Stft;

/** The powers of mid and side in the seven third octaves from 22 to 112 Hz, over a whole stream. */
final class Bass implements Analyzer<Bass.Powers> {
    private static final int BANDS = 7;
    private static final double SPAN_SECONDS = 0.35;

    /** Side that lies deeper than this under mid is none: dither must not count as a rise. */
    private static final double FLOOR_DB = -60;

    private final Sum mid = new Sum();
    private final Sum side = new Sum();
    private AudioBlock work;

    /**
     * Of the lowest third octaves.
     *
     * @param mid linear
     * @param side linear
     */
    record Powers(double[] mid, double[] side) {
        /** Side against mid in dB. */
        double ratioDb() {
            double m = 0;
            double s = 0;
            for (int band = 0; band < BANDS; band++) {
                m += mid[band];
                s += side[band];
            }
            return ratioDb(m, s);
        }

        /**
         * By how much side rose against mid, band by band, so that a change of tone, which is the
         * same for both, does not count; bands weigh by the power of their side before and after.
         */
        double riseDb(Powers before) {
            double sum = 0;
            double weights = 0;
            for (int band = 0; band < BANDS; band++) {
                double weight = Math.sqrt(side[band] * before.side[band]);
                sum += weight * (ratioDb(band) - before.ratioDb(band));
                weights += weight;
            }
            return weights > 0 ? sum / weights : 0;
        }

        private double ratioDb(int band) {
            return ratioDb(mid[band], side[band]);
        }

        private static double ratioDb(double mid, double side) {
            return side > 0 ? Math.max(FLOOR_DB, Decibels.ofPower(side / mid)) : FLOOR_DB;
        }
    }

    /** Adds up the spectra of one signal. */
    private static final class Sum {
        private Stft stft;
        private double[] power;

        void prepare(StreamFormat format) {
            stft = new Stft(format, SPAN_SECONDS, SPAN_SECONDS / 2, this::add);
            power = new double[stft.bins()];
        }

        private void add(float[] frame) {
            for (int k = 0; k < power.length; k++) {
                power[k] += frame[k];
            }
        }

        double[] bands() {
            PowerSpectrum spectrum = new PowerSpectrum(power, stft.binHz());
            double[] bands = new double[BANDS];
            for (int band = 0; band < BANDS; band++) {
                bands[band] =
                        spectrum.power(
                                Bands.THIRD_OCTAVE.lowHz(band), Bands.THIRD_OCTAVE.highHz(band));
            }
            return bands;
        }
    }

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        StreamFormat one = StreamFormat.mono(format.sampleRate());
        mid.prepare(one);
        side.prepare(one);
        work = new AudioBlock(1, maxFrames);
    }

    @Override
    public void process(AudioBlock block) {
        mid.stft.process(mixed(block, 0.5f));
        side.stft.process(mixed(block, -0.5f));
    }

    private AudioBlock mixed(AudioBlock block, float rightGain) {
        float[] left = block.plane(0);
        float[] right = block.plane(block.channels() - 1);
        float[] out = work.first(block.frames()).plane(0);
        for (int i = 0; i < block.frames(); i++) {
            out[i] = 0.5f * left[block.from() + i] + rightGain * right[block.from() + i];
        }
        return work;
    }

    @Override
    public Powers result() {
        return new Powers(mid.bands(), side.bands());
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("made for one stream");
    }
}
