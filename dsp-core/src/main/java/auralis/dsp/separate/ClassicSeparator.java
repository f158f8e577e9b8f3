package auralis.dsp.separate;

import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.List;

/**
 * Takes a mix apart without a neural model, at basic quality: what a listener of a demo expects,
 * not a studio. The result does not depend on the number of cores.
 */
public final class ClassicSeparator implements Separator {
    /** Raised whenever the same sound comes out otherwise. */
    public static final int VERSION = 4;

    private static final List<Stem> STEMS = List.of(Stem.VOCALS, Stem.DRUMS, Stem.BASS, Stem.OTHER);
    private static final int MOST_CHANNELS = 2;
    private static final int BLOCK_SECONDS = 60;

    private final int blockSeconds;

    public ClassicSeparator() {
        this(BLOCK_SECONDS);
    }

    ClassicSeparator(int blockSeconds) {
        this.blockSeconds = blockSeconds;
    }

    @Override
    public List<Stem> stems() {
        return STEMS;
    }

    @Override
    public void separate(AudioSource source, Taker taker, Progress progress)
            throws IOException, InterruptedException {
        int channels = source.format().channels();
        if (channels > MOST_CHANNELS) {
            throw new IllegalArgumentException(channels + " channels");
        }
        source.seek(0);
        progress.total(source.frames().orElse(0));
        new BlockStream(source, blockSeconds, taker, progress).run();
    }
}
