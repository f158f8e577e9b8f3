package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Several streams of one format and length together, each with a gain: stems put together again, or
 * taken out of a mix by a gain of -1. Owns the streams.
 */
public final class SummedSource implements AudioSource {
    private final List<Term> terms;
    private AudioBlock scratch;

    /** A stream and its linear gain. */
    public record Term(AudioSource source, float gain) {}

    /**
     * @param terms one or more, which stand at the same frame
     */
    public SummedSource(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (Term term : terms) {
            if (!term.source.format().equals(format())) {
                throw new IllegalArgumentException(term.source.format() + " and " + format());
            }
        }
        this.scratch = new AudioBlock(format().channels(), 0);
    }

    @Override
    public StreamFormat format() {
        return terms.get(0).source.format();
    }

    @Override
    public OptionalLong frames() {
        return terms.get(0).source.frames();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int frames = terms.get(0).source.read(block);
        if (frames < 0) {
            return frames;
        }
        scale(block, frames, terms.get(0).gain);
        if (scratch.capacity() < frames) {
            scratch = new AudioBlock(block.channels(), frames);
        }
        for (Term term : terms.subList(1, terms.size())) {
            fill(term.source, frames);
            add(block, frames, term.gain);
        }
        return frames;
    }

    private static void scale(AudioBlock block, int frames, float gain) {
        for (int c = 0; c < block.channels(); c++) {
            float[] plane = block.plane(c);
            for (int i = block.from(); i < block.from() + frames; i++) {
                plane[i] *= gain;
            }
        }
    }

    private void fill(AudioSource source, int frames) throws IOException {
        scratch.first(frames).clear();
        for (int at = 0; at < frames; ) {
            int read = source.read(scratch.window(at, frames));
            if (read < 0) {
                throw new IOException(
                        "One of several streams ended early; separate the file again.");
            }
            at += read;
        }
    }

    private void add(AudioBlock block, int frames, float gain) {
        for (int c = 0; c < block.channels(); c++) {
            float[] sum = block.plane(c);
            float[] more = scratch.plane(c);
            for (int i = 0; i < frames; i++) {
                sum[block.from() + i] += gain * more[i];
            }
        }
    }

    @Override
    public void seek(long frame) throws IOException {
        for (Term term : terms) {
            term.source.seek(frame);
        }
    }

    @Override
    public List<Damage> damage() {
        return terms.stream().flatMap(term -> term.source.damage().stream()).distinct().toList();
    }

    @Override
    public void close() throws IOException {
        Sources.close(terms.stream().map(Term::source).toList());
    }
}
