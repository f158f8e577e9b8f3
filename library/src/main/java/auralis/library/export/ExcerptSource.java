package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A part of a source. Closing it closes the source. */
final class ExcerptSource implements AudioSource {
    private final AudioSource source;
    private final long start;
    private final long length;
    private long read;

    /** As much as there is of the excerpt. */
    ExcerptSource(AudioSource source, Excerpt excerpt) throws IOException {
        StreamFormat format = source.format();
        this.source = source;
        this.start =
                source.frames().isPresent()
                        ? format.frames(
                                excerpt.startWithin(format.seconds(source.frames().getAsLong())))
                        : format.frames(excerpt.startSeconds());
        long wanted = format.frames(excerpt.seconds());
        this.length = Math.min(wanted, source.frames().orElse(Long.MAX_VALUE) - start);
        source.seek(start);
    }

    /** The frame of the source at which it begins. */
    long start() {
        return start;
    }

    @Override
    public StreamFormat format() {
        return source.format();
    }

    @Override
    public OptionalLong frames() {
        return OptionalLong.of(length);
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        if (read >= length) {
            return -1;
        }
        int from = block.from();
        int to = block.to();
        int wanted = (int) Math.min(to - from, length - read);
        int frames = source.read(block.window(from, from + wanted));
        block.window(from, to);
        read += Math.max(0, frames);
        return frames;
    }

    @Override
    public void seek(long frame) throws IOException {
        source.seek(start + frame);
        read = frame;
    }

    @Override
    public List<Damage> damage() {
        return source.damage();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
