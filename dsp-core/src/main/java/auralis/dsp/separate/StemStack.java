package auralis.dsp.separate;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Channel;
import auralis.dsp.ChannelLayout;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Stems of one mix as one stream, two channels for each: what is read together stays together. A
 * mono stem is on both of its channels. Owns the stems.
 */
public final class StemStack implements AudioSource {
    private static final int MOST = Channel.values().length / 2;

    private final List<AudioSource> stems;
    private final StreamFormat format;
    private AudioBlock stem;

    /**
     * @param stems 1 to 6, mono or stereo, of one format and length, each at its first frame
     */
    public StemStack(List<AudioSource> stems) {
        if (stems.isEmpty() || stems.size() > MOST) {
            throw new IllegalArgumentException(stems.size() + " stems");
        }
        this.stems = List.copyOf(stems);
        StreamFormat one = stems.get(0).format();
        for (AudioSource each : stems) {
            if (!each.format().equals(one) || one.channels() > 2) {
                throw new IllegalArgumentException(each.format() + " beside " + one);
            }
        }
        Channel[] channels = Arrays.copyOf(Channel.values(), 2 * stems.size());
        this.format = new StreamFormat(one.sampleRate(), ChannelLayout.of(channels));
        this.stem = new AudioBlock(one.channels(), 0);
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public OptionalLong frames() {
        return stems.get(0).frames();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        int wanted = block.frames();
        if (stem.capacity() < wanted) {
            stem = new AudioBlock(stem.channels(), wanted);
        }
        int frames = stems.get(0).read(stem.first(wanted));
        if (frames < 0) {
            return frames;
        }
        place(0, block, frames);
        for (int s = 1; s < stems.size(); s++) {
            fill(stems.get(s), frames);
            place(s, block, frames);
        }
        return frames;
    }

    private void fill(AudioSource source, int frames) throws IOException {
        for (int at = 0; at < frames; ) {
            int read = source.read(stem.window(at, frames));
            if (read < 0) {
                throw new IOException("A stem ended early; separate the music again.");
            }
            at += read;
        }
    }

    private void place(int s, AudioBlock block, int frames) {
        for (int c = 0; c < 2; c++) {
            float[] plane = stem.plane(Math.min(c, stem.channels() - 1));
            System.arraycopy(plane, 0, block.plane(2 * s + c), block.from(), frames);
        }
    }

    @Override
    public void seek(long frame) throws IOException {
        for (AudioSource source : stems) {
            source.seek(frame);
        }
    }

    @Override
    public void close() throws IOException {
        Sources.close(stems);
    }
}
