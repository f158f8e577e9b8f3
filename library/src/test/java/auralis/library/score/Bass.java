package auralis.library.score;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import auralis.dsp.spectrum.Bands;
import auralis.dsp.spectrum.PowerSpectrum;
import auralis.dsp.spectrum.Stft;
import java.util.ArrayList;
import java.util.List;

/** The powers of mid and side in the seven third octaves from 22 to 112 Hz, every sixth second. */
final class Bass implements Analyzer<Bass.Powers> {
    private static final int BANDS = 7;
    private static final double SPAN_SECONDS = 0.35;

    /** Side that lies deeper than this under mid is none: dither must not count as a rise. */
    private static final double FLOOR_DB = -60;

    private final Spectra mid = new Spectra();
    private final Spectra side = new Spectra();
    private AudioBlock work;

    /** Per frame and band, linear. */
    record Powers(List<double[]> mid, List<double[]> side) {
        /** Side against mid in dB. */
        double ratioDb() {
            return ratioDb(sum(mid), sum(side));
        }

        private static double sum(List<double[]> powers) {
            double sum = 0;
            for (double[] frame : powers) {
                for (double power : frame) {
                    sum += power;
                }
            }
            return sum;
        }

        /**
         * By how much side rose against mid, frame by frame and band by band, so that neither a
         * change of tone nor one of level counts, which are the same for both; weighted by the
         * power of side, before and after.
         */
        double riseDb(Powers before) {
            double sum = 0;
            double weights = 0;
            for (int n = 0; n < Math.min(mid.size(), before.mid.size()); n++) {
                for (int band = 0; band < BANDS; band++) {
                    double weight = Math.sqrt(side.get(n)[band] * before.side.get(n)[band]);
                    if (weight > 0) {
                        sum += weight * (ratioDb(n, band) - before.ratioDb(n, band));
                        weights += weight;
                    }
                }
            }
            return weights > 0 ? sum / weights : 0;
        }

        private double ratioDb(int frame, int band) {
            return ratioDb(mid.get(frame)[band], side.get(frame)[band]);
        }

        private static double ratioDb(double mid, double side) {
            return side > 0 ? Math.max(FLOOR_DB, Decibels.ofPower(side / mid)) : FLOOR_DB;
        }
    }

    /** The spectra of one signal. */
    private static final class Spectra {
        private final List<double[]> frames = new ArrayList<>();
        private Stft stft;
        private double[] bins;

        void prepare(StreamFormat format) {
            stft = new Stft(format, SPAN_SECONDS, SPAN_SECONDS / 2, this::add);
            int needed = (int) Math.ceil(Bands.THIRD_OCTAVE.highHz(BANDS) / stft.binHz()) + 1;
            bins = new double[Math.min(needed, stft.bins())];
        }

        private void add(float[] power) {
            for (int k = 0; k < bins.length; k++) {
                bins[k] = power[k];
            }
            PowerSpectrum spectrum = new PowerSpectrum(bins, stft.binHz());
            double[] bands = new double[BANDS];
            for (int band = 0; band < BANDS; band++) {
                bands[band] =
                        spectrum.power(
                                Bands.THIRD_OCTAVE.lowHz(band), Bands.THIRD_OCTAVE.highHz(band));
            }
            frames.add(bands);
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
        return new Powers(mid.frames, side.frames);
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("made for one stream");
    }
}
