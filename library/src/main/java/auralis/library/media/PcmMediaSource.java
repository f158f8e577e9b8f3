package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.Damage;
import auralis.dsp.wav.PcmSource;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A WAV or AIFF file. */
final class PcmMediaSource implements MediaSource {
    private final PcmSource source;
    private final MediaFormat media;

    PcmMediaSource(String codec, PcmSource source) {
        this.source = source;
        this.media = new MediaFormat(codec, source.format(), OptionalInt.of(source.bitDepth()));
    }

    @Override
    public MediaFormat media() {
        return media;
    }

    @Override
    public OptionalLong frames() {
        return source.frames();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        return source.read(block);
    }

    @Override
    public void seek(long frame) throws IOException {
        source.seek(frame);
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
