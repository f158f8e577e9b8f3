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
 * A track heard through a processor that has listened to the end of the track before it, as on an
 * album without gaps. As long as the track and aligned with it. Closing it closes both tracks.
 */
public final class FollowingSource implements AudioSource {
    private final AudioSource before;
    private final AudioSource track;
    private final long join;
    private final ProcessedSource both;

    /**
     * @param before of known length and the same format
     * @param prerollSeconds how much of its end is heard
     */
    public FollowingSource(
            AudioSource before, AudioSource track, AudioProcessor processor, double prerollSeconds)
            throws IOException {
        if (!before.format().equals(track.format())) {
            throw new IllegalArgumentException(
                    track.format() + " behind " + before.format() + " of an album");
        }
        this.before = before;
        this.track = track;
        this.join =
                before.frames()
                        .orElseThrow(() -> new IllegalArgumentException("a track without length"));
        this.both = new ProcessedSource(new Row(), processor, prerollSeconds);
        seek(0);
    }

    @Override
    public StreamFormat format() {
        return track.format();
    }

    @Override
    public OptionalLong frames() {
        return track.frames();
    }

    @Override
    public int read(AudioBlock block) throws IOException {
        return both.read(block);
    }

    @Override
    public void seek(long frame) throws IOException {
        both.seek(join + frame);
    }

    @Override
    public List<Damage> damage() {
        return track.damage();
    }

    @Override
    public void close() throws IOException {
        try (before) {
            track.close();
        }
    }

    /** The two tracks in a row. */
    private final class Row implements AudioSource {
        private long position;

        @Override
        public StreamFormat format() {
            return track.format();
        }

        @Override
        public OptionalLong frames() {
            OptionalLong frames = track.frames();
            return frames.isPresent()
                    ? OptionalLong.of(join + frames.getAsLong())
                    : OptionalLong.empty();
        }

        @Override
        public int read(AudioBlock block) throws IOException {
            if (position >= join) {
                return track.read(block);
            }
            int from = block.from();
            int to = block.to();
            int wanted = (int) Math.min(to - from, join - position);
            int frames = before.read(block.window(from, from + wanted));
            block.window(from, to);
            position = frames < 0 ? join : position + frames;
            return Math.max(0, frames);
        }

        @Override
        public void seek(long frame) throws IOException {
            position = frame;
            before.seek(Math.min(frame, join));
            track.seek(Math.max(0, frame - join));
        }

        @Override
        public void close() {
            // Both belong to the outer source.
        }
    }
}
