package auralis.library.separate.neural;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A source of which what was read is remembered until it is forgotten; the source stays open. */
final class RecordedSource implements AudioSource {
    private static final int FRAMES = 8192;

    private final AudioSource source;
    private final Stretch record;
    private final AudioBlock block;
    private long length;

    RecordedSource(AudioSource source) {
        this.source = source;
        this.record = new Stretch(source.format().channels(), FRAMES);
        this.block = new AudioBlock(source.format().channels(), FRAMES);
    }

    /** What was read since the last seek. */
    Stretch record() {
        return record;
    }

    /** Reads on to the end and answers the number of frames. */
    long drain() throws IOException {
        while (read(block.all()) >= 0) {
            record.forget(Long.MAX_VALUE);
        }
        return length;
    }

    /** Reads on, so that the record reaches up to a frame, or to the end with silence behind. */
    void require(long to) throws IOException {
        while (record.end() < to) {
            int wanted = (int) Math.min(FRAMES, to - record.end());
            if (read(block.window(0, wanted)) < 0) {
                record.extend(to);
            }
        }
    }

    @Override
    public StreamFormat format() {
        return source.format();
    }

    @Override
    public OptionalLong frames() {
        return source.frames();
    }

    @Override
    public int read(AudioBlock into) throws IOException {
        int count = source.read(into);
        long from = record.end();
        record.extend(from + Math.max(0, count));
        length = count > 0 ? from + count : length;
        for (int c = 0; c < into.channels() && count > 0; c++) {
            System.arraycopy(
                    into.plane(c), into.from(), record.plane(c), record.index(from), count);
        }
        return count;
    }

    /** Back to a frame, where the record begins anew, or behind the end. */
    @Override
    public void seek(long frame) throws IOException {
        source.seek(frame);
        if (frame < record.end()) {
            record.restart(frame);
        }
        record.extend(frame);
    }

    @Override
    public List<Damage> damage() {
        return source.damage();
    }

    @Override
    public void close() {
        // It belongs to the caller.
    }
}
