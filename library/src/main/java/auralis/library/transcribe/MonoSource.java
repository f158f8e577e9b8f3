package auralis.library.transcribe;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Channel;
import auralis.dsp.Damage;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The mean of all channels in which somebody may speak: all but that of the lowest tones. */
final class MonoSource implements AudioSource {
    private final AudioSource source;
    private final List<Integer> heard = new ArrayList<>();
    private AudioBlock block;

    MonoSource(AudioSource source) {
        this.source = source;
        this.block = new AudioBlock(source.format().channels(), 0);
        List<Channel> channels = source.format().layout().channels();
        for (int c = 0; c < channels.size(); c++) {
            if (channels.get(c) != Channel.LOW_FREQUENCY || channels.size() == 1) {
                heard.add(c);
            }
        }
    }

    @Override
    public StreamFormat format() {
        return StreamFormat.mono(source.format().sampleRate());
    }

    @Override
    public OptionalLong frames() {
        return source.frames();
    }

    @Override
    public int read(AudioBlock mono) throws IOException {
        if (block.capacity() < mono.frames()) {
            block = new AudioBlock(source.format().channels(), mono.frames());
        }
        int read = source.read(block.first(mono.frames()));
        float[] mean = mono.plane(0);
        for (int i = 0; i < read; i++) {
            float sum = 0;
            for (int channel : heard) {
                sum += block.plane(channel)[i];
            }
            mean[mono.from() + i] = sum / heard.size();
        }
        return read;
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
