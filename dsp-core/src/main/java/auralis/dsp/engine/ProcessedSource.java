package auralis.dsp.engine;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioProcessor;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * A source heard through a processor: as long as the source and aligned with it, whatever the
 * processor's latency is. Closing it closes the source.
 */
public final class ProcessedSource implements AudioSource {
    private static final int BLOCK_FRAMES = 8192;

    private final AudioSource source;
    private final AudioProcessor processor;
    private final long prerollFrames;
    private final AudioBlock work;

    /** Next frame to deliver. */
    private long position;

    /** Frames that still have to be dropped from the processor's output before it is aligned. */
    private long toDrop;

    /** The source's frame behind the last one that went in; the length once the end was met. */
    private long consumed;

    private boolean sourceEnded;

    /**
     * @param processor is prepared here
     * @param prerollSeconds how far before a seek target the processor starts to listen
     */
    public ProcessedSource(AudioSource source, AudioProcessor processor, double prerollSeconds) {
        this.source = source;
        this.processor = processor;
        this.prerollFrames = source.format().frames(prerollSeconds);
        this.work = new AudioBlock(source.format().channels(), BLOCK_FRAMES);
        processor.prepare(source.format(), BLOCK_FRAMES);
        this.toDrop = processor.latency();
    }

    /** For a source that is read from its start to its end. */
    public ProcessedSource(AudioSource source, AudioProcessor processor) {
        this(source, processor, 0);
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
    public List<Damage> damage() {
        return source.damage();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int from = block.from();
        int to = block.to();
        int at = from;
        while (at < to && produce(to - at)) {
            int frames = work.frames();
            block.window(at, at + frames).copyFrom(work);
            at += frames;
        }
        block.window(from, to);
        return at == from && to > from ? -1 : at - from;
    }

    /**
     * Leaves up to {@code wanted} aligned frames in the window of {@link #work}; false at the end.
     */
    private boolean produce(int wanted) throws IOException {
        while (true) {
            int frames = fill((int) Math.min(BLOCK_FRAMES, wanted + toDrop));
            if (frames == 0) {
                return false;
            }
            processor.process(work);
            int dropped = (int) Math.min(toDrop, frames);
            toDrop -= dropped;
            if (dropped < frames) {
                work.window(dropped, frames);
                position += frames - dropped;
                return true;
            }
        }
    }

    /**
     * Reads from the source, and behind its end as much silence as the processor still owes of the
     * source.
     */
    private int fill(int wanted) throws IOException {
        if (!sourceEnded) {
            int frames = source.read(work.first(wanted));
            if (frames > 0) {
                consumed += frames;
                work.first(frames);
                return frames;
            }
            sourceEnded = frames < 0;
        }
        long owed = consumed - position + toDrop;
        int frames = (int) Math.max(0, Math.min(wanted, owed));
        work.first(frames).clear();
        return frames;
    }

    @Override
    public void seek(long frame) throws IOException {
        long start = StartGrid.atOrBefore(Math.max(0, frame - prerollFrames));
        source.seek(start);
        processor.reset();
        position = frame;
        consumed = start;
        toDrop = processor.latency() + (frame - start);
        sourceEnded = false;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
