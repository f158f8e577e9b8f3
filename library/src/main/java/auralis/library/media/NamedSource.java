package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A source whose faults name their file. */
final class NamedSource implements MediaSource {
    private final Path file;
    private final MediaSource source;

    NamedSource(Path file, MediaSource source) {
        this.file = file;
        this.source = source;
    }

    @Override
    public MediaFormat media() {
        return source.media();
    }

    @Override
    public OptionalLong frames() {
        return source.frames();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        try {
            return source.read(block);
        } catch (IOException e) {
            throw ReadFault.explain(file, e);
        }
    }

    @Override
    public void seek(long frame) throws IOException {
        try {
            source.seek(frame);
        } catch (IOException e) {
            throw ReadFault.explain(file, e);
        }
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
