package auralis.library.media;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSink;
import auralis.dsp.StreamFormat;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/**
 * Encodes FLAC and MP3. FLAC takes samples that lie on the grid of its depth, as a quantiser leaves
 * them, and keeps them to the bit; MP3 is made by LAME, with the header from which players take the
 * delay and padding that are no sound.
 */
final class FfmpegSink implements AudioSink {
    private final SeekableByteChannel channel;
    private final FfmpegEncoder encoder;

    /** What the encoder takes at once; the window is what is collected so far. */
    private final AudioBlock collected;

    private boolean closed;

    /**
     * @param target the name to use in errors
     * @param channel of an empty file; closed with the sink
     * @param encoding FLAC or MP3
     */
    FfmpegSink(Path target, SeekableByteChannel channel, StreamFormat format, Encoding encoding)
            throws IOException {
        this.channel = channel;
        this.encoder = FfmpegEncoder.open(target, channel, format, encoding);
        this.collected = new AudioBlock(format.channels(), encoder.blockFrames()).first(0);
    }

    @Override
    public void write(AudioBlock block) throws IOException {
        if (block.channels() != collected.channels()) {
            throw new IllegalArgumentException(
                    block.channels() + " channels into " + collected.channels());
        }
        for (int from = block.from(); from < block.to(); ) {
            int frames = Math.min(block.to() - from, collected.capacity() - collected.to());
            for (int c = 0; c < block.channels(); c++) {
                System.arraycopy(block.plane(c), from, collected.plane(c), collected.to(), frames);
            }
            collected.first(collected.to() + frames);
            from += frames;
            if (collected.to() == collected.capacity()) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        encoder.encode(collected);
        collected.first(0);
    }

    @Override
    public void commit() throws IOException {
        if (collected.frames() > 0) {
            flush();
        }
        encoder.finish();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            encoder.close();
            channel.close();
        }
    }
}
