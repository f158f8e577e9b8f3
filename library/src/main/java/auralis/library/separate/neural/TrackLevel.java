package auralis.library.separate.neural;

import auralis.dsp.AudioBlock;
import auralis.dsp.AudioSource;
import auralis.dsp.Progress;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * Mean and deviation of the middle of a track, by which Demucs normalises it as a whole.
 *
 * @param frames of the track
 */
record TrackLevel(long frames, double mean, double deviation) {
    /** As Demucs adds it, so that silence can be divided. */
    private static final double LEAST = 1e-8;

    private static final int FRAMES = 8192;

    /**
     * Reads a source to its end.
     *
     * @param read is told the frames as they are read
     */
    static TrackLevel of(AudioSource source, LongConsumer read, Progress progress)
            throws IOException, InterruptedException {
        AudioBlock block = new AudioBlock(source.format().channels(), FRAMES);
        long frames = 0;
        double sum = 0;
        double squares = 0;
        for (int count = source.read(block); count >= 0; count = source.read(block.all())) {
            progress.checkpoint();
            for (int i = 0; i < count; i++) {
                double middle = 0;
                for (int c = 0; c < block.channels(); c++) {
                    middle += block.plane(c)[i];
                }
                middle /= block.channels();
                sum += middle;
                squares += middle * middle;
            }
            frames += count;
            read.accept(frames);
        }
        double mean = frames == 0 ? 0 : sum / frames;
        double power = frames < 2 ? 0 : Math.max(0, squares - sum * mean) / (frames - 1);
        return new TrackLevel(frames, mean, Math.sqrt(power));
    }

    /** The way back from what a model of this dialect is given. */
    Scaling scaling(Dialect dialect) {
        return dialect == Dialect.MDX
                ? Scaling.NONE
                : new Scaling((float) (deviation + LEAST), (float) mean);
    }
}
