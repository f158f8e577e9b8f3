package auralis.library.export;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A source with silence behind its end. Closing it closes the source. */
final class LongerSource implements AudioSource {
    private final AudioSource source;
    private final long tailFrames;
    private long tailRead;

    LongerSource(AudioSource source, double tailSeconds) {
        this.source = source;
        this.tailFrames = source.format().frames(tailSeconds);
    }

    @Override
    public StreamFormat format() {
        return source.format();
    }

    @Override
    public OptionalLong frames() {
        OptionalLong own = source.frames();
        return own.isPresent() ? OptionalLong.of(own.getAsLong() + tailFrames) : own;
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int frames = tailRead > 0 ? -1 : source.read(block);
        if (frames >= 0 || tailRead == tailFrames) {
            return frames;
        }
        int from = block.from();
        int to = block.to();
        int silent = (int) Math.min(to - from, tailFrames - tailRead);
        block.window(from, from + silent).clear();
        block.window(from, to);
        tailRead += silent;
        return silent;
    }

    @Override
    public void seek(long frame) throws IOException {
        source.seek(frame);
        long length = source.frames().orElse(frame);
        tailRead = Math.max(0, Math.min(tailFrames, frame - length));
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
