package auralis.dsp.analysis;

import auralis.dsp.Analyzer;
import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A source that is analysed while it is read, on the thread that reads. */
final class Overheard implements AudioSource {
    private final AudioSource source;
    private final List<? extends Analyzer<?>> analyzers;

    /**
     * @param analyzers are prepared here
     */
    Overheard(AudioSource source, List<? extends Analyzer<?>> analyzers) {
        this.source = source;
        this.analyzers = analyzers;
        Listening.prepare(analyzers, source);
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int frames = source.read(block);
        if (frames > 0) {
            int to = block.to();
            block.window(block.from(), block.from() + frames);
            block.silenceNonFinite();
            analyzers.forEach(analyzer -> analyzer.process(block));
            block.window(block.from(), to);
        }
        return frames;
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
    public void seek(long frame) throws IOException {
        source.seek(frame);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
