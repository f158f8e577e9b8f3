package auralis.library.score;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.StreamFormat;
import auralis.dsp.meter.LoudnessMeter;

/** Short-term loudness at the end of every 100 ms; −infinity before 3 s and in silence. */
final class ShortTerm implements Analyzer<Numbers> {
    private final LoudnessMeter meter = new LoudnessMeter();
    private final Numbers lufs = new Numbers();
    private Cells cells;

    @Override
    public void prepare(StreamFormat format, int maxFrames) {
        cells = new Cells(format, FinePeaks.PER_SECOND);
        meter.prepare(format, maxFrames);
    }

    @Override
    public void process(AudioBlock block) {
        int from = block.from();
        int to = block.to();
        cells.process(
                block,
                new Cells.Reader() {
                    @Override
                    public void read(AudioBlock piece, int start, int end) {
                        meter.process(piece.window(start, end));
                        piece.window(from, to);
                    }

                    @Override
                    public void end() {
                        lufs.add(meter.shortTermLufs().orElse(Double.NEGATIVE_INFINITY));
                    }
                });
    }

    @Override
    public Numbers result() {
        return lufs;
    }

    /** Of the whole stream. */
    LoudnessMeter meter() {
        return meter;
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("made for one stream");
    }
}
