package auralis.library.score;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.Decibels;
import auralis.dsp.StreamFormat;
import java.util.OptionalDouble;

/**
 * How far the hits stand out, blind to phase: in each window of 3 s the 95th percentile of the
 * levels of 10 ms minus their mean, in dB; the median over all windows, which follow each other
 * every second. Windows under −60 dBFS do not count. Empty for less than one window.
 */
final class Punch implements Analyzer<OptionalDouble> {
    private static final int PER_SECOND = 100;
    private static final int WINDOW = 3 * PER_SECOND;
    private static final double HIGH = 0.95;
    private static final double QUIET_DB = -60;

    /** Levels end here, so that a block of digital silence does not pull the mean to nowhere. */
    private static final double FLOOR_DB = -80;

    private final Numbers levelsDb = new Numbers();
    private Cells cells;
    private double energy;
    private long samples;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        cells = new Cells(format, PER_SECOND);
    }

    @Override
    public void process(AudioBlock block) {
        cells.process(
                block,
                new Cells.Reader() {
                    @Override
                    public void read(AudioBlock piece, int from, int to) {
                        add(piece, from, to);
                    }

                    @Override
                    public void end() {
                        levelsDb.add(Math.max(FLOOR_DB, Decibels.ofPower(energy / samples)));
                        energy = 0;
                        samples = 0;
                    }
                });
    }

    private void add(AudioBlock block, int from, int to) {
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = from; i < to; i++) {
                energy += (double) plane[i] * plane[i];
            }
            samples += to - from;
        }
    }

    @Override
    public OptionalDouble result() {
        Numbers windows = new Numbers();
        for (int from = 0; from + WINDOW <= levelsDb.count(); from += PER_SECOND) {
            double mean = levelsDb.mean(from, from + WINDOW);
            if (mean > QUIET_DB) {
                windows.add(levelsDb.percentile(HIGH, from, from + WINDOW) - mean);
            }
        }
        return windows.count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(windows.percentile(0.5));
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("made for one stream");
    }
}
